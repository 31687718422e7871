// What becomes of a draft at the moment of sending: the house decides how strict it is,
// by the switches `on_block` and `on_warn` of its profile (docs/profiles.md).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "amends/engine.h"
#include "amends/input/conversation.h"
#include "amends/result.h"

namespace amends::presend {

// By value as pack::kActionWords.
enum class Action : uint8_t {
  kSend,
  kConfirm,  // whoever sends it is asked first
  kHold,     // it stays until it is changed, or sent with a reason
};

std::string_view NameOf(Action action);

struct Decision {
  Action action = Action::kSend;
  // For whoever sends it: what weighs most. It may quote the draft, so no log may have
  // it.
  std::string reason;
};

// `result` is what the engine says of the conversation. Where no profile sets a switch,
// a draft with errors is held, and one with warnings to be confirmed.
Decision Decide(const Engine& engine, const input::Conversation& conversation,
                const Result& result);

}  // namespace amends::presend
