#include "amends/rules/rulebook_compiler.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <map>
#include <set>
#include <span>
#include <utility>

#include "amends/conversation/case_notes.h"
#include "amends/conversation/failure.h"
#include "amends/pack/similar.h"
#include "amends/rules/rule_check.h"

namespace amends::rules {
namespace {

using Kind = pack::Condition::Kind;

constexpr const char* kFailureId = "failure";
constexpr const char* kCaseId = "case";
constexpr const char* kGreeting = "N.greet";
constexpr const char* kClosing = "N.close";

// The key under which a condition names moves.
std::string KeyOf(Kind kind) {
  switch (kind) {
    case Kind::kAny:
      return "any";
    case Kind::kNone:
      return "none";
    case Kind::kFirst:
      return "first";
    default:
      return "count";
  }
}

std::string OverOf(Kind kind) { return kind == Kind::kFirst ? "before" : "over"; }

bool AsksForTheCase(Kind kind) {
  return kind == Kind::kAccepted || kind == Kind::kRepeated || kind == Kind::kOverdue ||
         kind == Kind::kSeverity;
}

bool IsReading(const Detector& detector) {
  return detector.kind == Detector::Kind::kFailure ||
         detector.kind == Detector::Kind::kCase;
}

pack::Origin OriginOf(const pack::Condition& condition, const std::string& key,
                      size_t item) {
  return {condition.origin.file,
          condition.origin.pointer + "/" + key + "/" + std::to_string(item)};
}

// "loss-verb" of "{loss-verb~past}".
std::string ClassOf(std::string_view id) {
  return std::string(id.substr(1, id.find_first_of("~}") - 1));
}

const std::vector<pack::Condition>& WhereOf(const Detector& detector) {
  static const std::vector<pack::Condition> kNone;
  if (detector.rule != nullptr) return detector.rule->where;
  return detector.move != nullptr ? detector.move->where : kNone;
}

bool AsksForCount(const Condition& condition, uint32_t self) {
  const bool counts = condition.kind == Kind::kCount;
  if (counts && std::ranges::find(condition.ids, self) != condition.ids.end())
    return true;
  return std::ranges::any_of(condition.parts, [self](const Condition& part) {
    return AsksForCount(part, self);
  });
}

uint32_t Bits(const std::vector<std::string>& values,
              std::span<const std::string_view> words) {
  uint32_t bits = 0;
  for (size_t i = 0; i < words.size(); ++i) {
    if (std::ranges::find(values, words[i]) != values.end()) bits |= 1U << i;
  }
  return bits;
}

// In the order of the enumerations they name.
constexpr std::string_view kAnswers[] = {"unknown", "no", "yes"};
constexpr std::string_view kSubjects[] = {"none", "i",     "we",
                                          "you",  "third", "imperative"};

// A bit for each occasion of which it is true.
uint32_t Occasions(const std::function<bool(input::Occasion)>& is_so) {
  uint32_t bits = 0;
  for (size_t i = 0; i < input::kOccasionCount; ++i) {
    if (is_so(input::Occasion::At(i))) bits |= 1U << i;
  }
  return bits;
}

bool Names(const pack::Condition& condition, std::string_view word) {
  return std::ranges::find(condition.values, word) != condition.values.end();
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
  ListDetectors();
  SortDetectors();
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

void RulebookCompiler::Report(const pack::Origin& origin, std::string message,
                              std::string hint) {
  problems_.push_back(loaded_.sources.At(origin, std::move(message), std::move(hint)));
}

void RulebookCompiler::ListDetectors() {
  for (const pack::Move& move : loaded_.pack.moves) {
    Detector detector;
    detector.id = move.id;
    detector.move = &move;
    detector.customer = move.customer;
    state_.detectors.push_back(std::move(detector));
  }
  for (const pack::Rule& rule : loaded_.pack.rules) {
    Detector detector;
    detector.kind = Detector::Kind::kRule;
    detector.id = rule.id;
    detector.rule = &rule;
    detector.whole_reply = rule.on.reply;
    state_.detectors.push_back(std::move(detector));
  }
  for (uint32_t i = 0; i < state_.detectors.size(); ++i)
    numbers_[state_.detectors[i].id] = i;
  failure_ = AddReading(Detector::Kind::kFailure, kFailureId);
  case_ = AddReading(Detector::Kind::kCase, kCaseId);
  for (const pack::Move& move : loaded_.pack.moves) ListClasses(move.where);
  for (const pack::Rule& rule : loaded_.pack.rules) ListClasses(rule.where);
}

void RulebookCompiler::ListClasses(const std::vector<pack::Condition>& conditions) {
  for (const pack::Condition& condition : conditions) {
    for (size_t i = 0; i < condition.ids.size(); ++i) {
      AddClass(condition.ids[i], OriginOf(condition, KeyOf(condition.kind), i));
    }
    for (size_t i = 0; i < condition.over.size(); ++i) {
      AddClass(condition.over[i], OriginOf(condition, OverOf(condition.kind), i));
    }
    ListClasses(condition.parts);
  }
}

// A detector that reads the turns; returns its number.
uint32_t RulebookCompiler::AddReading(Detector::Kind kind, std::string id) {
  Detector detector;
  detector.kind = kind;
  detector.id = std::move(id);
  state_.detectors.push_back(std::move(detector));
  return static_cast<uint32_t>(state_.detectors.size() - 1);
}

void RulebookCompiler::AddClass(const std::string& id, const pack::Origin& origin) {
  if (!id.starts_with('{') || numbers_.contains(id)) return;
  class_origins_[id] = origin;
  Detector detector;
  detector.kind = Detector::Kind::kClass;
  detector.id = id;
  numbers_[id] = static_cast<uint32_t>(state_.detectors.size());
  state_.detectors.push_back(std::move(detector));
  const std::string name = ClassOf(id);
  const std::vector<std::string> ids = state_.lexicon->ClassIds();
  const bool known = std::ranges::find(ids, name) != ids.end();
  if (known || loaded_.left_out.contains({pack::EntryKind::kClass, name})) return;
  Report(origin, "there is no class “" + id + "”", pack::DidYouMean(name, ids));
}

// The detectors of this id, or of ids that go on with a dot.
std::vector<uint32_t> RulebookCompiler::Named(std::string_view id) const {
  std::vector<uint32_t> named;
  for (auto at = numbers_.lower_bound(id); at != numbers_.end(); ++at) {
    if (!at->first.starts_with(id)) break;
    if (at->first.size() == id.size() || at->first[id.size()] == '.')
      named.push_back(at->second);
  }
  return named;
}

void RulebookCompiler::AddNeeds(const std::vector<pack::Condition>& conditions,
                                const Detector& of, std::vector<uint32_t>& needs) {
  for (const pack::Condition& condition : conditions) {
    const bool situation =
        condition.kind == Kind::kFailure || condition.kind == Kind::kFault;
    if ((situation || AsksForTheCase(condition.kind)) && of.customer) {
      Report(condition.origin, "a move of the customer cannot ask for the situation",
             "it is from such moves that it is known");
    } else if (situation) {
      needs.push_back(failure_);
    } else if (AsksForTheCase(condition.kind)) {
      needs.push_back(case_);
    } else if (condition.kind == Kind::kFirstSentence ||
               condition.kind == Kind::kDetail) {
      std::ranges::copy(Named(kGreeting), std::back_inserter(needs));
    }
    if (condition.kind == Kind::kDetail)
      std::ranges::copy(Named(kClosing), std::back_inserter(needs));
    for (const auto* ids : {&condition.ids, &condition.over}) {
      for (const std::string& id : *ids)
        std::ranges::copy(Named(id), std::back_inserter(needs));
    }
    AddNeeds(condition.parts, of, needs);
  }
}

// Those whose ids tell something.
void RulebookCompiler::AddMoves(bool (*tells)(std::string_view id),
                                std::vector<uint32_t>& needs) const {
  for (uint32_t i = 0; i < state_.detectors.size(); ++i) {
    if (tells(state_.detectors[i].id)) needs.push_back(i);
  }
}

std::vector<uint32_t> RulebookCompiler::NeedsOf(uint32_t number) {
  const Detector& detector = state_.detectors[number];
  std::vector<uint32_t> needs;
  AddNeeds(WhereOf(detector), detector, needs);
  if (detector.rule != nullptr) {
    for (const auto* ids : {&detector.rule->on.moves, &detector.rule->yields_to}) {
      for (const std::string& id : *ids)
        std::ranges::copy(Named(id), std::back_inserter(needs));
    }
  }
  if (detector.kind == Detector::Kind::kFailure) {
    AddMoves(conversation::TellsOfFailure, needs);
  } else if (detector.kind == Detector::Kind::kCase) {
    AddMoves(conversation::TellsOfTheCase, needs);
    needs.push_back(failure_);
  }
  std::erase(needs, number);
  return needs;
}

// Puts every detector after those it needs, else in the order of the packs.
void RulebookCompiler::SortDetectors() {
  enum class Mark : uint8_t { kNew, kOpen, kDone };
  const size_t count = state_.detectors.size();
  std::vector<Mark> marks(count, Mark::kNew);
  std::vector<std::vector<uint32_t>> needs(count);
  for (uint32_t i = 0; i < count; ++i) needs[i] = NeedsOf(i);
  std::vector<uint32_t> order;
  const std::function<void(uint32_t)> visit = [&](uint32_t number) {
    marks[number] = Mark::kOpen;
    for (uint32_t need : needs[number]) {
      if (marks[need] == Mark::kNew) visit(need);
      if (marks[need] != Mark::kOpen || need == number) continue;
      ReportCircle(state_.detectors[number], state_.detectors[need]);
    }
    marks[number] = Mark::kDone;
    order.push_back(number);
  };
  for (uint32_t i = 0; i < count; ++i) {
    if (marks[i] == Mark::kNew) visit(i);
  }
  std::vector<Detector> sorted;
  for (uint32_t number : order) sorted.push_back(std::move(state_.detectors[number]));
  state_.detectors = std::move(sorted);
  for (uint32_t i = 0; i < count; ++i) {
    const Detector& detector = state_.detectors[i];
    if (detector.kind == Detector::Kind::kFailure) {
      failure_ = i;
    } else if (detector.kind == Detector::Kind::kCase) {
      case_ = i;
    } else {
      numbers_[detector.id] = i;
    }
  }
}

void RulebookCompiler::ReportCircle(const Detector& one, const Detector& other) {
  const Detector& first = IsReading(one) ? other : one;
  const Detector& second = &first == &one ? other : one;
  const pack::Origin& origin =
      first.rule != nullptr ? first.rule->origin : first.move->origin;
  Report(origin, "“" + first.id + "” and “" + second.id + "” hang on each other",
         "take one of them out of the circle");
}

void RulebookCompiler::CompileDetector(uint32_t number) {
  Detector& detector = state_.detectors[number];
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
      detector.on_moves = CompileIds(
          detector.rule->on.moves, [&](size_t) { return origin; }, number,
          pack::Within::Where::kReply);
    }
    for (const std::string& id : detector.rule->yields_to) {
      std::ranges::copy(Named(id), std::back_inserter(detector.yields_to));
    }
  }
  detector.where = CompileConditions(WhereOf(detector), number);
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
  auto program = state_.lexicon->Compile({id, class_origins_[id]}, phrase_problems_);
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

std::vector<Condition> RulebookCompiler::CompileConditions(
    const std::vector<pack::Condition>& written, uint32_t number) {
  std::vector<Condition> conditions;
  conditions.reserve(written.size());
  for (const pack::Condition& each : written)
    conditions.push_back(CompileCondition(each, number));
  return conditions;
}

Condition RulebookCompiler::CompileCondition(const pack::Condition& written,
                                             uint32_t number) {
  const Detector& detector = state_.detectors[number];
  Condition condition;
  condition.kind = written.kind;
  condition.within = written.within;
  condition.flag = written.flag;
  condition.fact = written.fact;
  condition.parts = CompileConditions(written.parts, number);
  switch (written.kind) {
    case Kind::kAny:
    case Kind::kNone:
    case Kind::kCount:
    case Kind::kRatio:
    case Kind::kFirst:
      condition.ids = CompileIds(
          written.ids,
          [&](size_t i) { return OriginOf(written, KeyOf(written.kind), i); }, number,
          written.within.where);
      condition.over = CompileIds(
          written.over,
          [&](size_t i) { return OriginOf(written, OverOf(written.kind), i); }, number,
          written.within.where);
      break;
    case Kind::kFirstSentence:
      condition.ids = Named(kGreeting);
      break;
    case Kind::kDetail:
      condition.ids = Named(kGreeting);
      condition.over = Named(kClosing);
      condition.values = written.values.empty() ? 0 : 1;
      break;
    case Kind::kSubject:
      condition.values = Bits(written.values, kSubjects);
      break;
    case Kind::kFailure:
    case Kind::kFault:
    case Kind::kAccepted:
    case Kind::kRepeated:
    case Kind::kOverdue:
    case Kind::kFact:
      condition.values = Bits(written.values, kAnswers);
      break;
    case Kind::kRecordKind:
      condition.values = Occasions([&](input::Occasion occasion) {
        return Names(written, input::kKindWords[static_cast<size_t>(occasion.kind)]);
      });
      break;
    case Kind::kChannel:
      condition.values = Occasions([&](input::Occasion occasion) {
        return Names(written,
                     input::kChannelWords[static_cast<size_t>(occasion.channel)]);
      });
      break;
    case Kind::kSwitch:
      condition.values = Occasions([&](input::Occasion occasion) {
        return Names(written, settings_.Switch(written.name, occasion));
      });
      break;
    default:
      break;
  }
  return ByOccasion(written, detector, std::move(condition));
}

// The condition with its numbers. Where these differ, one of several: each with the
// occasions that it is for.
Condition RulebookCompiler::ByOccasion(const pack::Condition& written,
                                       const Detector& detector,
                                       Condition condition) const {
  std::map<std::array<double, 3>, uint32_t> occasions;
  for (size_t i = 0; i < input::kOccasionCount; ++i) {
    occasions[NumbersOf(written, detector, input::Occasion::At(i))] |= 1U << i;
  }
  Condition one_of;
  one_of.kind = Kind::kOr;
  for (const auto& [numbers, bits] : occasions) {
    condition.at_least = numbers[0];
    condition.at_most = numbers[1];
    condition.ratio = numbers[2];
    if (occasions.size() == 1) break;
    Condition& both = one_of.parts.emplace_back();
    both.kind = Kind::kHolds;
    both.at_least = 2;
    Condition& when = both.parts.emplace_back();
    when.kind = Kind::kChannel;
    when.values = bits;
    both.parts.push_back(condition);
  }
  return occasions.size() == 1 ? condition : one_of;
}

// The detectors that are named; what is found elsewhere than `where` looks is an error.
std::vector<uint32_t> RulebookCompiler::CompileIds(
    const std::vector<std::string>& ids,
    const std::function<pack::Origin(size_t)>& origin_of, uint32_t number,
    pack::Within::Where where) {
  using Where = pack::Within::Where;
  const bool customer = state_.detectors[number].customer
                            ? where != Where::kThread && where != Where::kEarlier
                            : where == Where::kCustomer || where == Where::kCustomerLast;
  std::set<uint32_t> all;
  for (size_t i = 0; i < ids.size(); ++i) {
    const std::string& id = ids[i];
    if (id == "self") {
      all.insert(number);
      const bool remote = where == Where::kThread || where == Where::kEarlier ||
                          where == Where::kCustomer || where == Where::kCustomerLast;
      if (remote) {
        Report(origin_of(i), "“self” is known in its own turn only",
               "make its patterns a move, and ask for that");
      }
      continue;
    }
    const std::vector<uint32_t> named = Named(id);
    all.insert(named.begin(), named.end());
    const bool reached = std::ranges::any_of(named, [&](uint32_t each) {
      const Detector& detector = state_.detectors[each];
      return detector.kind == Detector::Kind::kClass || detector.customer == customer;
    });
    if (named.empty()) ReportUnknown(id, origin_of(i));
    if (!named.empty() && !reached) ReportUnreachable(id, origin_of(i), customer);
  }
  return {all.begin(), all.end()};
}

bool RulebookCompiler::IsLeftOut(std::string_view id) const {
  return std::ranges::any_of(loaded_.left_out, [&](const pack::EntryName& entry) {
    return entry.id.starts_with(id);
  });
}

void RulebookCompiler::ReportUnknown(const std::string& id, const pack::Origin& origin) {
  if (IsLeftOut(id)) return;
  std::vector<std::string> known;
  for (const auto& [name, number] : numbers_) {
    // "G.apology.I" and what it may be asked for by: "G.apology", "G".
    for (size_t end = name.size(); end != std::string::npos && end > 0;
         end = name.rfind('.', end - 1)) {
      known.push_back(name.substr(0, end));
    }
  }
  Report(origin, "there is no move or rule “" + id + "”", pack::DidYouMean(id, known));
}

void RulebookCompiler::ReportUnreachable(const std::string& id,
                                         const pack::Origin& origin, bool customer) {
  if (customer) {
    Report(origin, "“" + id + "” is not looked for in the customer's turns",
           "moves of the customer have ids like C.complaint");
  } else {
    Report(origin, "“" + id + "” is looked for in the customer's turns only",
           "ask for it in “where”, with \"within\": \"customer\"");
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
        return Named(id).empty() || IsLeftOut(id);
      });
  if (unsure) return std::nullopt;
  return captures;
}

// at_least, at_most and ratio.
std::array<double, 3> RulebookCompiler::NumbersOf(const pack::Condition& written,
                                                  const Detector& detector,
                                                  input::Occasion occasion) const {
  const auto value = [&](const std::optional<pack::Number>& number, double otherwise) {
    if (!number) return otherwise;
    if (const double* plain = std::get_if<double>(&*number)) return *plain;
    const std::string name = std::get<std::string>(*number).substr(1);
    return detector.rule == nullptr
               ? 0
               : settings_.Parameter(*detector.rule, name, occasion);
  };
  const Condition unbound;
  return {value(written.at_least, unbound.at_least),
          value(written.at_most, unbound.at_most), value(written.ratio, unbound.ratio)};
}

void RulebookCompiler::CompileSuppressors() {
  for (uint32_t i = 0; i < loaded_.pack.suppressors.size(); ++i) {
    const pack::Suppressor& suppressor = loaded_.pack.suppressors[i];
    CompilePhrases(suppressor.patterns, i, state_.suppressors);
  }
}

}  // namespace amends::rules
