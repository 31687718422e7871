// What the thread tells about the case at the moment of the draft: what has gone wrong,
// what has been said about it, and where. Values. docs/situation.md says how each is
// decided.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "amends/input/conversation.h"
#include "amends/input/moment.h"
#include "amends/text/span.h"

namespace amends::conversation {

enum class Answer : uint8_t { kUnknown, kNo, kYes };

// Words of a turn: bytes of its text. The draft is the turn behind the last of the
// context.
struct Evidence {
  uint32_t turn = 0;
  text::Span span;

  auto operator<=>(const Evidence&) const = default;
};

// What can be noted of a thread.
enum class Topic : uint8_t {
  kApology,         // of the agent; kind: I, we, bare
  kSympathy,        // of the agent
  kResponsibility,  // of the agent
  kPromise,         // of the agent; due: by when
  kRefusal,         // of the agent
  kGrant,        // of the agent: what was refused or owed is given; kind: done, if it is
  kExtra,        // of the agent: on top of what was owed
  kHandover,     // of the agent
  kFact,         // of the customer; kind: date, money, number …
  kTried,        // of the customer
  kFeeling,      // of the customer
  kLoss,         // of the customer
  kDemand,       // of the customer
  kIdea,         // of the customer
  kThanks,       // of the customer
  kAcceptance,   // of the customer: of an apology or a repair
  kMoment,       // of the customer: when it happened; kind: day, clock
  kItem,         // of the customer: the product or service
  kLoad,         // of either: how busy it was
  kCircumstance  // of the customer: what made it matter
};
inline constexpr size_t kTopicCount = 20;

struct Note {
  Topic topic = Topic::kApology;
  std::string kind =
      {};  // what follows the topic in the id of the move; empty = nothing does
  Evidence where = {};
  std::optional<Evidence> due = {};
  // Of a promise: the last moment at which it is kept, and whether it was.
  std::optional<input::Moment> due_by = {};
  Answer kept = Answer::kUnknown;

  bool operator==(const Note&) const = default;
};

// How far the recovery has come (taxonomy of service recovery: apologise, review, fix,
// document).
enum class Phase : uint8_t { kNone, kApologise, kReview, kFix, kDocument };

struct Situation {
  Answer failure = Answer::kUnknown;   // something has gone wrong
  Answer fault = Answer::kUnknown;     // and the company did it
  Answer accepted = Answer::kUnknown;  // the customer has taken the apology
  Answer repeated = Answer::kUnknown;  // it went wrong before
  Answer overdue = Answer::kUnknown;   // a promise was broken, and nobody has answered it
  Phase phase = Phase::kNone;          // of a case without a failure: none
  std::optional<int> severity;         // 0-3
  std::optional<input::FailureKind> failure_kind;
  std::vector<Evidence> failure_signs;  // by turn and place, as those below
  std::vector<Evidence> fault_signs;
  std::vector<Evidence> repeat_signs;
  std::vector<Note> notes;

  bool operator==(const Situation&) const = default;
};

}  // namespace amends::conversation
