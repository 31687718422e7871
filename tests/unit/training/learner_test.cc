#include "amends/training/learner.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace amends::training {
namespace {

constexpr int64_t kStart = 1'770'000'000;

int64_t Day(double days) {
  return kStart + std::llround(days * static_cast<double>(kSecondsADay));
}

Review At(double days, Grade grade, const std::string& rule = "policy/its-policy") {
  return {rule, Day(days), grade};
}

TEST(Learner, KnowsNothingOfANewPerson) {
  const Learner learner = RecallOf({});
  EXPECT_TRUE(learner.rules.empty());
  EXPECT_EQ(learner.Find("policy/its-policy"), nullptr);
  EXPECT_EQ(learner.Retrievability("policy/its-policy", kStart), 0);
  EXPECT_EQ(learner.CountMastered(kStart), 0u);
  EXPECT_EQ(learner.NextDue(), std::nullopt);
}

TEST(Learner, RemembersEachRuleByItself) {
  const std::vector<Review> reviews = {
      At(0, Grade::kGood), At(0, Grade::kAgain, "blame/you"), At(2, Grade::kEasy)};
  const Learner learner = RecallOf(reviews);
  ASSERT_EQ(learner.rules.size(), 2u);
  const Recall* policy = learner.Find("policy/its-policy");
  ASSERT_NE(policy, nullptr);
  EXPECT_EQ(policy->memory, After(First(Grade::kGood), 2, Grade::kEasy));
  EXPECT_EQ(policy->last, Day(2));
  EXPECT_EQ(policy->reviews, 2);
  EXPECT_EQ(policy->lapses, 0);
  EXPECT_EQ(policy->grade, Grade::kEasy);
  const Recall* blame = learner.Find("blame/you");
  ASSERT_NE(blame, nullptr);
  EXPECT_EQ(blame->memory, First(Grade::kAgain));
  EXPECT_EQ(learner.NextDue(), blame->due);
}

TEST(Learner, IsDueWhenNineOfTenSuchRulesAreStillKnown) {
  const std::vector<Review> reviews = {At(0, Grade::kGood)};
  const Learner learner = RecallOf(reviews);
  const Recall& recall = learner.rules.at("policy/its-policy");
  EXPECT_EQ(recall.due, Day(2.3065));
  EXPECT_FALSE(recall.IsDue(recall.due - 1));
  EXPECT_TRUE(recall.IsDue(recall.due));
  EXPECT_NEAR(recall.Retrievability(recall.due), 0.9, 1e-6);
  EXPECT_EQ(learner.Retrievability("policy/its-policy", kStart), 1);
}

TEST(Learner, TakesReviewsInAnyOrder) {
  std::vector<Review> reviews = {At(0, Grade::kGood), At(0.1, Grade::kAgain),
                                 At(3, Grade::kHard), At(9, Grade::kGood),
                                 At(9, Grade::kAgain, "blame/you")};
  const Learner learner = RecallOf(reviews);
  std::ranges::reverse(reviews);
  EXPECT_EQ(RecallOf(reviews), learner);
}

TEST(Learner, OfOneMomentTakesWhatComesFirstAsEarlier) {
  const std::vector<Review> reviews = {At(1, Grade::kAgain), At(1, Grade::kGood)};
  EXPECT_EQ(RecallOf(reviews).rules.at("policy/its-policy").grade, Grade::kGood);
}

TEST(Learner, CountsFailuresAfterSuccesses) {
  std::vector<Review> reviews;
  const auto lapses = [&](double day, Grade grade) {
    reviews.push_back(At(day, grade));
    return RecallOf(reviews).rules.at("policy/its-policy").lapses;
  };
  EXPECT_EQ(lapses(0, Grade::kAgain), 0);  // not yet known
  EXPECT_EQ(lapses(1, Grade::kAgain), 0);
  EXPECT_EQ(lapses(2, Grade::kHard), 0);
  EXPECT_EQ(lapses(3, Grade::kAgain), 1);
  EXPECT_EQ(lapses(4, Grade::kAgain), 1);
  EXPECT_EQ(lapses(5, Grade::kEasy), 1);
  EXPECT_EQ(lapses(6, Grade::kAgain), 2);
}

TEST(Learner, MastersByThreeWeeksOfStabilityUntilItIsLongAgo) {
  std::vector<Review> reviews = {At(0, Grade::kGood), At(2, Grade::kGood)};
  const auto recall = [&] { return RecallOf(reviews).rules.at("policy/its-policy"); };
  EXPECT_LT(recall().memory.stability, kMasteredStability);
  EXPECT_FALSE(recall().Mastered(Day(2)));
  reviews.push_back(At(13, Grade::kGood));
  EXPECT_GT(recall().memory.stability, kMasteredStability);
  EXPECT_TRUE(recall().Mastered(Day(13)));
  EXPECT_TRUE(recall().Mastered(recall().due + kSecondsADay));
  EXPECT_EQ(RecallOf(reviews).CountMastered(Day(13)), 1u);
  EXPECT_FALSE(recall().Mastered(Day(600)));
  reviews.push_back(At(40, Grade::kAgain));
  EXPECT_FALSE(recall().Mastered(Day(40)));
}

TEST(Learner, IsNotMasteredByAFailureHoweverStableItIs) {
  Recall recall;
  recall.memory = {kMasteredStability, 5};
  EXPECT_TRUE(recall.Mastered(0));
  EXPECT_TRUE(recall.Mastered(69 * kSecondsADay));
  EXPECT_FALSE(recall.Mastered(71 * kSecondsADay));
  recall.grade = Grade::kAgain;
  EXPECT_FALSE(recall.Mastered(0));
}

}  // namespace
}  // namespace amends::training
