#include "amends/training/practice_days.h"

#include <algorithm>
#include <map>

#include "amends/training/learner.h"

namespace amends::training {

int64_t DayOf(int64_t at, int offset_minutes) {
  const int64_t local = at + int64_t{60} * offset_minutes;
  const int64_t day = local / kSecondsADay;
  return local % kSecondsADay < 0 ? day - 1 : day;
}

std::vector<PracticeDay> PracticeDays(std::span<const int64_t> times,
                                      int offset_minutes) {
  std::map<int64_t, int> answers;
  for (const int64_t at : times) ++answers[DayOf(at, offset_minutes)];
  std::vector<PracticeDay> days;
  days.reserve(answers.size());
  for (const auto& [day, count] : answers) days.push_back({day, count});
  return days;
}

int Streak(std::span<const PracticeDay> days, int64_t today) {
  auto after = std::ranges::upper_bound(days, today, {}, &PracticeDay::day);
  if (after == days.begin() || std::prev(after)->day < today - 1) return 0;
  int streak = 1;
  for (--after; after != days.begin(); --after, ++streak) {
    if (std::prev(after)->day != after->day - 1) break;
  }
  return streak;
}

}  // namespace amends::training
