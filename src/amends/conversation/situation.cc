#include "amends/conversation/situation.h"

#include <algorithm>
#include <string>
#include <utility>

namespace amends::conversation {
namespace {

// By id, or the beginning of one up to a dot.
constexpr std::pair<std::string_view, Sign> kSigns[] = {
    {"C.complaint", Sign::kTrouble},  {"C.loss", Sign::kTrouble},
    {"C.feeling", Sign::kTrouble},    {"C.question", Sign::kCalm},
    {"C.thanks", Sign::kCalm},        {"C.joy", Sign::kCalm},
    {"G.responsibility", Sign::kOwned}, {"G.apology", Sign::kApology},
    {"N.sorry-social", Sign::kSmall}, {"N.sorry-refusal", Sign::kSmall},
    {"N.sorry-small", Sign::kSmall},  {"N.dypii", Sign::kCheck},
};

struct Seen {
  bool customer = false;  // the customer has written
  bool trouble = false;
  bool calm = false;
  bool owned = false;
  bool apology = false;
  bool check = false;
};

bool IsSmall(const Reading& turn, const Found& apology, std::span<const Sign> signs) {
  return std::ranges::any_of(turn.found, [&](const Found& other) {
    return signs[other.detector] == Sign::kSmall && other.words.overlaps(apology.words);
  });
}

void Note(const Reading& turn, std::span<const Sign> signs, Seen& seen) {
  seen.customer |= turn.role == input::Role::kCustomer && !turn.text.words.empty();
  for (const Found& found : turn.found) {
    switch (signs[found.detector]) {
      case Sign::kTrouble:
        seen.trouble = true;
        break;
      case Sign::kCalm:
        seen.calm = true;
        break;
      case Sign::kOwned:
        seen.owned = true;
        break;
      case Sign::kApology:
        seen.apology |= !IsSmall(turn, found, signs);
        break;
      case Sign::kCheck:
        seen.check = true;
        break;
      case Sign::kNone:
      case Sign::kSmall:
        break;
    }
  }
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
  for (const Reading& turn : turns) Note(turn, signs, seen);
  Situation situation;
  if (facts.failure) {
    situation.failure = From(*facts.failure);
  } else if (seen.trouble || seen.owned || seen.apology || (seen.check && !seen.customer) ||
             facts.company_at_fault.value_or(false) || facts.severity.value_or(0) > 0) {
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
