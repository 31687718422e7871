// The times that records carry.
#pragma once

#include <string_view>

namespace amends::input {

// ISO 8601 as records may have it: a date, or a date and a time of day ("T" or a blank
// between them, seconds and their fraction may be missing), which a zone may follow ("Z",
// "+01:00").
bool IsTimestamp(std::string_view text);

}  // namespace amends::input
