// Points in time as records write them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace amends::input {

struct Moment {
  int64_t local = 0;  // minutes since the first of January 1970 on the clock of the place
  int64_t offset = 0;     // how far that clock is ahead of UTC, in minutes
  bool has_clock = true;  // false: a day, `local` is its midnight
  bool has_zone = true;   // false: `offset` is not known, and 0

  int64_t utc() const { return local - offset; }
  bool operator==(const Moment&) const = default;
};

// ISO 8601 as records may have it: a date, or a date and a time of day ("T" or a blank
// between them, seconds and their fraction may be missing), which a zone may follow ("Z",
// "+01:00"). Seconds are not kept. Nothing where it is no such time.
std::optional<Moment> ReadMoment(std::string_view text);

// "2026-03-02T10:00Z"; without the zone or the time of day where they are not known.
std::string WriteMoment(const Moment& moment);

// From one such time to the other; negative if the other is earlier. Nothing where one is
// no time, has no time of day, or only one names its zone.
std::optional<int64_t> MinutesBetween(std::string_view from, std::string_view to);

}  // namespace amends::input
