#include "amends/input/moment.h"

#include <optional>
#include <string>
#include <string_view>

#include <gtest/gtest.h>

namespace amends::input {
namespace {

TEST(Moment, IsReadAsRecordsWriteIt) {
  struct {
    std::string_view text;
    std::string read;  // written again; empty = is none
  } const rows[] = {
      {"2026-03-02T10:00:00Z", "2026-03-02T10:00Z"},
      {"2026-03-02T10:00Z", "2026-03-02T10:00Z"},
      {"2026-03-02T10:00:59.250Z", "2026-03-02T10:00Z"},
      {"2026-03-02 10:00", "2026-03-02T10:00"},
      {"2026-03-02T1000", ""},
      {"2026-03-02", "2026-03-02"},
      {"2026-03-02T10:00:00+01:00", "2026-03-02T10:00+01:00"},
      {"2026-03-02T10:00:00-0530", "2026-03-02T10:00-05:30"},
      {"1969-12-31T23:59Z", "1969-12-31T23:59Z"},
      {"2024-02-29T00:00Z", "2024-02-29T00:00Z"},
      {"2026-02-29T00:00Z", ""},
      {"2026-13-01", ""},
      {"2026-03-02T10", ""},
      {"2026-03-02T10:61Z", ""},
      {"2026-03-02T10:00Zulu", ""},
      {"2026-03-02T10:00+1", ""},
      {"-026-03-02", ""},
      {"2 March 2026", ""},
      {"", ""},
  };
  for (const auto& row : rows) {
    const auto moment = ReadMoment(row.text);
    EXPECT_EQ(moment ? WriteMoment(*moment) : "", row.read) << row.text;
  }
}

TEST(Moment, OfOneInstantAreAlikeInUtc) {
  EXPECT_EQ(ReadMoment("2026-03-02T10:00+02:00")->utc(),
            ReadMoment("2026-03-02T08:00Z")->utc());
}

TEST(Moment, MinutesLieBetweenTimesOfDayInKnownZones) {
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
      {"2026-03-02T10:01:30Z", "2026-03-02T10:00:00Z", -1},
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
