#include "amends/rules/reason.h"

#include <algorithm>
#include <span>
#include <string_view>

#include <fmt/format.h>

namespace amends::rules {
namespace {

using Kind = pack::Condition::Kind;

constexpr size_t kMostNames = 3;
constexpr size_t kMostParts = 2;

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
  Teller(const Rulebook& rulebook, const conversation::Situation& situation,
         const std::function<bool(const Condition&)>& holds)
      : rulebook_(rulebook), situation_(situation), holds_(holds) {}

  // What is so there: that the condition holds, or that it does not.
  std::string Tell(const Condition& condition, bool held) const;

 private:
  bool IsForElsewhere(const Condition& condition) const;
  std::string TellParts(const Condition& condition, bool held) const;
  std::string TellHolds(const Condition& condition, bool held) const;
  std::string Names(std::span<const uint32_t> ids) const;

  const Rulebook& rulebook_;
  const conversation::Situation& situation_;
  const std::function<bool(const Condition&)>& holds_;
};

std::string Teller::Names(std::span<const uint32_t> ids) const {
  std::string names;
  for (size_t i = 0; i < ids.size() && i < kMostNames; ++i) {
    names += (i == 0 ? "" : ", ") + rulebook_.detectors()[ids[i]].id;
  }
  return names + (ids.size() > kMostNames ? " …" : "");
}

// Whether it is a condition with the numbers of other occasions.
bool Teller::IsForElsewhere(const Condition& condition) const {
  return condition.kind == Kind::kHolds && condition.parts[0].kind == Kind::kChannel &&
         !holds_(condition.parts[0]);
}

// Those of the parts that hold, or that do not.
std::string Teller::TellParts(const Condition& condition, bool held) const {
  std::string all;
  size_t told = 0;
  for (const Condition& part : condition.parts) {
    if (IsForElsewhere(part) || holds_(part) != held) continue;
    if (++told > kMostParts) return all + ", and more";
    all += (all.empty() ? "" : ", and ") + Tell(part, held);
  }
  return all;
}

// Too few of its parts hold, or too many.
std::string Teller::TellHolds(const Condition& condition, bool held) const {
  const auto count = std::ranges::count_if(condition.parts, holds_);
  const bool few = static_cast<double>(count) < condition.at_least;
  return TellParts(condition, held ? count > 0 : !few);
}

std::string Teller::Tell(const Condition& condition, bool held) const {
  const std::string_view place = PlaceOf(condition.within);
  const bool so = condition.flag == held;
  switch (condition.kind) {
    case Kind::kAny:
      return fmt::format("there is {}{} {}", held ? "" : "no ", Names(condition.ids),
                         place);
    case Kind::kNone:
      return fmt::format("there is {}{} {}", held ? "no " : "", Names(condition.ids),
                         place);
    case Kind::kCount:
      return fmt::format("there are {} of {} {}", held ? "so many" : "not so many",
                         Names(condition.ids), place);
    case Kind::kRatio:
      return fmt::format("{} {} {} {}", Names(condition.ids),
                         held ? "outweighs" : "does not outweigh", Names(condition.over),
                         place);
    case Kind::kSubject:
      return held ? "that is the subject there" : "somebody else is the subject there";
    case Kind::kFailure:
      return Answered("has something gone wrong", situation_.failure);
    case Kind::kFault:
      return Answered("is the company at fault", situation_.fault);
    case Kind::kAccepted:
      return Answered("has the customer taken the apology", situation_.accepted);
    case Kind::kRepeated:
      return Answered("did it go wrong before", situation_.repeated);
    case Kind::kOverdue:
      return Answered("is a promise overdue", situation_.overdue);
    case Kind::kSeverity:
      return held ? "it is grave" : "it is not so grave";
    case Kind::kFact:
      return held ? "the facts of the record say so" : "the record's facts do not say so";
    case Kind::kRecordKind:
      return held ? "texts of this kind are left alone"
                  : "it does not judge texts of this kind";
    case Kind::kChannel:
      return held ? "this channel is left alone" : "it does not judge this channel";
    case Kind::kFirstReply:
      return so ? "no agent has answered before" : "an agent has answered before";
    case Kind::kContext:
      return so ? "the customer's words are known" : "no word of the customer is known";
    case Kind::kSwitch:
      return "the profile has it so";
    case Kind::kEcho:
      return so ? "the customer used the word first" : "the customer did not use the word";
    case Kind::kGiven:
      return so ? "the customer has said it" : "the customer has not said it yet";
    case Kind::kFirst:
      return fmt::format("{} {} before {}", Names(condition.ids),
                         held ? "comes" : "does not come", Names(condition.over));
    case Kind::kDetail:
      return fmt::format("there is {} detail of the case {}", so ? "a" : "no", place);
    case Kind::kQuestion:
      return so ? "it is a question" : "it is no question";
    case Kind::kFirstSentence:
      return so ? "it stands in the first sentence"
                : "it does not stand in the first sentence";
    case Kind::kHolds:
      return TellHolds(condition, held);
    case Kind::kOr:
      return TellParts(condition, held);
    case Kind::kNot:
      return Tell(condition.parts[0], !held);
  }
  return "";
}

}  // namespace

std::string WhyNot(const Condition& condition, const Rulebook& rulebook,
                   const conversation::Situation& situation,
                   const std::function<bool(const Condition&)>& holds) {
  return Teller(rulebook, situation, holds).Tell(condition, false);
}

}  // namespace amends::rules
