#include "amends/training/practice_days.h"

#include <vector>

#include <gtest/gtest.h>

namespace amends::training {
namespace {

constexpr int64_t kDay = 86'400;

TEST(PracticeDays, CountsByTheClockOfThePlace) {
  // Ten minutes before midnight of UTC, and ten after it.
  const std::vector<int64_t> times = {10 * kDay + 600, 10 * kDay - 600, 10 * kDay + 700};
  EXPECT_EQ(PracticeDays(times, 0), (std::vector<PracticeDay>{{9, 1}, {10, 2}}));
  EXPECT_EQ(PracticeDays(times, 60), (std::vector<PracticeDay>{{10, 3}}));
  EXPECT_EQ(PracticeDays(times, -300), (std::vector<PracticeDay>{{9, 3}}));
  EXPECT_EQ(PracticeDays({}, 0), std::vector<PracticeDay>());
}

TEST(PracticeDays, KnowsDaysBefore1970) {
  EXPECT_EQ(DayOf(0, 0), 0);
  EXPECT_EQ(DayOf(0, -1), -1);
  EXPECT_EQ(DayOf(-kDay, 0), -1);
  EXPECT_EQ(DayOf(-kDay - 1, 0), -2);
}

TEST(PracticeDays, StreakEndsTodayOrYesterday) {
  struct Row {
    std::vector<int64_t> days;
    int streak;  // on day 100
  };
  const Row rows[] = {
      {{}, 0},
      {{100}, 1},
      {{99}, 1},
      {{98}, 0},
      {{98, 99}, 2},
      {{98, 99, 100}, 3},
      {{97, 99, 100}, 2},
      {{97, 98, 100}, 1},
      {{100, 101}, 1},
      {{101}, 0},
      {{90, 91, 92, 97, 98}, 0},
  };
  for (const Row& row : rows) {
    std::vector<PracticeDay> days;
    for (const int64_t day : row.days) days.push_back({day, 1});
    EXPECT_EQ(Streak(days, 100), row.streak) << ::testing::PrintToString(row.days);
  }
}

}  // namespace
}  // namespace amends::training
