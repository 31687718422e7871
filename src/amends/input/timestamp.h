// The times that records carry.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace amends::input {

// ISO 8601 as records may have it: a date, or a date and a time of day ("T" or a blank
// between them, seconds and their fraction may be missing), which a zone may follow ("Z",
// "+01:00").
bool IsTimestamp(std::string_view text);

// Whole minutes from one such time to the other, rounded down; negative if the other is
// earlier. Nothing where one is no time, has no time of day, or only one names its zone.
std::optional<int64_t> MinutesBetween(std::string_view from, std::string_view to);

}  // namespace amends::input
