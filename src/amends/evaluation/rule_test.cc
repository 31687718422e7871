#include "amends/evaluation/rule_test.h"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>
#include <variant>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "amends/evaluation/edited.h"
#include "amends/input/record.h"
#include "amends/pack/similar.h"
#include "amends/rules/judge.h"

namespace amends::evaluation {
namespace {

using input::Conversation;

std::string Quoted(std::string_view text) { return fmt::format("“{}”", text); }

std::string Words(std::string_view text, text::Span span) {
  return Quoted(text.substr(span.start, span.length()));
}

std::string Joined(const std::vector<std::string>& parts) {
  return fmt::format("{}", fmt::join(parts, ", "));
}

// What an example says to an engine. The text of a customer's move is the customer's turn.
std::variant<Conversation, std::string> ConversationOf(const pack::Example& example,
                                                       bool customer) {
  auto record = input::ReadRecord(example.record);
  if (const auto* error = std::get_if<input::RecordError>(&record)) {
    return "the example cannot be read: " + error->message;
  }
  Conversation conversation = std::get<Conversation>(std::move(record));
  if (customer) {
    conversation.context.push_back({input::Role::kCustomer, conversation.text, ""});
    conversation.text.clear();
  }
  return conversation;
}

// Everything that speaks, in words.
std::string SpokenIn(const Result& result, std::string_view text, std::string_view but = "") {
  std::vector<std::string> spoken;
  for (const Finding& finding : result.findings) {
    if (finding.rule->id == but) continue;
    spoken.push_back(finding.rule->id + " at " + Words(text, finding.span));
  }
  return spoken.empty() ? "" : "; also speaks: " + Joined(spoken);
}

// Where a detector found something, turn by turn.
using Places = std::vector<std::pair<size_t, match::Range>>;

Places PlacesOf(const rules::Judgement& judgement, const rules::Rulebook& rulebook,
                std::string_view id) {
  Places places;
  for (size_t turn = 0; turn < judgement.turns.size(); ++turn) {
    for (const conversation::Found& found : judgement.turns[turn].found) {
      if (rulebook.detectors()[found.detector].id == id) places.emplace_back(turn, found.words);
    }
  }
  return places;
}

std::vector<const pack::Example*> ExamplesOf(const pack::Rule& rule) {
  std::vector<const pack::Example*> examples;
  for (const pack::Example& one : rule.flag) examples.push_back(&one);
  for (const pack::Example& one : rule.pass) examples.push_back(&one);
  return examples;
}

std::vector<const pack::Example*> ExamplesOf(const pack::Move& move) {
  std::vector<const pack::Example*> examples;
  for (const pack::Example& one : move.match) examples.push_back(&one);
  for (const pack::Example& one : move.pass) examples.push_back(&one);
  return examples;
}

std::set<std::string> ProfilesIn(const pack::Pack& pack) {
  std::set<std::string> profiles;
  for (const pack::Rule& rule : pack.rules) {
    for (const pack::Example* one : ExamplesOf(rule)) profiles.insert(one->profile);
  }
  for (const pack::Move& move : pack.moves) {
    for (const pack::Example* one : ExamplesOf(move)) profiles.insert(one->profile);
  }
  return profiles;
}

}  // namespace
