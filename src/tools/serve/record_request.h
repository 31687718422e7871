// The record in a request, within the limits.
#pragma once

#include <span>
#include <string_view>
#include <variant>

#include "amends/input/conversation.h"
#include "tools/serve/api.h"
#include "tools/serve/failure.h"

namespace amends::serve {

// `left_alone` as input::ReadRecord has it.
std::variant<input::Conversation, Failure> ReadDraft(
    std::string_view body, const DraftLimits& limits,
    std::span<const std::string_view> left_alone = {});

}  // namespace amends::serve
