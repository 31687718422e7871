// FSRS-6 beside what its authors' own implementation remembers (memory.txt), and laws
// that hold whatever the numbers.
#include "amends/training/memory.h"

#include <fstream>
#include <optional>
#include <sstream>
#include <string>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace amends::training {
namespace {

Grade GradeNamed(const std::string& name) {
  for (const Grade grade : {Grade::kAgain, Grade::kHard, Grade::kGood, Grade::kEasy}) {
    if (NameOf(grade) == name) return grade;
  }
  ADD_FAILURE() << name;
  return Grade::kGood;
}

// The other rounds to eight places after every step.
void ExpectNear(double ours, double theirs, const std::string& line) {
  EXPECT_NEAR(ours, theirs, 1e-6 + 1e-5 * std::abs(theirs)) << line;
}

TEST(Memory, RemembersWhatThePublishedImplementationDoes) {
  std::ifstream table(std::string(AMENDS_SOURCE_DIR) + "/tests/unit/training/memory.txt");
  std::optional<Memory> memory;
  int answers = 0;
  for (std::string line; std::getline(table, line);) {
    if (line.starts_with("#")) continue;
    if (line.empty()) {
      memory.reset();
      continue;
    }
    std::istringstream words(line);
    double days = 0;
    std::string name;
    double recall = 0;
    double stability = 0;
    double difficulty = 0;
    double days_to_90 = 0;
    double days_to_80 = 0;
    ASSERT_TRUE(words >> days >> name >> recall >> stability >> difficulty >>
                days_to_90 >> days_to_80)
        << line;
    const Grade grade = GradeNamed(name);
    if (memory) ExpectNear(Retrievability(*memory, days), recall, line);
    memory = memory ? After(*memory, days, grade) : First(grade);
    ExpectNear(memory->stability, stability, line);
    ExpectNear(memory->difficulty, difficulty, line);
    ExpectNear(IntervalFor(*memory, 0.9), days_to_90, line);
    ExpectNear(IntervalFor(*memory, 0.8), days_to_80, line);
    ++answers;
  }
  EXPECT_GT(answers, 500);
}

TEST(Memory, NamesGrades) {
  EXPECT_EQ(NameOf(Grade::kAgain), "again");
  EXPECT_EQ(NameOf(Grade::kHard), "hard");
  EXPECT_EQ(NameOf(Grade::kGood), "good");
  EXPECT_EQ(NameOf(Grade::kEasy), "easy");
  EXPECT_EQ(NameOf(static_cast<Grade>(0)), "");
  EXPECT_EQ(NameOf(static_cast<Grade>(5)), "");
}

TEST(Memory, TakesAClockThatWasSetBackForNoTime) {
  const Memory memory = First(Grade::kGood);
  EXPECT_EQ(Retrievability(memory, -3), 1);
  EXPECT_EQ(After(memory, -3, Grade::kGood), After(memory, 0, Grade::kGood));
}

Memory AnyMemory() {
  Memory memory = First(static_cast<Grade>(*rc::gen::inRange(1, 5)));
  const int answers = *rc::gen::inRange(0, 12);
  for (int i = 0; i < answers; ++i) {
    memory = After(memory, *rc::gen::inRange(0, 40'000) / 10.0,
                   static_cast<Grade>(*rc::gen::inRange(1, 5)));
  }
  return memory;
}

RC_GTEST_PROP(MemoryLaws, StaysWithinItsBounds, ()) {
  const Memory memory = AnyMemory();
  RC_ASSERT(memory.stability >= kLeastStability && memory.stability <= kMostStability);
  RC_ASSERT(memory.difficulty >= 1 && memory.difficulty <= 10);
}

RC_GTEST_PROP(MemoryLaws, IsForgottenAtTheEndOfTheInterval, ()) {
  const Memory memory = AnyMemory();
  const double retention = *rc::gen::inRange(50, 100) / 100.0;
  const double days = IntervalFor(memory, retention);
  RC_ASSERT(std::abs(Retrievability(memory, days) - retention) < 1e-9);
  RC_ASSERT(Retrievability(memory, 0) == 1);
  RC_ASSERT(Retrievability(memory, days + 1) < Retrievability(memory, days));
}

RC_GTEST_PROP(MemoryLaws, ABetterAnswerNeverLeavesLess, ()) {
  const Memory memory = AnyMemory();
  const double days = *rc::gen::inRange(0, 1'000) / 10.0;
  const int grade = *rc::gen::inRange(1, 4);
  const Memory worse = After(memory, days, static_cast<Grade>(grade));
  const Memory better = After(memory, days, static_cast<Grade>(grade + 1));
  RC_ASSERT(better.stability >= worse.stability);
  RC_ASSERT(better.difficulty <= worse.difficulty);
}

// After four days, 86 % are known; a month later 85 % of what passed, and 66 % of what
// was left alone.
TEST(Memory, SaysWhatAnAnswerMayBeExpectedToAdd) {
  const Memory memory = First(Grade::kGood);
  EXPECT_NEAR(GainOfAnswer(memory, 4, 30), 0.155, 0.001);
  EXPECT_NEAR(GainOfAnswer(First(Grade::kAgain), 4, 30), 0.138, 0.001);
  EXPECT_GT(GainOfAnswer(memory, 8, 30), GainOfAnswer(memory, 4, 30));
  EXPECT_EQ(GainOfAnswer(memory, -1, 30), GainOfAnswer(memory, 0, 30));
}

RC_GTEST_PROP(MemoryLaws, AnAnswerAddsNoMoreThanIsLacking, ()) {
  const Memory memory = AnyMemory();
  const double days = *rc::gen::inRange(0, 1'000) / 10.0;
  const double gain = GainOfAnswer(memory, days, 30);
  RC_ASSERT(gain <= 1 - Retrievability(memory, days + 30));
  RC_ASSERT(gain >= -Retrievability(memory, days + 30));
}

RC_GTEST_PROP(MemoryLaws, OnlyAFailureTakesStabilityAway, ()) {
  const Memory memory = AnyMemory();
  const double days = *rc::gen::inRange(0, 1'000) / 10.0;
  const auto grade = static_cast<Grade>(*rc::gen::inRange(2, 5));
  RC_ASSERT(After(memory, days, grade).stability >= memory.stability);
  RC_ASSERT(After(memory, days, Grade::kAgain).stability <= memory.stability);
}

}  // namespace
}  // namespace amends::training
