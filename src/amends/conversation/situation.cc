#include "amends/conversation/situation.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace amends::conversation {
namespace {

// By id, or the beginning of one up to a dot.
constexpr std::pair<std::string_view, Sign> kSigns[] = {
    {"C.complaint", Sign::kTrouble},    {"C.loss", Sign::kTrouble},
    {"C.feeling", Sign::kTrouble},      {"C.joy", Sign::kPraise},
    {"C.question", Sign::kCalm},        {"C.thanks", Sign::kCalm},
    {"G.responsibility", Sign::kOwned}, {"G.apology", Sign::kSorry},
    {"G.sympathy", Sign::kSorry},       {"N.sorry-social", Sign::kSmall},
    {"N.sorry-refusal", Sign::kSmall},  {"N.sorry-small", Sign::kSmall},
    {"N.sorry-loss", Sign::kSmall},     {"N.dypii.ask", Sign::kCheck},
    {"N.dypii.try", Sign::kCheck},
};

// A review that praises so much more than it complains is content, in spite of its
// gripes.
constexpr size_t kLeastPraise = 3;
constexpr size_t kPraisePerTrouble = 2;

struct Seen {
  bool trouble = false;  // of the customer, in a turn that is not content all the same
  bool gripe = false;    // of the customer, in a turn that is content
  bool content = false;  // a turn of the customer
  bool calm = false;     // of the customer
  bool owned = false;
  bool sorry = false;
  bool check = false;
};

// A flag for each word of the turn.
class Marks {
 public:
  explicit Marks(const Reading& turn) : marked_(turn.text.words.size()) {}

  bool Touch(match::Range words) const {
    const auto begin = marked_.begin();
    return std::find(begin + words.begin, begin + words.end, true) != begin + words.end;
  }
  void Set(match::Range words) {
    std::fill(marked_.begin() + words.begin, marked_.begin() + words.end, true);
  }

 private:
  std::vector<bool> marked_;
};

// How many stretches of the turn bear the sign; what overlaps is counted once.
size_t CountOf(Sign sign, const Reading& turn, std::span<const Sign> signs) {
  size_t count = 0;
  Marks counted(turn);
  for (const Found& found : turn.found) {
    if (signs[found.detector] != sign || counted.Touch(found.words)) continue;
    counted.Set(found.words);
    ++count;
  }
  return count;
}

// Whether an apology or sympathy stands there that is for more than something small.
bool IsSorry(const Reading& turn, std::span<const Sign> signs) {
  Marks small(turn);
  for (const Found& found : turn.found) {
    if (signs[found.detector] == Sign::kSmall) small.Set(found.words);
  }
  return std::ranges::any_of(turn.found, [&](const Found& found) {
    return signs[found.detector] == Sign::kSorry && !small.Touch(found.words);
  });
}

void NoteCustomer(const Reading& turn, std::span<const Sign> signs, Seen& seen) {
  const size_t trouble = CountOf(Sign::kTrouble, turn, signs);
  const size_t praise = CountOf(Sign::kPraise, turn, signs);
  const bool content = praise >= kLeastPraise && praise > kPraisePerTrouble * trouble;
  seen.trouble |= trouble > 0 && !content;
  seen.gripe |= trouble > 0 && content;
  seen.content |= content;
  seen.calm |= praise > 0 || CountOf(Sign::kCalm, turn, signs) > 0;
}

void NoteAgent(const Reading& turn, std::span<const Sign> signs, Seen& seen) {
  for (const Found& found : turn.found) {
    const Sign sign = signs[found.detector];
    seen.owned |= sign == Sign::kOwned;
    seen.check |= sign == Sign::kCheck;
  }
  seen.sorry |= IsSorry(turn, signs);
}

bool HasFailed(const Seen& seen) {
  const bool delighted = seen.content && !seen.gripe;  // what is there to be sorry for?
  return seen.trouble || seen.owned || (seen.sorry && !delighted) ||
         (seen.check && !seen.calm);
}

Answer From(bool fact) { return fact ? Answer::kYes : Answer::kNo; }

}  // namespace

Sign SignOf(std::string_view move) {
  for (const auto& [id, sign] : kSigns) {
    if (move == id || (move.starts_with(id) && move[id.size()] == '.')) return sign;
  }
  return Sign::kNone;
}

Situation ReadSituation(const input::Facts& facts, std::span<const Reading> turns,
                        std::span<const Sign> signs) {
  Seen seen;
  for (const Reading& turn : turns) {
    const bool customer = turn.role == input::Role::kCustomer;
    (customer ? NoteCustomer : NoteAgent)(turn, signs, seen);
  }
  Situation situation;
  if (facts.failure) {
    situation.failure = From(*facts.failure);
  } else if (HasFailed(seen) || facts.company_at_fault.value_or(false) ||
             facts.severity.value_or(0) > 0) {
    situation.failure = Answer::kYes;
  } else if (seen.calm) {
    situation.failure = Answer::kNo;
  }
  if (facts.company_at_fault) {
    situation.fault = From(*facts.company_at_fault);
  } else if (seen.owned) {
    situation.fault = Answer::kYes;
  }
  return situation;
}

}  // namespace amends::conversation
