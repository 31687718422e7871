#include "amends/evaluation/coverage.h"

#include <algorithm>
#include <set>
#include <string_view>
#include <utility>
#include <variant>

#include "amends/evaluation/example_check.h"
#include "amends/rules/judge.h"
#include "amends/rules/rulebook.h"

namespace amends::evaluation {
namespace {

using Examples = std::vector<const pack::Example*>;

Examples Both(const std::vector<pack::Example>& first,
              const std::vector<pack::Example>& second) {
  Examples all;
  for (const pack::Example& each : first) all.push_back(&each);
  for (const pack::Example& each : second) all.push_back(&each);
  return all;
}

// Where an entry finds something, turn by turn.
using Places = std::vector<std::pair<size_t, match::Range>>;

Places PlacesOf(const rules::Judgement& judgement, uint32_t detector) {
  Places places;
  for (size_t turn = 0; turn < judgement.turns.size(); ++turn) {
    for (const conversation::Found& found : judgement.turns[turn].found) {
      if (found.detector == detector) places.emplace_back(turn, found.words);
    }
  }
  return places;
}

// Whether the entry finds something else in the example without the `unless`.
bool Changes(const Bench& bench, const std::string& id, const pack::Example& example,
             bool customer, size_t unless) {
  const Engine* engine = bench.EngineOf(example.profile);
  const auto conversation = ConversationOf(example, customer);
  if (engine == nullptr || conversation.index() != 0) return false;
  const rules::Rulebook& rulebook = engine->rulebook();
  const auto detector = std::ranges::find(rulebook.detectors(), id, &rules::Detector::id);
  const auto number = static_cast<uint32_t>(detector - rulebook.detectors().begin());
  const auto& read = std::get<input::Conversation>(conversation);
  return PlacesOf(rules::Judge(rulebook, read), number) !=
         PlacesOf(
             rules::Judge(rulebook, read, {.unless = detector->unless[unless].phrase}),
             number);
}

void AddUnusedPatterns(const Bench& bench, const std::string& id,
                       const std::vector<pack::Phrase>& patterns,
                       const std::vector<std::string_view>& texts,
                       std::vector<Unused>& unused) {
  std::set<const pack::Phrase*> used;
  for (std::string_view text : texts) {
    for (const PhraseFinder::Hit& hit : bench.finder().Patterns(id, text)) {
      used.insert(hit.pattern);
    }
  }
  for (const pack::Phrase& pattern : patterns) {
    if (used.contains(&pattern)) continue;
    unused.push_back({pattern.origin, id, "pattern “" + pattern.text + "”"});
  }
}

void AddUnusedUnless(const Bench& bench, const std::string& id,
                     const std::vector<pack::Unless>& all, const Examples& examples,
                     bool customer, std::vector<Unused>& unused) {
  for (size_t i = 0; i < all.size(); ++i) {
    const bool used = std::ranges::any_of(examples, [&](const pack::Example* example) {
      return Changes(bench, id, *example, customer, i);
    });
    if (used) continue;
    const pack::Phrase& pattern = all[i].pattern;
    unused.push_back({pattern.origin, id, "unless “" + pattern.text + "”"});
  }
}

template <typename Example>
std::vector<std::string_view> TextsOf(const std::vector<Example>& examples) {
  std::vector<std::string_view> texts;
  for (const Example& each : examples) texts.push_back(each.text);
  return texts;
}

}  // namespace

std::vector<Unused> UnusedParts(const Bench& bench, const pack::Rule& rule) {
  std::vector<Unused> unused;
  AddUnusedPatterns(bench, rule.id, rule.on.patterns, TextsOf(rule.flag), unused);
  AddUnusedUnless(bench, rule.id, rule.unless, Both(rule.pass, rule.flag), false, unused);
  return unused;
}

std::vector<Unused> UnusedParts(const Bench& bench, const pack::Move& move) {
  std::vector<Unused> unused;
  AddUnusedPatterns(bench, move.id, move.patterns, TextsOf(move.match), unused);
  AddUnusedUnless(bench, move.id, move.unless, Both(move.pass, move.match), move.customer,
                  unused);
  return unused;
}

std::vector<Unused> UnusedParts(const Bench& bench, const pack::Suppressor& suppressor) {
  std::vector<Unused> unused;
  AddUnusedPatterns(bench, suppressor.id, suppressor.patterns,
                    TextsOf(suppressor.examples), unused);
  return unused;
}

}  // namespace amends::evaluation
