#include "amends/training/team_report_words.h"

#include <cmath>
#include <set>

#include <fmt/format.h>

#include "amends/report/counted.h"
#include "amends/training/day.h"

namespace amends::training {

using report::Counted;

std::string Percent(double share) { return fmt::format("{}%", std::lround(100 * share)); }

std::string TimeOf(const Report& report) {
  const std::string last = WriteDay(report.last_day);
  return report.first_day == report.last_day
             ? last
             : fmt::format("{} to {}", WriteDay(report.first_day), last);
}

std::string TeamName(const TeamReport& team) {
  return team.team.empty() ? "Without a team" : team.team;
}

std::string ActivityOf(const PersonReport& person) {
  if (person.answers == 0) return "no answers in this time";
  return fmt::format("{} on {}, {} passed",
                     Counted(static_cast<size_t>(person.answers), "answer"),
                     Counted(static_cast<size_t>(person.days), "day"), person.passed);
}

std::string StatesOf(const PersonReport& person) {
  std::string states;
  for (const RuleState state :
       {RuleState::kMastered, RuleState::kLearning, RuleState::kShaky, RuleState::kEarly,
        RuleState::kNotMet}) {
    const int count = person.Count(state);
    if (count == 0) continue;
    states +=
        fmt::format("{}{} {}", states.empty() ? "Rules: " : ", ", count, NameOf(state));
  }
  return states;
}

std::string Summary(const Report& report, std::string_view about) {
  if (about.find('/') == std::string_view::npos) {
    return fmt::format("The rules of the family “{}”", about);
  }
  const std::string& summary = report.About(about).summary;
  return summary.empty() ? std::string(about) : summary;
}

std::string ReasonFor(const Help& help) {
  const std::string failed =
      help.failed == 0
          ? Counted(static_cast<size_t>(help.answers), "answer") + ", none failed"
          : fmt::format("{} of {} answers did not pass", help.failed, help.answers);
  return fmt::format("{}; chance of knowing it in a week: {}", failed,
                     Percent(help.in_a_week));
}

std::string ReasonFor(const HardMatter& matter) {
  return fmt::format("hard for {} of the {} people who have answered it three times",
                     matter.hard, matter.people);
}

std::string_view WhyNoHelp(const PersonReport& person) {
  if (person.early) return "Too early to tell: fewer than three answers so far.";
  const int told = person.Count(RuleState::kMastered) +
                   person.Count(RuleState::kLearning) + person.Count(RuleState::kShaky);
  return told == 0 ? "Too early to tell: nothing was answered three times so far."
                   : "Nothing stands out. Going on is enough.";
}

std::string KindOf(const AdvisedExercise& exercise) {
  return fmt::format("{}, level {}", exercise.kind, exercise.level);
}

std::string SetCommandFor(const PersonReport& person) {
  std::string exercises;
  std::set<std::string_view> named;
  for (const Help& help : person.helps) {
    for (const AdvisedExercise& each : help.exercises) {
      if (named.insert(each.id).second) exercises += " " + each.id;
    }
  }
  if (exercises.empty()) return {};
  return "amends exercises set --name \"To practise\"" + exercises;
}

}  // namespace amends::training
