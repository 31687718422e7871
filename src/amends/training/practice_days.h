// On which days somebody has practised. For a picture and for a number that may please;
// nothing is lost by a day without, and nobody is reminded of one.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace amends::training {

struct PracticeDay {
  int64_t day = 0;  // days since the first of January 1970 on the clock of the place
  int answers = 0;

  bool operator==(const PracticeDay&) const = default;
};

// The day of a time (seconds since 1970 began, UTC) where clocks are so many minutes
// ahead of UTC; behind it if negative.
int64_t DayOf(int64_t at, int offset_minutes);

// The days with at least one of these times, the earliest first.
std::vector<PracticeDay> PracticeDays(std::span<const int64_t> times, int offset_minutes);

// How many days in a row have answers, up to today, or to yesterday while today has none
// yet: today is not over. `days` as above; later ones than today do not count.
int Streak(std::span<const PracticeDay> days, int64_t today);

}  // namespace amends::training
