#include "amends/rules/detector_list.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <utility>

#include "amends/conversation/case_notes.h"
#include "amends/conversation/failure.h"
#include "amends/pack/similar.h"

namespace amends::rules {
namespace {

using Kind = pack::Condition::Kind;

constexpr const char* kFailureId = "failure";
constexpr const char* kCaseId = "case";

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

pack::Origin OriginOf(const pack::Condition& condition, const std::string& key,
                      size_t item) {
  return {condition.origin.file,
          condition.origin.pointer + "/" + key + "/" + std::to_string(item)};
}

}  // namespace

const std::vector<pack::Condition>& WhereOf(const Detector& detector) {
  static const std::vector<pack::Condition> kNone;
  if (detector.rule != nullptr) return detector.rule->where;
  return detector.move != nullptr ? detector.move->where : kNone;
}

pack::Origin OriginOfId(const pack::Condition& condition, size_t item) {
  return OriginOf(condition, KeyOf(condition.kind), item);
}

pack::Origin OriginOfOver(const pack::Condition& condition, size_t item) {
  return OriginOf(condition, OverOf(condition.kind), item);
}

bool IsReading(const Detector& detector) {
  return detector.kind == Detector::Kind::kFailure ||
         detector.kind == Detector::Kind::kCase;
}

std::string ClassOf(std::string_view id) {
  return std::string(id.substr(1, id.find_first_of("~}") - 1));
}

DetectorList::DetectorList(const pack::Loaded& loaded, const match::Lexicon& lexicon,
                           std::vector<Detector>& detectors,
                           std::vector<pack::Problem>& problems)
    : loaded_(loaded), lexicon_(lexicon), detectors_(detectors), problems_(problems) {
  ListDetectors();
  SortDetectors();
}

void DetectorList::Report(const pack::Origin& origin, std::string message,
                          std::string hint) {
  problems_.push_back(loaded_.sources.At(origin, std::move(message), std::move(hint)));
}

void DetectorList::ListDetectors() {
  for (const pack::Move& move : loaded_.pack.moves) {
    Detector detector;
    detector.id = move.id;
    detector.move = &move;
    detector.customer = move.customer;
    detectors_.push_back(std::move(detector));
  }
  for (const pack::Rule& rule : loaded_.pack.rules) {
    Detector detector;
    detector.kind = Detector::Kind::kRule;
    detector.id = rule.id;
    detector.rule = &rule;
    detector.whole_reply = rule.on.reply;
    detectors_.push_back(std::move(detector));
  }
  for (uint32_t i = 0; i < detectors_.size(); ++i) numbers_[detectors_[i].id] = i;
  failure_ = AddReading(Detector::Kind::kFailure, kFailureId);
  case_ = AddReading(Detector::Kind::kCase, kCaseId);
  for (const pack::Move& move : loaded_.pack.moves) ListClasses(move.where);
  for (const pack::Rule& rule : loaded_.pack.rules) ListClasses(rule.where);
}

void DetectorList::ListClasses(const std::vector<pack::Condition>& conditions) {
  for (const pack::Condition& condition : conditions) {
    for (size_t i = 0; i < condition.ids.size(); ++i) {
      AddClass(condition.ids[i], OriginOfId(condition, i));
    }
    for (size_t i = 0; i < condition.over.size(); ++i) {
      AddClass(condition.over[i], OriginOfOver(condition, i));
    }
    ListClasses(condition.parts);
  }
}

// A detector that reads the turns; returns its number.
uint32_t DetectorList::AddReading(Detector::Kind kind, std::string id) {
  Detector detector;
  detector.kind = kind;
  detector.id = std::move(id);
  detectors_.push_back(std::move(detector));
  return static_cast<uint32_t>(detectors_.size() - 1);
}

void DetectorList::AddClass(const std::string& id, const pack::Origin& origin) {
  if (!id.starts_with('{') || numbers_.contains(id)) return;
  class_origins_[id] = origin;
  Detector detector;
  detector.kind = Detector::Kind::kClass;
  detector.id = id;
  numbers_[id] = static_cast<uint32_t>(detectors_.size());
  detectors_.push_back(std::move(detector));
  const std::string name = ClassOf(id);
  const std::vector<std::string> ids = lexicon_.ClassIds();
  const bool known = std::ranges::find(ids, name) != ids.end();
  if (known || loaded_.left_out.contains({pack::EntryKind::kClass, name})) return;
  Report(origin, "there is no class “" + id + "”", pack::DidYouMean(name, ids));
}

std::vector<uint32_t> DetectorList::Named(std::string_view id) const {
  std::vector<uint32_t> named;
  for (auto at = numbers_.lower_bound(id); at != numbers_.end(); ++at) {
    if (!at->first.starts_with(id)) break;
    if (at->first.size() == id.size() || at->first[id.size()] == '.')
      named.push_back(at->second);
  }
  return named;
}

void DetectorList::AddNeeds(const std::vector<pack::Condition>& conditions,
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
void DetectorList::AddMoves(bool (*tells)(std::string_view id),
                            std::vector<uint32_t>& needs) const {
  for (uint32_t i = 0; i < detectors_.size(); ++i) {
    if (tells(detectors_[i].id)) needs.push_back(i);
  }
}

std::vector<uint32_t> DetectorList::NeedsOf(uint32_t number) {
  const Detector& detector = detectors_[number];
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
void DetectorList::SortDetectors() {
  enum class Mark : uint8_t { kNew, kOpen, kDone };
  const size_t count = detectors_.size();
  std::vector<Mark> marks(count, Mark::kNew);
  std::vector<std::vector<uint32_t>> needs(count);
  for (uint32_t i = 0; i < count; ++i) needs[i] = NeedsOf(i);
  std::vector<uint32_t> order;
  const std::function<void(uint32_t)> visit = [&](uint32_t number) {
    marks[number] = Mark::kOpen;
    for (uint32_t need : needs[number]) {
      if (marks[need] == Mark::kNew) visit(need);
      if (marks[need] != Mark::kOpen || need == number) continue;
      ReportCircle(detectors_[number], detectors_[need]);
    }
    marks[number] = Mark::kDone;
    order.push_back(number);
  };
  for (uint32_t i = 0; i < count; ++i) {
    if (marks[i] == Mark::kNew) visit(i);
  }
  std::vector<Detector> sorted;
  for (uint32_t number : order) sorted.push_back(std::move(detectors_[number]));
  detectors_ = std::move(sorted);
  for (uint32_t i = 0; i < count; ++i) {
    const Detector& detector = detectors_[i];
    if (detector.kind == Detector::Kind::kFailure) {
      failure_ = i;
    } else if (detector.kind == Detector::Kind::kCase) {
      case_ = i;
    } else {
      numbers_[detector.id] = i;
    }
  }
}

void DetectorList::ReportCircle(const Detector& one, const Detector& other) {
  const Detector& first = IsReading(one) ? other : one;
  const Detector& second = &first == &one ? other : one;
  const pack::Origin& origin =
      first.rule != nullptr ? first.rule->origin : first.move->origin;
  Report(origin, "“" + first.id + "” and “" + second.id + "” hang on each other",
         "take one of them out of the circle");
}

bool DetectorList::IsLeftOut(std::string_view id) const {
  return std::ranges::any_of(loaded_.left_out, [&](const pack::EntryName& entry) {
    return entry.id.starts_with(id);
  });
}

void DetectorList::ReportUnknown(const std::string& id, const pack::Origin& origin) {
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

}  // namespace amends::rules
