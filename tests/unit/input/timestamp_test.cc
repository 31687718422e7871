#include "amends/input/timestamp.h"

#include <optional>
#include <string_view>

#include <gtest/gtest.h>

namespace amends::input {
namespace {

TEST(Timestamp, MinutesLieBetweenTimesOfDayInKnownZones) {
  struct {
    std::string_view from;
    std::string_view to;
    std::optional<int64_t> minutes;
  } const rows[] = {
      {"2026-03-02T10:00:00Z", "2026-03-02T10:59:59Z", 59},
      {"2026-03-02T10:00Z", "2026-03-02 10:00:59.5Z", 0},
      {"2026-02-28T23:30Z", "2026-03-01T00:15Z", 45},
      {"2024-02-28T00:00Z", "2024-03-01T00:00Z", 2 * 24 * 60},
      {"2026-03-02T10:00:00+01:00", "2026-03-02T10:00:00Z", 60},
      {"2026-03-02T10:00:00-0130", "2026-03-02T12:00:00Z", 30},
      {"2026-03-02T10:00", "2026-03-02T11:00", 60},
      {"2026-03-02T10:00:30Z", "2026-03-02T10:00:00Z", -1},
      {"2026-03-02T10:00", "2026-03-02T11:00Z", std::nullopt},
      {"2026-03-02", "2026-03-03T10:00Z", std::nullopt},
      {"2026-03-02", "2026-03-03", std::nullopt},
      {"yesterday", "2026-03-03T10:00Z", std::nullopt},
      {"", "", std::nullopt},
  };
  for (const auto& row : rows) {
    EXPECT_EQ(MinutesBetween(row.from, row.to), row.minutes)
        << row.from << " to " << row.to;
  }
}

}  // namespace
}  // namespace amends::input
