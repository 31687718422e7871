// Points in time as records write them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace amends::conversation {

// Minutes since the first of January 1970 on the clock of the place, and how far that
// clock is ahead of UTC.
struct Moment {
  int64_t local = 0;
  int64_t offset = 0;

  int64_t utc() const { return local - offset; }
  bool operator==(const Moment&) const = default;
};

// "2026-03-02T10:00:00Z", "2026-03-02T10:00+01:00", "2026-03-02 10:00", "2026-03-02"
// (midnight). Without a zone it is taken for UTC. Nothing where it is none of these.
std::optional<Moment> ReadMoment(std::string_view iso);

// "2026-03-02T10:00Z".
std::string WriteMoment(const Moment& moment);

}  // namespace amends::conversation
