#include "tools/train/training_session.h"

#include <filesystem>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "amends/training/progress.h"
#include "tests/train/scripted_desk.h"
#include "tests/train/trained.h"

namespace amends {
namespace {

namespace fs = std::filesystem;
using testing::Chosen;
using testing::FirstOf;
using testing::Only;
using testing::RightSteps;
using testing::Said;
using testing::ScriptedDesk;
using testing::Step;
using testing::TheEngine;
using testing::Written;
using training::Catalogue;
using training::Exercise;
using training::ExerciseKind;
using training::GradedAnswer;

constexpr int64_t kNow = 1'772'445'600;  // 2026-03-02T10:00Z
constexpr int64_t kDay = 86'400;
constexpr size_t kGoOn = 0;

class Session : public ::testing::Test {
 protected:
  Session()
      : folder_(fs::temp_directory_path() /
                ("amends-session-" + std::to_string(std::random_device{}()))),
        progress_(folder_ / "progress.sqlite"),
        ana_(progress_.AddPerson("Ana", "", kNow)) {}
  ~Session() override {
    std::error_code ignored;
    fs::remove_all(folder_, ignored);
  }

  Page Run(const Catalogue& catalogue, std::vector<Step> steps, SessionPlan plan = {}) {
    desk_.steps.assign(steps.begin(), steps.end());
    const SessionSources sources{[this] { return now_++; }, [] { return 7; }, 0};
    return TrainingSession(desk_, TheEngine(), catalogue, progress_, ana_,
                           std::move(plan), sources)
        .Run();
  }

  std::vector<GradedAnswer> Answers() const { return progress_.AnswersOf(ana_.id); }

