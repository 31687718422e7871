#include "amends/rules/rulebook_compiler.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <map>
#include <set>
#include <span>
#include <utility>

#include "amends/rules/condition_compiler.h"
#include "amends/rules/rule_check.h"

namespace amends::rules {
namespace {

using Kind = pack::Condition::Kind;

bool AsksForCount(const Condition& condition, uint32_t self) {
  const bool counts = condition.kind == Kind::kCount;
  if (counts && std::ranges::find(condition.ids, self) != condition.ids.end())
    return true;
  return std::ranges::any_of(condition.parts, [self](const Condition& part) {
    return AsksForCount(part, self);
  });
}

}  // namespace

void RulebookCompiler::Compile() {
  const pack::Pack& pack = loaded_.pack;
  state_.lexicon = std::make_unique<match::Lexicon>(
      pack.classes, state_.analyzer, state_.verbs, state_.vocabulary,
      pack.tables.frequent, phrase_problems_);
  for (const std::string& word : pack.tables.frequent) {
    const text::WordId id = state_.vocabulary.Intern(word);
    if (state_.common.size() <= id) state_.common.resize(id + 1);
    state_.common[id] = true;
  }
  list_.emplace(loaded_, *state_.lexicon, state_.detectors, problems_);
  for (uint32_t number = 0; number < state_.detectors.size(); ++number)
    CompileDetector(number);
  for (uint32_t number = 0; number < state_.detectors.size(); ++number) {
    RuleCheck(loaded_, problems_).CheckSwitches(WhereOf(state_.detectors[number]));
    if (state_.detectors[number].kind == Detector::Kind::kRule) CheckRule(number);
  }
  state_.ReadMeanings();
  CompileSuppressors();
  for (const pack::Phrase& phrase : loaded_.left_out_phrases) {
    state_.lexicon->Compile(phrase, phrase_problems_);
  }
  state_.lexicon->Freeze();
  for (match::PhraseSet* set :
       {&state_.agent, &state_.customer, &state_.unless, &state_.suppressors}) {
    set->Freeze(*state_.lexicon);
  }
  for (const match::LexiconProblem& problem : phrase_problems_) {
    const match::PhraseError& error = problem.error;
    problems_.push_back(loaded_.sources.At(problem.origin, error.offset, error.length,
                                           error.message, error.hint));
  }
}

void RulebookCompiler::CompileDetector(uint32_t number) {
  Detector& detector = state_.detectors[number];
  ConditionCompiler conditions(loaded_, settings_, *list_, problems_);
  if (detector.kind == Detector::Kind::kClass) {
    CompileClass(number);
  } else if (detector.kind == Detector::Kind::kMove) {
    CompilePhrases(detector.move->patterns, number,
                   detector.customer ? state_.customer : state_.agent);
    CompileUnless(detector.move->unless, detector);
  } else if (detector.kind == Detector::Kind::kRule) {
    CompilePhrases(detector.rule->on.patterns, number, state_.agent);
    CompileUnless(detector.rule->unless, detector);
    if (!detector.rule->on.moves.empty()) {
      const pack::Origin& origin = detector.rule->origin;
      detector.on_moves = conditions.CompileIds(
          detector.rule->on.moves, [&](size_t) { return origin; }, number,
          pack::Within::Where::kReply);
    }
    for (const std::string& id : detector.rule->yields_to) {
      std::ranges::copy(list_->Named(id), std::back_inserter(detector.yields_to));
    }
  }
  detector.where = conditions.CompileConditions(WhereOf(detector), number);
  detector.counts_itself = std::ranges::any_of(
      detector.where,
      [number](const Condition& each) { return AsksForCount(each, number); });
  if (detector.whole_reply || !detector.on_moves.empty() || IsReading(detector)) {
    state_.unprompted.push_back(number);
  }
}

// An unknown one has been reported.
void RulebookCompiler::CompileClass(uint32_t number) {
  const std::string& id = state_.detectors[number].id;
  const std::vector<std::string> ids = state_.lexicon->ClassIds();
  if (std::ranges::find(ids, ClassOf(id)) == ids.end()) return;
  auto program =
      state_.lexicon->Compile({id, list_->OriginOfClass(id)}, phrase_problems_);
  if (!program) return;
  state_.agent.Add(*program, number);
  state_.customer.Add(std::move(*program), number);
}

void RulebookCompiler::CompilePhrases(const std::vector<pack::Phrase>& phrases,
                                      uint32_t owner, match::PhraseSet& set) {
  for (const pack::Phrase& phrase : phrases) {
    if (auto program = state_.lexicon->Compile(phrase, phrase_problems_)) {
      set.Add(std::move(*program), owner);
    }
  }
}

void RulebookCompiler::CompileUnless(const std::vector<pack::Unless>& unless,
                                     Detector& detector) {
  for (const pack::Unless& each : unless) {
    auto program = state_.lexicon->Compile(each.pattern, phrase_problems_);
    if (!program) continue;
    detector.unless.push_back(
        {state_.unless.Add(std::move(*program), 0), each.scope, each.because});
  }
}

// What the rule says of its captures and its place. Where patterns are faulty, or moves
// are not known, nothing is said of captures.
void RulebookCompiler::CheckRule(uint32_t number) {
  const Detector& detector = state_.detectors[number];
  RuleCheck check(loaded_, problems_);
  if (detector.whole_reply) check.CheckWholeReply(*detector.rule);
  if (const auto captures = CapturesOf(number))
    check.CheckNames(*detector.rule, *captures);
}

std::optional<std::set<std::string>> RulebookCompiler::CapturesOf(uint32_t number) const {
  const Detector& detector = state_.detectors[number];
  size_t missing = detector.rule->on.patterns.size();
  std::set<std::string> captures;
  for (uint32_t phrase = 0; phrase < state_.agent.size(); ++phrase) {
    const uint32_t owner = state_.agent.owner(phrase);
    if (owner == number) --missing;
    const auto& moves = detector.on_moves;
    if (owner != number && std::ranges::find(moves, owner) == moves.end()) continue;
    const auto& names = state_.agent.program(phrase).captures;
    captures.insert(names.begin(), names.end());
  }
  const bool unsure =
      missing > 0 ||
      std::ranges::any_of(detector.rule->on.moves, [&](const std::string& id) {
        return list_->Named(id).empty() || list_->IsLeftOut(id);
      });
  if (unsure) return std::nullopt;
  return captures;
}

void RulebookCompiler::CompileSuppressors() {
  for (uint32_t i = 0; i < loaded_.pack.suppressors.size(); ++i) {
    const pack::Suppressor& suppressor = loaded_.pack.suppressors[i];
    CompilePhrases(suppressor.patterns, i, state_.suppressors);
  }
}

}  // namespace amends::rules
