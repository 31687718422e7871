#include "amends/training/set_standing.h"

#include <algorithm>
#include <set>
#include <string_view>

#include <fmt/format.h>

#include "amends/training/day.h"
#include "amends/training/practice_days.h"

namespace amends::training {

SetStanding StandingIn(const ExerciseSet& set, std::span<const GradedAnswer> answers) {
  SetStanding standing;
  std::set<std::string_view> answered;
  std::set<std::string_view> passed;
  for (const GradedAnswer& answer : answers) {
    if (answer.set != set.id || std::ranges::count(set.exercises, answer.exercise) == 0) {
      continue;
    }
    answered.insert(answer.exercise);
    if (answer.passed) passed.insert(answer.exercise);
    standing.last = std::max(standing.last, answer.at);
  }
  standing.answered = answered.size();
  standing.passed = passed.size();
  return standing;
}

std::string Describe(const ExerciseSet& set, const SetStanding& standing, int64_t now) {
  const size_t all = set.exercises.size();
  if (standing.passed == all) return "done";
  std::string text = standing.answered == 0
                         ? "not begun"
                         : fmt::format("{} of {} passed, {} answered", standing.passed,
                                       all, standing.answered);
  if (set.due != 0 && now > set.due) {
    text += ", was due " + WriteDay(DayOf(set.due, 0));
  }
  return text;
}

}  // namespace amends::training
