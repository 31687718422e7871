// What the thread tells about the case: whether something has gone wrong, and whether the
// company did it. docs/situation.md says how it is decided.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

#include "amends/conversation/reading.h"
#include "amends/input/conversation.h"

namespace amends::conversation {

enum class Answer : uint8_t { kUnknown, kNo, kYes };

struct Situation {
  Answer failure = Answer::kUnknown;  // something has gone wrong
  Answer fault = Answer::kUnknown;    // and the company did it

  auto operator<=>(const Situation&) const = default;
};

// What a found move says about the case.
enum class Sign : uint8_t {
  kNone,
  kTrouble,  // of the customer: a complaint, a loss, a bad feeling
  kPraise,   // of the customer: joy, a good word
  kCalm,     // of the customer: a question, thanks
  kOwned,    // of the agent: takes responsibility
  kSorry,    // of the agent: an apology or sympathy
  kSmall,    // of the agent: what makes a sorry one for something small, or none at all
  kCheck     // of the agent: a basic check ("did you plug it in?")
};

// The sign that a move of this id is.
Sign SignOf(std::string_view move);

// `signs` holds the sign of each detector. `turns` are all turns so far, the draft last.
Situation ReadSituation(const input::Facts& facts, std::span<const Reading> turns,
                        std::span<const Sign> signs);

}  // namespace amends::conversation
