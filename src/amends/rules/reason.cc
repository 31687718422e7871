#include "amends/rules/reason.h"

#include <span>
#include <string_view>
#include <vector>

#include <fmt/format.h>

namespace amends::rules {
namespace {

using Kind = pack::Condition::Kind;

constexpr size_t kMostNames = 3;

std::string Answered(std::string_view question, conversation::Answer answer) {
  constexpr std::string_view kAnswers[] = {"not known", "no", "yes"};  // by value
  return fmt::format("{}: {}", question, kAnswers[static_cast<size_t>(answer)]);
}

std::string_view PlaceOf(const pack::Within& within) {
  using Where = pack::Within::Where;
  switch (within.where) {
    case Where::kClause:
      return "in its clause";
    case Where::kNextClause:
      return "in the next clause";
    case Where::kPreviousClause:
      return "in the clause before";
    case Where::kSentence:
      return "in its sentence";
    case Where::kNextSentence:
      return "in the next sentence";
    case Where::kPreviousSentence:
      return "in the sentence before";
    case Where::kReply:
      return "in the reply";
    case Where::kThread:
      return "in the thread";
    case Where::kEarlier:
      return "in earlier replies";
    case Where::kCustomer:
      return "in the customer's words";
    case Where::kCustomerLast:
      return "in the customer's last message";
    case Where::kBefore:
      return "before it";
    case Where::kAfter:
      return "after it";
  }
  return "";
}

class Teller {
 public:
  Teller(const Rulebook& rulebook, const conversation::Situation& situation)
      : rulebook_(rulebook), situation_(situation) {}

  // Why the condition does not hold.
  std::string WhyNot(const Condition& condition) const;

 private:
  std::string Names(std::span<const uint32_t> ids) const;
  std::string WhyNoneOf(const std::vector<Condition>& parts) const;

  const Rulebook& rulebook_;
  const conversation::Situation& situation_;
};

std::string Teller::Names(std::span<const uint32_t> ids) const {
  std::string names;
  for (size_t i = 0; i < ids.size() && i < kMostNames; ++i) {
    names += (i == 0 ? "" : ", ") + rulebook_.detectors()[ids[i]].id;
  }
  return names + (ids.size() > kMostNames ? " …" : "");
}

std::string Teller::WhyNoneOf(const std::vector<Condition>& parts) const {
  std::string all;
  for (const Condition& part : parts) all += (all.empty() ? "" : ", and ") + WhyNot(part);
  return all;
}

std::string Teller::WhyNot(const Condition& condition) const {
  const std::string_view place = PlaceOf(condition.within);
  switch (condition.kind) {
    case Kind::kAny:
      return fmt::format("there is no {} {}", Names(condition.ids), place);
    case Kind::kNone:
      return fmt::format("there is {} {}", Names(condition.ids), place);
    case Kind::kCount:
      return fmt::format("there are not so many of {} {}", Names(condition.ids), place);
    case Kind::kRatio:
      return fmt::format("{} does not outweigh {} {}", Names(condition.ids),
                         Names(condition.over), place);
    case Kind::kSubject:
      return "somebody else is the subject there";
    case Kind::kFailure:
      return Answered("has something gone wrong", situation_.failure);
    case Kind::kFault:
      return Answered("is the company at fault", situation_.fault);
    case Kind::kAccepted:
      return Answered("has the customer taken the apology", situation_.accepted);
    case Kind::kRepeated:
      return Answered("did it go wrong before", situation_.repeated);
    case Kind::kSeverity:
      return "it is not so grave";
    case Kind::kFact:
      return "the facts of the record are others";
    case Kind::kRecordKind:
      return "it does not judge texts of this kind";
    case Kind::kChannel:
      return "it does not judge this channel";
    case Kind::kFirstReply:
      return condition.flag ? "an agent has answered before"
                            : "no agent has answered before";
    case Kind::kContext:
      return condition.flag ? "no word of the customer is known"
                            : "the customer's words are known";
    case Kind::kSwitch:
      return "the profile has it so";
    case Kind::kEcho:
      return condition.flag ? "the customer did not use the word"
                            : "the customer used the word first";
    case Kind::kGiven:
      return condition.flag ? "the customer has not said it yet"
                            : "the customer has said it";
    case Kind::kFirst:
      return fmt::format("{} does not come before {}", Names(condition.ids),
                         Names(condition.over));
    case Kind::kHolds:
      return "not enough, or too much, of what it counts is there";
    case Kind::kDetail:
      return fmt::format("there is {} detail of the case {}", condition.flag ? "no" : "a",
                         place);
    case Kind::kQuestion:
      return condition.flag ? "it is no question" : "it is a question";
    case Kind::kFirstSentence:
      return condition.flag ? "it does not stand in the first sentence"
                            : "it stands in the first sentence";
    case Kind::kOr:
      return WhyNoneOf(condition.parts);
    case Kind::kNot:
      return "an exception of the rule holds";
  }
  return "";
}

}  // namespace

std::string ReasonOf(const Rulebook& rulebook, const Judgement& judgement,
                     const Silence& silence) {
  const Detector& detector = rulebook.detectors()[silence.detector];
  switch (silence.cause) {
    case Silence::Cause::kUnless:
      return detector.unless[silence.number].because;
    case Silence::Cause::kCondition:
      return Teller(rulebook, judgement.situation).WhyNot(detector.where[silence.number]);
    case Silence::Cause::kYields:
      return fmt::format("{} says it", rulebook.detectors()[silence.number].id);
  }
  return "";
}

}  // namespace amends::rules
