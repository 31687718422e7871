// Commands that are about one draft only.
#pragma once

#include <string_view>
#include <variant>

#include "amends/input/conversation.h"
#include "amends/input/source.h"
#include "tools/amends/draft_jobs.h"

namespace amends {

// The draft of a job. A file of several is an error that begins with `because`.
std::variant<input::Conversation, input::RecordError> ReadOne(const DraftJob& job,
                                                              std::string_view because);

}  // namespace amends
