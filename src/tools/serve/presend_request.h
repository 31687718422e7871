// What comes to /v1/presend: a record, and with it perhaps an override.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "amends/input/conversation.h"
#include "tools/serve/api.h"
#include "tools/serve/failure.h"
#include "tools/serve/overrides.h"

namespace amends::serve {

struct PresendRequest {
  input::Conversation conversation;
  std::string written;  // the record's `text` as it came
  std::optional<OverrideRequest> override_request;
};

std::variant<PresendRequest, Failure> ReadPresend(std::string_view body,
                                                  const DraftLimits& limits);

}  // namespace amends::serve
