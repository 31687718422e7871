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

// Whether the entry finds something in a text where it should not, once the `unless` is
// off.
bool Saves(const Bench& bench, const std::string& id, const pack::Example& example,
           bool customer, size_t unless) {
  const Engine* engine = bench.EngineOf(example.profile);
  const auto read = ConversationOf(example, customer);
  const auto* conversation = std::get_if<input::Conversation>(&read);
  if (engine == nullptr || conversation == nullptr) return false;
  const rules::Rulebook& rulebook = engine->rulebook();
  const auto& detectors = rulebook.detectors();
  const auto detector = std::ranges::find(detectors, id, &rules::Detector::id);
  const auto number = static_cast<uint32_t>(detector - detectors.begin());
  const auto finds = [&](const rules::Without& without) {
    const rules::Judgement judgement = rules::Judge(rulebook, *conversation, without);
    if (detector->rule != nullptr) {
      return std::ranges::count(judgement.hits, number, &rules::Hit::detector) > 0;
    }
    return std::ranges::any_of(judgement.turns, [&](const conversation::Reading& turn) {
      return std::ranges::count(turn.found, number, &conversation::Found::detector) > 0;
    });
  };
  return !finds({}) && finds({.unless = detector->unless[unless].phrase});
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
                     const std::vector<pack::Unless>& all,
                     const std::vector<pack::Example>& pass, bool customer,
                     std::vector<Unused>& unused) {
  for (size_t i = 0; i < all.size(); ++i) {
    const bool used = std::ranges::any_of(pass, [&](const pack::Example& example) {
      return Saves(bench, id, example, customer, i);
    });
    if (used) continue;
    const pack::Phrase& pattern = all[i].pattern;
    unused.push_back({pattern.origin, id, "unless “" + pattern.text + "”"});
  }
}

template <typename Example>
std::vector<std::string_view> TextsOf(const std::vector<Example>& examples) {
  std::vector<std::string_view> texts;
  texts.reserve(examples.size());
  for (const Example& each : examples) texts.push_back(each.text);
  return texts;
}

}  // namespace

std::vector<Unused> UnusedParts(const Bench& bench, const pack::Rule& rule) {
  std::vector<Unused> unused;
  AddUnusedPatterns(bench, rule.id, rule.on.patterns, TextsOf(rule.flag), unused);
  AddUnusedUnless(bench, rule.id, rule.unless, rule.pass, false, unused);
  return unused;
}

std::vector<Unused> UnusedParts(const Bench& bench, const pack::Move& move) {
  std::vector<Unused> unused;
  AddUnusedPatterns(bench, move.id, move.patterns, TextsOf(move.match), unused);
  AddUnusedUnless(bench, move.id, move.unless, move.pass, move.customer, unused);
  return unused;
}

std::vector<Unused> UnusedParts(const Bench& bench, const pack::Suppressor& suppressor) {
  std::vector<Unused> unused;
  AddUnusedPatterns(bench, suppressor.id, suppressor.patterns,
                    TextsOf(suppressor.examples), unused);
  return unused;
}

}  // namespace amends::evaluation
