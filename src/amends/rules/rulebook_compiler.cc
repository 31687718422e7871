#include "amends/rules/rulebook_compiler.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <set>
#include <span>
#include <utility>

#include "amends/pack/similar.h"

namespace amends::rules {
namespace {

using Kind = pack::Condition::Kind;

constexpr const char* kSituationId = "the situation";

const std::vector<pack::Condition>& WhereOf(const Detector& detector) {
  static const std::vector<pack::Condition> kNone;
  if (detector.rule != nullptr) return detector.rule->where;
  return detector.move != nullptr ? detector.move->where : kNone;
}

bool AsksForCount(const Condition& condition, uint32_t self) {
  if (condition.kind == Kind::kCount && condition.ids[self]) return true;
  return std::ranges::any_of(condition.parts,
                             [self](const Condition& part) { return AsksForCount(part, self); });
}

uint32_t Bits(const std::vector<std::string>& values, std::span<const std::string_view> words) {
  uint32_t bits = 0;
  for (size_t i = 0; i < words.size(); ++i) {
    if (std::ranges::find(values, words[i]) != values.end()) bits |= 1U << i;
  }
  return bits;
}

// In the order of the enumerations they name.
constexpr std::string_view kAnswers[] = {"unknown", "no", "yes"};
constexpr std::string_view kSubjects[] = {"none", "i", "we", "you", "third", "imperative"};
constexpr std::string_view kKinds[] = {"reply", "notice", "internal", "incident"};
constexpr std::string_view kChannels[] = {"email", "chat", "public", "phone"};

}  // namespace

void RulebookCompiler::Compile() {
  const pack::Pack& pack = loaded_.pack;
  state_.lexicon = std::make_unique<match::Lexicon>(pack.classes, state_.analyzer, state_.verbs,
                                                    state_.vocabulary, pack.tables.frequent,
                                                    phrase_problems_);
  for (const std::string& word : pack.tables.frequent) {
    const text::WordId id = state_.vocabulary.Intern(word);
    if (state_.common.size() <= id) state_.common.resize(id + 1);
    state_.common[id] = true;
  }
  ListDetectors();
  SortDetectors();
  for (uint32_t number = 0; number < state_.detectors.size(); ++number) CompileDetector(number);
  CompileSuppressors();
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
  Detector situation;
  situation.kind = Detector::Kind::kSituation;
  situation.id = kSituationId;
  state_.detectors.push_back(std::move(situation));
  for (uint32_t i = 0; i < state_.detectors.size(); ++i) numbers_[state_.detectors[i].id] = i;
  for (const pack::Move& move : loaded_.pack.moves) ListClasses(move.where);
  for (const pack::Rule& rule : loaded_.pack.rules) ListClasses(rule.where);
}

void RulebookCompiler::ListClasses(const std::vector<pack::Condition>& conditions) {
  for (const pack::Condition& condition : conditions) {
    for (const std::string& id : condition.ids) AddClass(id, condition.origin);
    for (const std::string& id : condition.over) AddClass(id, condition.origin);
    ListClasses(condition.parts);
  }
}

void RulebookCompiler::AddClass(const std::string& id, const pack::Origin& origin) {
  if (!id.starts_with('{') || numbers_.contains(id)) return;
  // Compiled here, where its first origin is at hand.
  Detector detector;
  detector.kind = Detector::Kind::kClass;
  detector.id = id;
  numbers_[id] = static_cast<uint32_t>(state_.detectors.size());
  state_.detectors.push_back(std::move(detector));
  if (!state_.lexicon->HasClass(std::string_view(id).substr(1, id.size() - 2))) {
    const std::vector<std::string> ids = state_.lexicon->ClassIds();
    Report(origin, "there is no class “" + id + "”",
           pack::DidYouMean(std::string_view(id).substr(1, id.size() - 2), ids));
  }
}

// The detectors of this id, or of ids that go on with a dot.
std::vector<uint32_t> RulebookCompiler::Named(std::string_view id) const {
  std::vector<uint32_t> named;
  for (auto at = numbers_.lower_bound(id); at != numbers_.end(); ++at) {
    if (!at->first.starts_with(id)) break;
    if (at->first.size() == id.size() || at->first[id.size()] == '.') named.push_back(at->second);
  }
  return named;
}

void RulebookCompiler::AddNeeds(const std::vector<pack::Condition>& conditions,
                                const Detector& of, std::vector<uint32_t>& needs) {
  for (const pack::Condition& condition : conditions) {
    const bool situation = condition.kind == Kind::kFailure || condition.kind == Kind::kFault;
    if (situation && of.customer) {
      Report(condition.origin, "a move of the customer cannot ask for “failure” or “fault”",
             "it is from such moves that they are known");
    } else if (situation) {
      needs.push_back(numbers_.find(kSituationId)->second);
    }
    for (const auto* ids : {&condition.ids, &condition.over}) {
      for (const std::string& id : *ids) std::ranges::copy(Named(id), std::back_inserter(needs));
    }
    AddNeeds(condition.parts, of, needs);
  }
}

std::vector<uint32_t> RulebookCompiler::NeedsOf(uint32_t number) {
  const Detector& detector = state_.detectors[number];
  std::vector<uint32_t> needs;
  AddNeeds(WhereOf(detector), detector, needs);
  if (detector.rule != nullptr) {
    for (const std::string& id : detector.rule->on.moves) {
      std::ranges::copy(Named(id), std::back_inserter(needs));
    }
  }
  if (detector.kind == Detector::Kind::kSituation) {
    for (uint32_t other = 0; other < state_.detectors.size(); ++other) {
      if (conversation::SignOf(state_.detectors[other].id) != conversation::Sign::kNone) {
        needs.push_back(other);
      }
    }
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
      const Detector& detector = state_.detectors[number];
      const pack::Origin origin = detector.rule   ? detector.rule->origin
                                  : detector.move ? detector.move->origin
                                                  : pack::Origin{};
      Report(origin,
             "“" + detector.id + "” and “" + state_.detectors[need].id +
                 "” ask for each other in their conditions",
             "take one of them out of the circle");
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
  for (uint32_t i = 0; i < count; ++i) numbers_[state_.detectors[i].id] = i;
}

void RulebookCompiler::CompileDetector(uint32_t number) {
  Detector& detector = state_.detectors[number];
  state_.signs.push_back(conversation::SignOf(detector.id));
  if (detector.kind == Detector::Kind::kClass) {
    const pack::Phrase phrase{detector.id, {}};
    if (state_.lexicon->HasClass(std::string_view(detector.id).substr(1, detector.id.size() - 2))) {
      CompilePhrases({phrase}, number, state_.agent);
      CompilePhrases({phrase}, number, state_.customer);
    }
  } else if (detector.kind == Detector::Kind::kMove) {
    CompilePhrases(detector.move->patterns, number,
                   detector.customer ? state_.customer : state_.agent);
    CompileUnless(detector.move->unless, detector);
  } else if (detector.kind == Detector::Kind::kRule) {
    CompilePhrases(detector.rule->on.patterns, number, state_.agent);
    CompileUnless(detector.rule->unless, detector);
    if (!detector.rule->on.moves.empty()) {
      detector.on_moves = CompileIds(detector.rule->on.moves, detector.rule->origin, number);
    }
  }
  detector.where = CompileConditions(WhereOf(detector), number);
  detector.counts_itself = std::ranges::any_of(
      detector.where, [number](const Condition& each) { return AsksForCount(each, number); });
  if (detector.whole_reply || !detector.on_moves.empty() ||
      detector.kind == Detector::Kind::kSituation) {
    state_.unprompted.push_back(number);
  }
}

void RulebookCompiler::CompilePhrases(const std::vector<pack::Phrase>& phrases, uint32_t owner,
                                      match::PhraseSet& set) {
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
    detector.unless.push_back({state_.unless.Add(std::move(*program), 0), each.scope});
  }
}

std::vector<Condition> RulebookCompiler::CompileConditions(
    const std::vector<pack::Condition>& written, uint32_t number) {
  std::vector<Condition> conditions;
  conditions.reserve(written.size());
  for (const pack::Condition& each : written) conditions.push_back(CompileCondition(each, number));
  return conditions;
}

Condition RulebookCompiler::CompileCondition(const pack::Condition& written, uint32_t number) {
  const Detector& detector = state_.detectors[number];
  Condition condition;
  condition.kind = written.kind;
  condition.within = written.within;
  condition.flag = written.flag;
  condition.parts = CompileConditions(written.parts, number);
  if (written.at_least) condition.at_least = CompileNumber(*written.at_least, detector);
  if (written.at_most) condition.at_most = CompileNumber(*written.at_most, detector);
  if (written.ratio) condition.ratio = CompileNumber(*written.ratio, detector);
  switch (written.kind) {
    case Kind::kAny:
    case Kind::kNone:
    case Kind::kCount:
    case Kind::kRatio:
      condition.ids = CompileIds(written.ids, written.origin, number);
      condition.over = CompileIds(written.over, written.origin, number);
      break;
    case Kind::kSubject:
      condition.values = Bits(written.values, kSubjects);
      break;
    case Kind::kFailure:
    case Kind::kFault:
      condition.values = Bits(written.values, kAnswers);
      break;
    case Kind::kRecordKind:
      condition.values = Bits(written.values, kKinds);
      break;
    case Kind::kChannel:
      condition.values = Bits(written.values, kChannels);
      break;
    case Kind::kSwitch:
      condition.flag = std::ranges::find(written.values, settings_.Switch(written.name)) !=
                       written.values.end();
      break;
    default:
      break;
  }
  return condition;
}

std::vector<bool> RulebookCompiler::CompileIds(const std::vector<std::string>& ids,
                                               const pack::Origin& origin, uint32_t number) {
  std::vector<bool> bits(state_.detectors.size());
  for (const std::string& id : ids) {
    if (id == "self") {
      bits[number] = true;
      continue;
    }
    const std::vector<uint32_t> named = Named(id);
    for (uint32_t each : named) bits[each] = true;
    if (named.empty()) ReportUnknown(id, origin);
  }
  return bits;
}

void RulebookCompiler::ReportUnknown(const std::string& id, const pack::Origin& origin) {
  const bool left_out = std::ranges::any_of(
      loaded_.left_out, [&](const pack::EntryName& entry) { return entry.id.starts_with(id); });
  if (left_out) return;
  std::vector<std::string> known;
  for (const auto& [name, number] : numbers_) known.push_back(name);
  Report(origin, "there is no move or rule “" + id + "”", pack::DidYouMean(id, known));
}

double RulebookCompiler::CompileNumber(const pack::Number& number,
                                       const Detector& detector) const {
  if (const double* value = std::get_if<double>(&number)) return *value;
  const std::string name = std::get<std::string>(number).substr(1);
  return detector.rule == nullptr ? 0 : settings_.Parameter(*detector.rule, name);
}

void RulebookCompiler::CompileSuppressors() {
  for (uint32_t i = 0; i < loaded_.pack.suppressors.size(); ++i) {
    const pack::Suppressor& suppressor = loaded_.pack.suppressors[i];
    CompilePhrases(suppressor.patterns, i, state_.suppressors);
  }
}

}  // namespace amends::rules
