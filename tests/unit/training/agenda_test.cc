#include "amends/training/agenda.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace amends::training {
namespace {

using ::testing::ElementsAre;

constexpr int64_t kStart = 1'770'000'000;
constexpr int64_t kHour = 3600;

// A person in one session: what they know, what is offered, and what they have done.
struct Person {
  std::vector<Offered> offered;
  std::vector<Review> reviews;
  std::vector<Tried> tried;
  std::vector<Done> session;
  int64_t now = kStart;
  uint64_t seed = 1;
  bool ahead = false;

  void Offer(const std::string& id, const std::vector<std::string>& rules, int level = 1,
             const std::string& kind = "spot") {
    offered.push_back({id, rules, level, kind});
  }
  // A rule that was answered well so many days ago.
  void Knows(const std::string& rule, double days_ago, Grade grade = Grade::kGood) {
    reviews.push_back({rule, now - static_cast<int64_t>(days_ago * kSecondsADay), grade});
  }
  std::optional<Choice> Next() const {
    const Learner learner = RecallOf(reviews);
    return NextExercise({.learner = learner,
                         .offered = offered,
                         .tried = tried,
                         .session = session,
                         .now = now,
                         .seed = seed,
                         .ahead = ahead});
  }
  // Answers what comes next; its rules fail where they are among these. "due blame/you".
  std::string Answer(const std::set<std::string>& failing = {}) {
    const std::optional<Choice> next = Next();
    if (!next) return "nothing";
    const auto exercise = std::ranges::find(offered, next->exercise, &Offered::id);
    Done done{*next, {}};
    now += 60;
    for (const std::string& rule : exercise->rules) {
      const bool failed = failing.contains(rule);
      reviews.push_back({rule, now, failed ? Grade::kAgain : Grade::kGood});
      if (failed) done.failed.push_back(rule);
    }
    tried.push_back({next->exercise, now, done.failed.empty()});
    session.push_back(done);
    return std::string(NameOf(next->why)) + " " + next->rule;
  }
  std::vector<std::string> Answers(int count, const std::set<std::string>& failing = {}) {
    std::vector<std::string> answers(static_cast<size_t>(count));
    for (std::string& answer : answers) answer = Answer(failing);
    return answers;
  }
};

// One exercise for each rule, of the same name.
Person With(const std::vector<std::string>& rules) {
  Person person;
  for (const std::string& rule : rules) person.Offer(rule, {rule});
  return person;
}

TEST(Agenda, SaysWhenNothingIsLeft) {
  EXPECT_EQ(Person().Next(), std::nullopt);
  Person person = With({"blame/you"});
  person.Offer("tone/no-rules", {});
  EXPECT_EQ(person.Answer(), "new blame/you");
  EXPECT_EQ(person.Next(), std::nullopt);
  person.now += kSecondsADay;
  person.session.clear();
  EXPECT_EQ(person.Next(), std::nullopt);
  person.now += 2 * kSecondsADay;
  EXPECT_EQ(person.Answer(), "due blame/you");
}

TEST(Agenda, ANewPersonBeginsWithPlainFrequentFaultsOfSeveralFamilies) {
  Person person = With({"followup/a", "policy/a", "fake-apology/a", "fake-apology/b",
                        "tone/a", "unheard-of/a"});
  person.Offer("fake-apology/hard", {"fake-apology/c"}, 2);
  person.Offer("fake-apology/harder", {"fake-apology/d"}, 3);
  std::vector<std::string> answers = person.Answers(9);
  // Of one family, which of two comes first is left to chance.
  std::ranges::replace(answers, "new fake-apology/b", "new fake-apology/a");
  EXPECT_THAT(answers,
              ElementsAre("new fake-apology/a", "new tone/a", "new policy/a",
                          "new followup/a", "new unheard-of/a", "new fake-apology/a",
                          "new fake-apology/c", "new fake-apology/d", "nothing"));
}

TEST(Agenda, TakesFamiliesInTheOrderItIsGiven) {
  const Person person = With({"policy/a", "fake-apology/a", "tone/a"});
  const Learner learner;
  const std::string_view families[] = {"tone", "policy"};
  const AgendaRequest request{.learner = learner,
                              .offered = person.offered,
                              .tried = {},
                              .session = {},
                              .now = kStart,
                              .families = families};
  EXPECT_EQ(NextExercise(request)->rule, "tone/a");
}

TEST(Agenda, OfRulesThatHaveWaitedAsLongTheHardestComesFirst) {
  Person person = With({"blame/known", "blame/hard", "blame/good", "blame/hardest"});
  person.Knows("blame/known", 9, Grade::kEasy);
  person.Knows("blame/known", 5, Grade::kEasy);
  person.Knows("blame/good", 5);
  person.Knows("blame/hard", 5, Grade::kHard);
  person.Knows("blame/hardest", 5, Grade::kAgain);
  EXPECT_EQ(person.Answer(), "due blame/hardest");
  person.now += 3 * kHour;  // another session; the days are whole ones
  person.session.clear();
  EXPECT_EQ(person.Answer(), "due blame/hard");
}

TEST(Agenda, WhatHasWaitedMostDaysComesBeforeWhatIsHarder) {
  Person person = With({"blame/easy", "blame/hard"});
  person.Knows("blame/easy", 9);
  person.Knows("blame/hard", 8, Grade::kAgain);
  EXPECT_THAT(person.Answers(2), ElementsAre("due blame/easy", "due blame/hard"));
}

// After a due rule comes the one that promises most, be it due or not.
TEST(Agenda, LooksBetweenAtWhatIsNotDueYet) {
  Person person = With({"blame/failed", "tone/failed", "blame/known", "tone/known"});
  person.Knows("blame/failed", 1, Grade::kAgain);
  person.Knows("tone/failed", 1, Grade::kAgain);
  person.Knows("blame/known", 14);
  person.Knows("blame/known", 10);  // stability 16 days
  person.Knows("tone/known", 1);    // nothing to gain yet
  EXPECT_THAT(person.Answers(4),
              ElementsAre(::testing::EndsWith("/failed"), "ahead blame/known",
                          ::testing::EndsWith("/failed"), "nothing"));
}

TEST(Agenda, WhatIsDueAndWhatIsNewComeInTurn) {
  Person person = With({"blame/a", "blame/b", "blame/c", "blame/d", "tone/x", "tone/y"});
  for (const char* rule : {"blame/a", "blame/b", "blame/c", "blame/d"}) {
    person.Knows(rule, 30);
  }
  std::string shape;
  for (const std::string& answer : person.Answers(7)) shape += answer.substr(0, 3) + " ";
  EXPECT_EQ(shape, "due new due new due due not ");
}

TEST(Agenda, GoesOnWithNewRulesWhenNothingIsDue) {
  Person person = With({"blame/a", "tone/x", "tone/y"});
  person.Knows("blame/a", 1);
  EXPECT_THAT(person.Answers(3),
              ElementsAre(::testing::StartsWith("new tone/"),
                          ::testing::StartsWith("new tone/"), "nothing"));
}

TEST(Agenda, AFailedRuleComesBackOnceWhenNothingElseIsLeft) {
  Person person = With({"fake-apology/a", "pronoun/a", "tone/a"});
  EXPECT_THAT(person.Answers(5, {"fake-apology/a"}),
              ElementsAre("new fake-apology/a", "new pronoun/a", "new tone/a",
                          "again fake-apology/a", "nothing"));
  // Enough for today, also when it is due by the hour, and in another session.
  person.now += 6 * kHour;
  EXPECT_TRUE(RecallOf(person.reviews).Find("fake-apology/a")->IsDue(person.now));
  EXPECT_EQ(person.Next(), std::nullopt);
  person.session.clear();
  EXPECT_EQ(person.Next(), std::nullopt);
  person.now += 14 * kHour;
  EXPECT_EQ(person.Answer(), "due fake-apology/a");
}

TEST(Agenda, EachFailedRuleOfAnExerciseComesBackByItself) {
  Person person;
  person.Offer("fake-apology/both", {"fake-apology/a", "blame/b"});
  person.Offer("blame/alone", {"blame/b"});
  EXPECT_EQ(person.Answer({"fake-apology/a", "blame/b"}), "new fake-apology/a");
  EXPECT_EQ(person.Next(), (Choice{"fake-apology/both", "fake-apology/a", Why::kAgain}));
  person.session.push_back({{"blame/alone", "blame/b", Why::kAgain}, {}});
  EXPECT_EQ(person.Next()->rule, "fake-apology/a");
  person.session.push_back({{"fake-apology/both", "fake-apology/a", Why::kAgain}, {}});
  EXPECT_EQ(person.Next(), std::nullopt);
}

TEST(Agenda, GoesAheadWithWhatPromisesMost) {
  Person person = With({"blame/a", "blame/b", "blame/c"});
  person.Knows("blame/a", 1);
  person.Knows("blame/b", 2);
  person.Knows("blame/c", 0.5);
  EXPECT_EQ(person.Next(), std::nullopt);
  person.ahead = true;
  EXPECT_THAT(person.Answers(3),
              ElementsAre("ahead blame/b", "ahead blame/a", "ahead blame/c"));
  // It always finds something, and not the same twice in a row.
  std::string before;
  for (int i = 0; i < 20; ++i) {
    const std::string answer = person.Answer({"blame/a"});
    EXPECT_NE(answer, before);
    before = answer;
  }
}

TEST(Agenda, AsksMoreOfWhoKnowsARuleWell) {
  Person person;
  person.ahead = true;
  person.Offer("blame/third", {"blame/a"}, 3);
  person.Offer("blame/first", {"blame/a"}, 1);
  person.Offer("blame/second", {"blame/a"}, 2);
  const auto next = [&] {
    const std::optional<Choice> choice = person.Next();
    return choice ? choice->exercise : "nothing";
  };
  EXPECT_EQ(next(), "blame/first");
  person.Knows("blame/a", 20);  // stability 2.3 days
  EXPECT_EQ(next(), "blame/first");
  person.Knows("blame/a", 18);  // 11 days
  EXPECT_EQ(next(), "blame/second");
  person.Knows("blame/a", 8);  // 46 days
  EXPECT_EQ(next(), "blame/third");
}

TEST(Agenda, LevelsRiseWithStability) {
  EXPECT_EQ(LevelFor(0.1), 1);
  EXPECT_EQ(LevelFor(3), 1);
  EXPECT_EQ(LevelFor(3.1), 2);
  EXPECT_EQ(LevelFor(14), 2);
  EXPECT_EQ(LevelFor(14.1), 3);
}

TEST(Agenda, PrefersAnExerciseNotSeenLately) {
  Person person;
  person.Offer("blame/one", {"blame/a"}, 1);
  person.Offer("blame/two", {"blame/a"}, 2);
  person.Knows("blame/a", 4);
  EXPECT_EQ(person.Next()->exercise, "blame/one");
  person.tried = {{"blame/one", person.now - 4 * kSecondsADay, true}};
  EXPECT_EQ(person.Next()->exercise, "blame/two");
  person.tried.push_back({"blame/two", person.now - 2 * kSecondsADay, true});
  EXPECT_EQ(person.Next()->exercise, "blame/one");
  // Long ago is as good as never; the level decides.
  person.tried = {{"blame/one", person.now - 8 * kSecondsADay, true}};
  EXPECT_EQ(person.Next()->exercise, "blame/one");
  // But nobody who just begins gets the hardest for that.
  person.offered[1].level = 3;
  person.tried = {{"blame/one", person.now - 4 * kSecondsADay, true}};
  EXPECT_EQ(person.Next()->exercise, "blame/one");
}

TEST(Agenda, PrefersExercisesThatAreAboutTheRuleFirst) {
  Person person;
  person.Offer("tone/other", {"tone/b", "blame/a"});
  person.Offer("blame/own", {"blame/a", "tone/b"});
  person.Knows("blame/a", 9);
  for (person.seed = 0; person.seed < 20; ++person.seed) {
    EXPECT_EQ(person.Next()->exercise, "blame/own");
  }
}

TEST(Agenda, VariesKinds) {
  Person person;
  for (const char* rule : {"fake-apology/a", "pronoun/a", "tone/a", "dypii/a"}) {
    for (const char* kind : {"spot", "choose", "rewrite", "name"}) {
      person.Offer(std::string(rule) + "-" + kind, {rule}, 1, kind);
    }
  }
  std::set<std::string> kinds;
  for (int i = 0; i < 4; ++i) {
    const std::string id = person.Next()->exercise;
    kinds.insert(id.substr(id.rfind('-')));
    person.Answer();
  }
  EXPECT_EQ(kinds.size(), 4u);
}

TEST(Agenda, IsDecidedByTheSeed) {
  Person person;
  for (const char* name : {"a", "b", "c", "d", "e", "f", "g", "h"}) {
    person.Offer(std::string("blame/") + name, {std::string("blame/") + name});
  }
  std::set<std::string> first;
  for (person.seed = 0; person.seed < 50; ++person.seed) {
    const std::optional<Choice> choice = person.Next();
    std::ranges::reverse(person.offered);
    EXPECT_EQ(person.Next(), choice);
    first.insert(choice->rule);
  }
  EXPECT_GT(first.size(), 4u);
}

// Sixty rules in the usual families with three exercises each, about as many as come with
// the program.
Person WithMany() {
  Person person;
  for (size_t i = 0; i < 60; ++i) {
    const auto families = UsualFamilies();
    const std::string rule =
        std::string(families[i % families.size()]) + "/" + std::to_string(i);
    for (int level = 1; level <= 3; ++level) {
      person.Offer(rule + "-" + std::to_string(level), {rule}, level,
                   level == 1 ? "spot" : "rewrite");
    }
  }
  return person;
}

struct Month {
  std::vector<int> exercises;         // by day
  std::map<std::string, int> counts;  // answers by rule
};

// Days of up to so many exercises. It tells the rule and how many answers there were
// before whether one passes.
template <typename Passes>
Month Practise(Person& person, int days, int a_day, const Passes& passes) {
  Month month;
  int turn = 0;
  const int64_t start = person.now;
  for (int day = 0; day < days; ++day) {
    person.session.clear();
    person.now = start + day * kSecondsADay;
    int done = 0;
    std::map<std::string, int> today;
    while (done < a_day) {
      const std::optional<Choice> next = person.Next();
      if (!next) break;
      // Nothing comes twice a day but what failed, and that once more at the end.
      EXPECT_LE(++today[next->rule], next->why == Why::kAgain ? 1 + kReturns : 1);
      ++month.counts[next->rule];
      const bool passed = passes(next->rule, turn++);
      person.Answer(passed ? std::set<std::string>() : std::set{next->rule});
      ++done;
    }
    month.exercises.push_back(done);
  }
  return month;
}

TEST(Agenda, KeepsItsLawsForAMonth) {
  for (uint64_t seed = 0; seed < 5; ++seed) {
    Person person = WithMany();
    person.seed = seed;
    const Month month = Practise(
        person, 30, 10, [](const std::string&, int turn) { return turn % 3 != 0; });
    EXPECT_EQ(month.counts.size(), 60u);
    EXPECT_THAT(month.exercises, ::testing::Each(10));
  }
}

TEST(Agenda, WhoPassesAllHasSeenAllAndThenHasLittleToDo) {
  Person person = WithMany();
  const Month month =
      Practise(person, 60, 10, [](const std::string&, int) { return true; });
  EXPECT_EQ(month.counts.size(), 60u);
  int last_ten_days = 0;
  for (size_t day = 50; day < 60; ++day) last_ten_days += month.exercises[day];
  EXPECT_LT(last_ten_days, 60);
}

TEST(Agenda, WhoFailsAllIsAskedForAllAndNothingIsAskedForAllTheTime) {
  Person person = WithMany();
  const Month month =
      Practise(person, 30, 5, [](const std::string&, int) { return false; });
  EXPECT_GT(month.counts.size(), 40u);  // half of the answers are new ones
  for (const auto& [rule, count] : month.counts) EXPECT_LE(count, 10) << rule;
}

TEST(Agenda, WhatIsAlwaysFailedDoesNotKeepFromTheRest) {
  Person person = WithMany();
  const Month month = Practise(person, 30, 10, [](const std::string& rule, int) {
    return rule != "fake-apology/0";
  });
  EXPECT_EQ(month.counts.size(), 60u);
  EXPECT_GT(month.counts.at("fake-apology/0"), 5);
  EXPECT_LT(month.counts.at("fake-apology/0"), 60);  // of 300
}

// Three weeks away: what has waited longest first, something new in between, and it is
// caught up within some days.
TEST(Agenda, WhoComesBackAfterWeeksCatchesUp) {
  Person person = WithMany();
  const auto passes = [](const std::string&, int turn) { return turn % 5 != 0; };
  Practise(person, 10, 7, passes);
  person.now += 21 * kSecondsADay;
  const auto due = [&] {
    const Learner learner = RecallOf(person.reviews);
    return std::ranges::count_if(
        learner.rules, [&](const auto& each) { return each.second.IsDue(person.now); });
  };
  EXPECT_GT(due(), 20);
  Practise(person, 14, 7, passes);
  EXPECT_LT(due(), 20);
}

}  // namespace
}  // namespace amends::training
