// The record in a request, within the limits.
#pragma once

#include <string_view>
#include <variant>

#include "amends/input/conversation.h"
#include "tools/serve/api.h"
#include "tools/serve/failure.h"

namespace amends::serve {

std::variant<input::Conversation, Failure> ReadDraft(std::string_view body,
                                                     const DraftLimits& limits);

}  // namespace amends::serve
