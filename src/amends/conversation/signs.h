// What a found move says about the case. The moves are the pack's; which of them say what
// is told by their ids.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "amends/conversation/situation.h"

namespace amends::conversation {

enum class Sign : uint8_t {
  kNone,
  kTrouble,  // of the customer: a complaint, a loss, a bad feeling
  kPraise,   // of the customer: joy, a good word
  kCalm,     // of the customer: a question, thanks
  kAgain,    // of the customer: it went wrong before
  kOwned,    // of the agent: takes responsibility
  kSorry,    // of the agent: an apology or sympathy
  kSmall,    // of the agent: what makes a sorry one for something small, or none at all
  kCheck,    // of the agent: a basic check ("did you plug it in?")
  kMending,  // of the agent: a repair offered or under way
  kMended,   // of the agent: a repair done
  kOpen,     // of the agent: looks like a promise, but waits for a yes or for others
  kDue       // of the agent: by when
};

// All that the id of a move says.
struct Meaning {
  Sign sign = Sign::kNone;
  std::optional<Topic> topic;
  std::string_view kind;  // what follows in the id
};

Meaning MeaningOf(std::string_view move);

}  // namespace amends::conversation
