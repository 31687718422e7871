// Which exercise comes next, and what an answer says about the rules.
#include "amends/training/trainer.h"

#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "tests/support/tables.h"
#include "tests/unit/training/one_exercise.h"

namespace amends::training {
namespace {

using amends::testing::SourcePath;
using amends::testing::TrainingEngine;

constexpr int64_t kNow = 1'800'000'000;

const Catalogue& All() {
  static const Catalogue all = [] {
    const std::filesystem::path folders[] = {SourcePath("corpora/exercises")};
    return Load(folders, TrainingEngine());
  }();
  return all;
}

GradedAnswer Answered(const Exercise& exercise, bool passed, int64_t at) {
  Judgement judgement;
  judgement.passed = passed;
  for (const std::string& rule : exercise.rules)
    judgement.rules.push_back({rule, passed});
  GradedAnswer answer = GradeOf(exercise, judgement, {});
  answer.at = at;
  return answer;
}

// So many exercises one after the other, half a minute each.
std::vector<const Exercise*> Train(size_t count, bool passed,
                                   std::vector<GradedAnswer>& answers) {
  std::vector<const Exercise*> given;
  int64_t now = kNow;
  for (size_t i = 0; i < count; ++i) {
    const auto next =
        NextFor({.catalogue = All(), .answers = answers, .now = now, .person = "p1"});
    if (!next) break;
    const Exercise* exercise = All().Find(next->exercise);
    given.push_back(exercise);
    answers.push_back(Answered(*exercise, passed, now += 30));
  }
  return given;
}

TEST(Trainer, BeginsWithWhatTakesSeconds) {
  std::vector<GradedAnswer> answers;
  for (const Exercise* exercise : Train(4, true, answers)) {
    EXPECT_EQ(exercise->level, 1) << exercise->id;
    EXPECT_TRUE(exercise->kind == ExerciseKind::kSpot ||
                exercise->kind == ExerciseKind::kHears ||
                exercise->kind == ExerciseKind::kChoose)
        << exercise->id;
  }
}

TEST(Trainer, BeginsWithOthersWhereNothingTakesSeconds) {
  Catalogue catalogue{{}, All().tempers};
  for (const Exercise& each : All().exercises) {
    if (each.kind == ExerciseKind::kRewrite) catalogue.exercises.push_back(each);
  }
  EXPECT_NE(NextFor({.catalogue = catalogue,
                     .answers = {},
                     .set = nullptr,
                     .now = kNow,
                     .person = "p1"}),
            std::nullopt);
}

TEST(Trainer, GivesNoExerciseTwiceInARow) {
  for (const bool passed : {true, false}) {
    std::vector<GradedAnswer> answers;
    const auto given = Train(30, passed, answers);
    ASSERT_GE(given.size(), 20u);
    for (size_t i = 1; i < given.size(); ++i) EXPECT_NE(given[i], given[i - 1]);
  }
}

TEST(Trainer, GivesATalkOnlyAboutRulesThatWereMet) {
  std::vector<GradedAnswer> answers;
  std::set<std::string> met;
  for (const Exercise* exercise : Train(60, true, answers)) {
    if (exercise->kind == ExerciseKind::kRolePlay) {
      EXPECT_TRUE(met.contains(exercise->rules.front())) << exercise->id;
    }
    met.insert(exercise->rules.begin(), exercise->rules.end());
  }
}

TEST(Trainer, GoesThroughASetInItsOrderAndBackToWhatFailed) {
  const ExerciseSet set{"s1",
                        "First week",
                        {All().exercises[3].id, "gone/away", All().exercises[1].id},
                        0,
                        0};
  std::vector<GradedAnswer> answers;
  const auto next = [&] {
    return NextFor({.catalogue = All(),
                    .answers = answers,
                    .set = &set,
                    .now = kNow,
                    .person = "p1"});
  };
  const auto answer = [&](const Exercise& exercise, bool passed) {
    answers.push_back(Answered(exercise, passed, kNow));
    answers.back().set = set.id;
  };
  EXPECT_EQ(next()->exercise, All().exercises[3].id);
  answer(All().exercises[3], false);
  EXPECT_EQ(next()->exercise, All().exercises[1].id);
  answer(All().exercises[1], true);
  EXPECT_EQ(next()->exercise, All().exercises[3].id);
  EXPECT_EQ(next()->why, Why::kAgain);
  answer(All().exercises[3], true);
  EXPECT_EQ(next(), std::nullopt);
}

TEST(Trainer, GoesThroughWhatWasGivenSetBySetAndBackInAnotherSession) {
  const std::string one = All().exercises[0].id;
  const std::string two = All().exercises[1].id;
  const ExerciseSet sets[] = {{"s1", "", {one}, 0, 0}, {"s2", "", {one, two}, 0, 0}};
  std::vector<GradedAnswer> answers;
  int64_t now = kNow;
  const auto expect = [&](size_t set, const std::string& exercise, bool passed) {
    const auto next =
        NextGiven({.catalogue = All(), .answers = answers, .now = now}, sets);
    ASSERT_TRUE(next) << exercise;
    EXPECT_EQ(next->set->id, sets[set].id);
    EXPECT_EQ(next->choice.exercise, exercise);
    answers.push_back(Answered(*All().Find(exercise), passed, now += 30));
    answers.back().set = sets[set].id;
  };
  const auto expect_nothing = [&] {
    EXPECT_FALSE(NextGiven({.catalogue = All(), .answers = answers, .now = now}, sets));
  };
  expect(0, one, false);
  now += kSessionGap;
  expect(0, one, true);
  now += kSessionGap;
  expect(1, one, true);
  expect(1, two, false);
  expect_nothing();
  now += kSessionGap;
  expect(1, two, true);
  expect_nothing();
}

TEST(Trainer, GradesByWhatWasNeeded) {
  const Exercise& exercise = All().exercises.front();
  Judgement passed;
  passed.passed = true;
  passed.points = 100;
  passed.rules = {{"policy/its-policy", true}};
  EXPECT_EQ(GradeOf(exercise, passed, {}).grades.front().grade, Grade::kGood);
  EXPECT_EQ(GradeOf(exercise, passed, {.hints = 1}).grades.front().grade, Grade::kHard);
  EXPECT_EQ(GradeOf(exercise, passed, {.shown = true}).grades.front().grade,
            Grade::kAgain);
  EXPECT_FALSE(GradeOf(exercise, passed, {.shown = true}).passed);
  Judgement failed;
  failed.rules = {{"policy/its-policy", false}};
  EXPECT_EQ(GradeOf(exercise, failed, {}).grades.front().grade, Grade::kAgain);
}

}  // namespace
}  // namespace amends::training
