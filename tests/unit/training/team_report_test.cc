#include "amends/training/team_report.h"

#include <algorithm>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "amends/training/day.h"
#include "tests/support/simulated_team.h"

namespace amends::training {
namespace {

using amends::testing::kTeamStart;
using amends::testing::SimulatedTeam;
using amends::testing::TeamCatalogue;

constexpr int64_t kHour = 3'600;

// An answer about one rule so many hours after the start.
GradedAnswer Answer(const std::string& rule, int64_t hours, bool passed = true) {
  GradedAnswer answer;
  answer.id = rule.substr(rule.find('/') + 1) + std::to_string(hours);
  answer.person = "a";
  answer.exercise = rule + "-lamp-1";
  answer.kind = "spot";
  answer.at = kTeamStart + hours * kHour;
  answer.passed = passed;
  answer.grades = {{rule, passed ? Grade::kGood : Grade::kAgain}};
  return answer;
}

Report OfOne(std::vector<GradedAnswer> answers, int64_t days,
             std::optional<int64_t> since = {}, std::optional<int64_t> until = {}) {
  const PersonEntries people[] = {{{"a", "Ana", "", kTeamStart}, std::move(answers)}};
  const Catalogue catalogue = TeamCatalogue();
  return ReportOf({.people = people,
                   .catalogue = catalogue,
                   .summaries = {{"tone/calm-down", "Tells to be calm"}},
                   .now = kTeamStart + days * kSecondsADay,
                   .since = since,
                   .until = until});
}

const RuleStanding& StandingOf(const Report& report, std::string_view rule) {
  return *std::ranges::find(report.teams.front().people.front().rules, rule,
                            &RuleStanding::rule);
}

Report OfTeam(int weeks) {
  const Catalogue catalogue = TeamCatalogue();
  const ProgressContents contents = SimulatedTeam(catalogue, weeks);
  return ReportOf({.people = contents.persons,
                   .catalogue = catalogue,
                   .summaries = {},
                   .now = kTeamStart + weeks * 7 * kSecondsADay - 1});
}

const PersonReport& Called(const Report& report, std::string_view id) {
  return *std::ranges::find_if(
      report.teams.front().people,
      [&](const PersonReport& each) { return each.person.id == id; });
}

TEST(TeamReport, TellsHowAPersonStandsWithARule) {
  const std::string rule = "tone/calm-down";
  struct {
    std::vector<GradedAnswer> answers;
    int64_t days;  // after the start
    RuleState state;
  } const kCases[] = {
      {{}, 1, RuleState::kNotMet},
      {{Answer("tone/as-i-said", 1)}, 1, RuleState::kNotMet},
      {{Answer(rule, 1), Answer(rule, 72)}, 4, RuleState::kEarly},
      {{Answer(rule, 1, false), Answer(rule, 2, false)}, 1, RuleState::kEarly},
      {{Answer(rule, 1), Answer(rule, 2), Answer(rule, 3)}, 1, RuleState::kLearning},
      {{Answer(rule, 1), Answer(rule, 2), Answer(rule, 3, false)}, 1, RuleState::kShaky},
      {{Answer(rule, 1), Answer(rule, 2), Answer(rule, 3)}, 60, RuleState::kShaky},
      {{Answer(rule, 1), Answer(rule, 72), Answer(rule, 400)}, 20, RuleState::kMastered},
      // An answer of tomorrow does not count yet.
      {{Answer(rule, 1), Answer(rule, 2), Answer(rule, 48, false)}, 1, RuleState::kEarly},
  };
  for (const auto& each : kCases) {
    EXPECT_EQ(NameOf(StandingOf(OfOne(each.answers, each.days), rule).state),
              NameOf(each.state))
        << each.days;
  }
}

TEST(TeamReport, SaysTheSameOfTheLastWeekAsOfTheEnd) {
  for (const int weeks : {1, 3, 6}) {
    const Report report = OfTeam(weeks);
    for (const PersonReport& each : report.teams.front().people) {
      EXPECT_EQ(each.weeks.size(), static_cast<size_t>(weeks));
      EXPECT_EQ(each.weeks.back().mastered, each.Count(RuleState::kMastered));
      EXPECT_EQ(each.weeks.back().met,
                static_cast<int>(each.rules.size()) - each.Count(RuleState::kNotMet));
    }
  }
}

TEST(TeamReport, CountsWeeksFromMonday) {
  const std::string rule = "tone/calm-down";
  const Report report = OfOne({Answer(rule, 1), Answer(rule, 72, false),
                               Answer(rule, 7 * 24), Answer("tone/as-i-said", 8 * 24)},
                              9);
  const std::vector<Week> weeks = {
      {.monday = 20'731, .answers = 2, .passed = 1, .met = 1, .mastered = 0},
      {.monday = 20'738, .answers = 2, .passed = 2, .met = 2, .mastered = 0}};
  EXPECT_EQ(report.teams.front().people.front().weeks, weeks);
  EXPECT_EQ(WriteDay(20'731), "2026-10-05");
  EXPECT_EQ(WriteDay(report.first_day), "2026-10-05");
  EXPECT_EQ(WriteDay(report.last_day), "2026-10-14");
}

TEST(TeamReport, CountsActivityWithinItsTimeAndKnowledgeAtItsEnd) {
  const std::string rule = "tone/calm-down";
  const std::vector<GradedAnswer> answers = {Answer(rule, 1), Answer(rule, 72),
                                             Answer(rule, 240), Answer(rule, 500, false)};
  const Report report = OfOne(answers, 30, ReadDay("2026-10-06"), ReadDay("2026-10-20"));
  const PersonReport& person = report.teams.front().people.front();
  EXPECT_EQ(person.answers, 2);
  EXPECT_EQ(person.days, 2);
  EXPECT_EQ(StandingOf(report, rule).answers, 3);
  EXPECT_EQ(StandingOf(report, rule).failed, 0);
}

TEST(TeamReport, KnowsTheDayOfThePlace) {
  // 23:30 on Sunday, UTC: half past midnight on Monday an hour further east.
  GradedAnswer answer = Answer("tone/calm-down", 0);
  answer.at = kTeamStart - kHour / 2;
  const PersonEntries people[] = {{{"a", "Ana", "", 0}, {answer}}};
  const Report report = ReportOf({.people = people,
                                  .catalogue = TeamCatalogue(),
                                  .summaries = {},
                                  .now = kTeamStart + 30 * kHour,
                                  .offset_minutes = 60});
  ASSERT_EQ(report.teams.front().people.front().weeks.size(), 1u);
  EXPECT_EQ(WriteDay(report.first_day), "2026-10-05");
}

TEST(TeamReport, KeepsTheLastWeeksOfALongTime) {
  const Report report = OfOne({Answer("tone/calm-down", 1)}, 4'000);
  EXPECT_EQ(report.teams.front().people.front().weeks.size(),
            static_cast<size_t>(kMostWeeks));
}

TEST(TeamReport, PutsPeopleInTheOrderOfTheirNames) {
  std::vector<PersonEntries> people;
  for (const auto& [name, team] : std::vector<std::pair<std::string, std::string>>{
           {"zoe", "B"}, {"Ben", "B"}, {"ana", "B"}, {"Al", ""}, {"Cy", "a"}}) {
    people.push_back({{name, name, team, 0}, {}});
  }
  const Report report = ReportOf({.people = people,
                                  .catalogue = TeamCatalogue(),
                                  .summaries = {},
                                  .now = kTeamStart});
  std::vector<std::string> names;
  for (const TeamReport& team : report.teams) {
    names.push_back("[" + team.team + "]");
    for (const PersonReport& each : team.people) names.push_back(each.person.name);
  }
  EXPECT_EQ(names, (std::vector<std::string>{"[a]", "Cy", "[B]", "ana", "Ben", "zoe",
                                             "[]", "Al"}));
}

TEST(TeamReport, SaysWhomToHelpWithWhat) {
  for (const int weeks : {1, 2, 6}) {
    const Report report = OfTeam(weeks);
    const PersonReport& noor = Called(report, "noor");
    ASSERT_FALSE(noor.helps.empty()) << weeks;
    EXPECT_EQ(noor.helps.front().about.substr(0, 5), "dypii") << weeks;
    ASSERT_EQ(noor.helps.front().exercises.size(), kMostAdvised);
    EXPECT_EQ(noor.helps.front().exercises.front().level, 1);
    EXPECT_EQ(noor.helps.front().exercises.front().id.substr(0, 6), "dypii/");
    for (const PersonReport& each : report.teams.front().people) {
      EXPECT_LE(each.helps.size(), kMostHelps);
      for (const Help& help : each.helps) {
        EXPECT_GE(help.answers, kFewestAnswers);
        if (each.person.id != "noor") {
          EXPECT_NE(help.about.substr(0, 5), "dypii") << each.person.id;
        }
      }
    }
  }
}

TEST(TeamReport, DoesNotJudgeTooEarly) {
  const Report report = OfTeam(1);
  const PersonReport& zoe = Called(report, "zoe");
  EXPECT_EQ(zoe.answers, 2);
  EXPECT_TRUE(zoe.early);
  EXPECT_TRUE(zoe.helps.empty());
  for (const FamilyRecall& each : zoe.families) EXPECT_FALSE(each.in_a_week);
}

TEST(TeamReport, TellsOfAFamilyBeforeItCanTellOfItsRules) {
  const Report report =
      OfOne({Answer("dypii/read-manual", 1, false),
             Answer("dypii/pick-a-fault", 2, false), Answer("dypii/read-manual", 3),
             Answer("tone/calm-down", 4), Answer("tone/as-i-said", 5)},
            3);
  const PersonReport& person = report.teams.front().people.front();
  ASSERT_EQ(person.helps.size(), 1u);
  EXPECT_EQ(person.helps.front().about, "dypii");
  EXPECT_EQ(person.helps.front().answers, 3);
  EXPECT_EQ(person.helps.front().failed, 2);
  EXPECT_EQ(person.helps.front().exercises.front().id, "dypii/pick-a-fault-lamp-1");
}

TEST(TeamReport, NamesWhatMostFindHard) {
  const Report report = OfTeam(6);
  ASSERT_FALSE(report.teams.front().hard.empty());
  for (const HardMatter& each : report.teams.front().hard) {
    EXPECT_GE(2 * each.hard, each.people) << each.about;
    EXPECT_GE(each.hard, 2) << each.about;
    EXPECT_EQ(each.about.substr(0, 6), "policy");
  }
}

}  // namespace
}  // namespace amends::training
