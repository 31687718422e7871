#include "amends/conversation/signs.h"

namespace amends::conversation {
namespace {

struct Row {
  std::string_view move;  // an id, or the beginning of one up to a dot
  Sign sign = Sign::kNone;
  std::optional<Topic> topic = std::nullopt;
};

constexpr Row kRows[] = {
    {"C.complaint", Sign::kTrouble},
    {"C.loss", Sign::kTrouble, Topic::kLoss},
    {"C.feeling", Sign::kTrouble, Topic::kFeeling},
    {"C.joy", Sign::kPraise},
    {"C.question", Sign::kCalm},
    {"C.thanks", Sign::kCalm, Topic::kThanks},
    {"C.again", Sign::kAgain},
    {"C.accept", Sign::kNone, Topic::kAcceptance},
    {"C.fact", Sign::kNone, Topic::kFact},
    {"C.tried", Sign::kNone, Topic::kTried},
    {"C.demand", Sign::kNone, Topic::kDemand},
    {"C.idea", Sign::kNone, Topic::kIdea},
    {"C.when", Sign::kNone, Topic::kMoment},
    {"C.item", Sign::kNone, Topic::kItem},
    {"C.load", Sign::kNone, Topic::kLoad},
    {"N.load", Sign::kNone, Topic::kLoad},
    {"C.circumstance", Sign::kNone, Topic::kCircumstance},
    {"G.responsibility", Sign::kOwned, Topic::kResponsibility},
    {"G.apology", Sign::kSorry, Topic::kApology},
    {"G.sympathy", Sign::kSorry, Topic::kSympathy},
    {"G.repair-done", Sign::kMended, Topic::kGrant},
    {"G.repair-offer", Sign::kMending, Topic::kPromise},
    {"G.next", Sign::kNone, Topic::kPromise},
    {"G.checkback", Sign::kNone, Topic::kPromise},
    {"G.find-out", Sign::kNone, Topic::kPromise},
    {"G.time", Sign::kDue},
    {"G.exception", Sign::kMending, Topic::kGrant},
    {"G.grant", Sign::kMending, Topic::kGrant},
    {"G.extra", Sign::kNone, Topic::kExtra},
    {"G.handoff-warm", Sign::kNone, Topic::kHandover},
    {"N.handoff", Sign::kNone, Topic::kHandover},
    {"B.refusal", Sign::kNone, Topic::kRefusal},
    {"B.policy", Sign::kNone, Topic::kRefusal},
    {"N.open", Sign::kOpen},
    {"N.sorry-social", Sign::kSmall},
    {"N.sorry-refusal", Sign::kSmall},
    {"N.sorry-small", Sign::kSmall},
    {"N.sorry-loss", Sign::kSmall},
    {"N.dypii.ask", Sign::kCheck},
    {"N.dypii.try", Sign::kCheck},
};

}  // namespace

Meaning MeaningOf(std::string_view move) {
  for (const Row& row : kRows) {
    if (!move.starts_with(row.move)) continue;
    const std::string_view rest = move.substr(row.move.size());
    if (rest.empty()) return {row.sign, row.topic, ""};
    if (rest[0] == '.') return {row.sign, row.topic, rest.substr(1)};
  }
  return {};
}

}  // namespace amends::conversation