  fs::path folder_;
  training::Progress progress_;
  training::Person ana_;
  ScriptedDesk desk_;
  int64_t now_ = kNow;
};

std::string TextOf(const Page& page) {
  std::string text;
  for (const Paragraph& each : page) text += each.label + ": " + each.text + "\n";
  return text;
}

// An exercise to choose from two, and the wrong choice.
const Exercise& AChoice() { return FirstOf(ExerciseKind::kChoose); }
size_t Right(const Exercise& exercise) { return exercise.right.front().choices.front(); }
size_t Wrong(const Exercise& exercise) { return Right(exercise) == 0 ? 1 : 0; }

class EveryKind : public Session, public ::testing::WithParamInterface<int> {};

TEST_P(EveryKind, IsAnsweredRightAndKept) {
  const Exercise& exercise = FirstOf(static_cast<ExerciseKind>(GetParam()));
  std::vector<Step> steps = RightSteps(exercise);
  steps.push_back(Chosen(kGoOn));
  Run(Only({exercise}), steps,
      {.kind = std::string(
           training::kExerciseKindWords.at(static_cast<size_t>(exercise.kind)))});
  ASSERT_EQ(Answers().size(), 1U);
  const GradedAnswer answer = Answers().front();
  EXPECT_EQ(answer.exercise, exercise.id);
  EXPECT_TRUE(answer.passed);
  EXPECT_EQ(answer.points, 100);
  EXPECT_EQ(answer.hints, 0);
  EXPECT_GT(answer.seconds, 0);
  for (const training::RuleGrade& each : answer.grades) {
    EXPECT_EQ(each.grade, training::Grade::kGood) << each.rule;
  }
  EXPECT_TRUE(desk_.HasShown(exercise.situation));
  EXPECT_TRUE(desk_.HasShown(exercise.explanation));
}

INSTANTIATE_TEST_SUITE_P(All, EveryKind, ::testing::Range(0, 12));

TEST_F(Session, KeepsAnAnswerBeforeAnythingIsSaidAboutIt) {
  size_t kept = 0;
  desk_.on_show = [&](const Page& page) {
    if (page.front().text.starts_with("That holds")) kept = Answers().size();
  };
  Run(Only({AChoice()}), RightSteps(AChoice()));
  EXPECT_EQ(kept, 1U);
}

TEST_F(Session, BeginsWithTheExerciseForSomebodyNewAndGreetsThoseWhoComeBack) {
  Run(Only({AChoice()}), {Chosen(Right(AChoice()))});
  EXPECT_TRUE(desk_.pages.front().front().text.starts_with("Exercise 1: "));
  now_ += 40 * kDay;
  desk_.pages.clear();
  const Exercise& other = FirstOf(ExerciseKind::kSpot);
  Run(Only({AChoice(), other}), {});
  EXPECT_EQ(desk_.pages.front().front().text, "Welcome back, Ana. 1 due, 1 new.");
}

TEST_F(Session, GivesHintsOneByOneThenTheSolution) {
  const Exercise& exercise = AChoice();
  std::vector<Step> steps(exercise.hints.size(), Said(Reply::kHint));
  steps.push_back(Chosen(Right(exercise)));
  Run(Only({exercise}), steps);
  EXPECT_TRUE(desk_.HasShown(exercise.hints.back()));
  EXPECT_FALSE(desk_.HasShown("A right answer"));
  ASSERT_EQ(Answers().size(), 1U);
  EXPECT_EQ(Answers().front().hints, static_cast<int>(exercise.hints.size()));
  EXPECT_EQ(Answers().front().grades.front().grade, training::Grade::kHard);
}

TEST_F(Session, CountsASolutionThatWasShownAsNotKnown) {
  const Exercise& exercise = AChoice();
  std::vector<Step> steps(exercise.hints.size() + 1, Said(Reply::kHint));
  steps.push_back(Chosen(Right(exercise)));
  Run(Only({exercise}), steps);
  EXPECT_TRUE(desk_.HasShown("A right answer"));
  ASSERT_EQ(Answers().size(), 1U);
  EXPECT_FALSE(Answers().front().passed);
  EXPECT_EQ(Answers().front().grades.front().grade, training::Grade::kAgain);
}

TEST_F(Session, CountsItAlsoWhereTheExerciseIsSkippedThen) {
  std::vector<Step> steps(AChoice().hints.size() + 1, Said(Reply::kHint));
  steps.push_back(Said(Reply::kSkip));
  Run(Only({AChoice()}), steps);
  ASSERT_EQ(Answers().size(), 1U);
  EXPECT_FALSE(Answers().front().passed);
}

TEST_F(Session, KeepsNothingOfWhatIsSkippedOrLeft) {
  const Exercise& other = FirstOf(ExerciseKind::kSpot);
  Run(Only({AChoice(), other}), {Said(Reply::kSkip), Said(Reply::kLeave)});
  EXPECT_EQ(Answers().size(), 0U);
  ASSERT_EQ(desk_.pages.size(), 2U);
  EXPECT_NE(TextOf(desk_.pages[0]), TextOf(desk_.pages[1]));
}

TEST_F(Session, OffersAnotherTryWhichIsPractice) {
  const Exercise& exercise = AChoice();
  constexpr size_t kAgain = 1;
  Run(Only({exercise}),
      {Chosen(Wrong(exercise)), Chosen(kAgain), Chosen(Right(exercise)), Chosen(kGoOn)});
  ASSERT_EQ(Answers().size(), 1U);
  EXPECT_FALSE(Answers().front().passed);
  EXPECT_TRUE(desk_.HasShown("Not quite there yet."));
  EXPECT_TRUE(desk_.HasShown("That holds. (Practice: the first answer is kept.)"));
}

// A right answer without what makes it whole.
std::vector<Step> WithoutWhatIsMissing(const Exercise& exercise) {
  for (const training::WrongAnswer& wrong : exercise.wrong) {
    if (wrong.caught.starts_with("missing:")) {
      return testing::StepsOf(exercise, wrong.answer);
    }
  }
  return {};
}

// An exercise to write for that has such an answer which is open.
const Exercise& AnOpenOne() {
  for (const Exercise& each : testing::TheCatalogue().exercises) {
    if (each.kind != ExerciseKind::kRewrite) continue;
    for (const training::WrongAnswer& wrong : each.wrong) {
      if (!wrong.caught.starts_with("missing:")) continue;
      if (Judge(TheEngine(), each, wrong.answer).IsOpen()) return each;
      break;
    }
  }
  ADD_FAILURE() << "there is none";
  return FirstOf(ExerciseKind::kRewrite);
}

TEST_F(Session, AsksTheWriterWhetherWhatWasNotSeenIsThere) {
  const Exercise& exercise = AnOpenOne();
  constexpr size_t kYes = 0;
  std::vector<Step> steps = WithoutWhatIsMissing(exercise);
  steps.push_back(Chosen(kYes));
  Run(Only({exercise}), steps);
  ASSERT_EQ(Answers().size(), 1U);
  EXPECT_TRUE(Answers().front().passed);
  EXPECT_EQ(Answers().front().grades.front().grade, training::Grade::kHard);
  EXPECT_TRUE(desk_.HasShown("Not seen yet: "));
  EXPECT_TRUE(desk_.HasShown("That holds."));
}

TEST_F(Session, KeepsAnOpenAnswerThatIsLeftOrDeniedAsNotPassed) {
  const Exercise& exercise = AnOpenOne();
  Run(Only({exercise}), WithoutWhatIsMissing(exercise));
  ASSERT_EQ(Answers().size(), 1U);
  EXPECT_FALSE(Answers().front().passed);
}

TEST_F(Session, ShowsARightAnswerAfterwards) {
  constexpr size_t kSolution = 2;
  Run(Only({AChoice()}), {Chosen(Wrong(AChoice())), Chosen(kSolution)});
  EXPECT_TRUE(desk_.HasShown("A right answer: "));
  EXPECT_EQ(desk_.options(), (std::vector<std::string>{"Go on", "Try once more"}));
}

TEST_F(Session, EndsAfterSoManyAnswers) {
  const Exercise& spot = FirstOf(ExerciseKind::kSpot);
  std::vector<Step> steps = RightSteps(AChoice());
  steps.push_back(Chosen(kGoOn));
  Run(Only({AChoice(), spot}), steps, {.kind = "choose", .count = 1});
  EXPECT_EQ(Answers().size(), 1U);
  EXPECT_TRUE(desk_.steps.empty());
  EXPECT_EQ(desk_.questions.size(), 2U);
}

TEST_F(Session, SaysWhenTheNextIsDueAndGoesOnAheadOfTime) {
  constexpr size_t kAhead = 1;
  std::vector<Step> steps = RightSteps(AChoice());
  steps.insert(steps.end(), {Chosen(kGoOn), Chosen(kAhead), Said(Reply::kLeave)});
  Run(Only({AChoice()}), steps);
  EXPECT_TRUE(desk_.HasShown("Nothing is due now, and nothing is new."));
  EXPECT_TRUE(desk_.HasShown("The next comes in 2 days."));
}

TEST_F(Session, GoesThroughASetInItsOrder) {
  const Exercise& spot = FirstOf(ExerciseKind::kSpot);
  SessionPlan plan;
  plan.set = training::ExerciseSet{"week1", "Week 1", {spot.id, AChoice().id}, 0, 0};
  std::vector<Step> steps = RightSteps(spot);
  steps.push_back(Chosen(kGoOn));
  for (const Step& step : RightSteps(AChoice())) steps.push_back(step);
  steps.push_back(Chosen(kGoOn));
  Run(Only({AChoice(), spot}), steps, plan);
  ASSERT_EQ(Answers().size(), 2U);
  EXPECT_EQ(Answers()[0].exercise, spot.id);
  EXPECT_EQ(Answers()[1].set, "week1");
}

TEST_F(Session, BeginsWithWhatATrainerGave) {
  const Exercise& spot = FirstOf(ExerciseKind::kSpot);
  const training::ExerciseSet later =
      progress_.AddSet("Later", std::vector{spot.id}, kNow + 9 * kDay, kNow);
  const training::ExerciseSet sooner =
      progress_.AddSet("Sooner", std::vector{AChoice().id}, kNow + 2 * kDay, kNow);
  for (const auto& set : {later, sooner}) progress_.Assign({set.id, "", ana_.id});
  std::vector<Step> steps = {Chosen(Wrong(AChoice())), Chosen(kGoOn)};
  for (const Step& step : RightSteps(spot)) steps.push_back(step);
  Run(Only({spot, AChoice()}), steps);
  ASSERT_EQ(Answers().size(), 2U);
  EXPECT_EQ(Answers()[0].set, sooner.id);
  EXPECT_EQ(Answers()[1].set, later.id);
  const std::string first = TextOf(desk_.pages.front());
  EXPECT_TRUE(
      first.starts_with("From your trainer: “Sooner”, not begun, due 2026-03-04\n"))
      << first;
  // What failed in it comes again another time, before all others.
  now_ += kDay;
  desk_.pages.clear();
  Run(Only({spot, AChoice()}), {});
  const std::string again = TextOf(desk_.pages.front());
  EXPECT_NE(again.find("“Sooner”, 0 of 1 passed, 1 answered"), std::string::npos)
      << again;
}

TEST_F(Session, LeavesWhatWasGivenWhereTheTraineeAsksForSomethingElse) {
  const Exercise& spot = FirstOf(ExerciseKind::kSpot);
  const auto set = progress_.AddSet("Week 1", std::vector{spot.id}, 0, kNow);
  progress_.Assign({set.id, "", ana_.id});
  Run(Only({spot, AChoice()}), RightSteps(AChoice()), {.kind = "choose"});
  ASSERT_EQ(Answers().size(), 1U);
  EXPECT_EQ(Answers().front().exercise, AChoice().id);
}

TEST_F(Session, TellsATalkTurnByTurn) {
  const Exercise& talk = FirstOf(ExerciseKind::kRolePlay);
  std::vector<Step> steps;
  for (const training::WrongAnswer& wrong : talk.wrong) {
    for (const std::string& text : wrong.answer.texts) steps.push_back(Written(text));
    break;
  }
  ASSERT_FALSE(steps.empty());
  Run(Only({talk}), steps, {.kind = "role-play"});
  ASSERT_EQ(Answers().size(), 1U);
  EXPECT_FALSE(Answers().front().passed);
  EXPECT_TRUE(desk_.HasShown("You: " + steps.front().text));
  EXPECT_TRUE(desk_.HasShown("Hurt: "));
  EXPECT_TRUE(desk_.HasShown("Coach: "));
  EXPECT_TRUE(desk_.HasShown(" → "));
}

TEST_F(Session, KeepsNothingOfATalkThatWasLeft) {
  Run(Only({FirstOf(ExerciseKind::kRolePlay)}), {Written("Hello.")},
      {.kind = "role-play"});
  EXPECT_EQ(Answers().size(), 0U);
}

TEST_F(Session, SumsUp) {
  std::vector<Step> steps = RightSteps(AChoice());
  const std::string sum = TextOf(Run(Only({AChoice()}), steps));
  EXPECT_TRUE(sum.starts_with(": 1 answer, 1 passed.\nWent well: - ")) << sum;
  EXPECT_NE(sum.find("The next comes in 2 days."), std::string::npos) << sum;
  EXPECT_EQ(sum.find("in a row"), std::string::npos) << sum;
}

TEST_F(Session, NamesDaysInARowAsAPlainFact) {
  Run(Only({AChoice()}), RightSteps(AChoice()));
  now_ = kNow + kDay;
  const Exercise& spot = FirstOf(ExerciseKind::kSpot);
  const std::string sum = TextOf(Run(Only({spot}), RightSteps(spot)));
  EXPECT_NE(sum.find("Practised 2 days in a row."), std::string::npos) << sum;
}

}  // namespace
}  // namespace amends
