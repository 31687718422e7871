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
  DueOrder due_order = DueOrder::kHardest;

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
                         .ahead = ahead,
                         .due_order = due_order});
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

TEST(Agenda, AsksFirstForWhatIsMostForgottenAndHardest) {
  Person person = With({"blame/half", "blame/much", "blame/hard", "blame/known"});
  person.Knows("blame/half", 5);
  person.Knows("blame/much", 50);
  person.Knows("blame/hard", 50, Grade::kAgain);
  person.Knows("blame/known", 1);
  EXPECT_THAT(person.Answers(4), ElementsAre("due blame/hard", "due blame/much",
                                             "due blame/half", "nothing"));
}

// 29 % of the one is forgotten, 38 % of the other.
TEST(Agenda, WeighsWhatIsForgottenByDifficulty) {
  Person person = With({"blame/easy", "blame/hard"});
  person.Knows("blame/easy", 50);
  person.Knows("blame/hard", 2.1, Grade::kAgain);
  person.Knows("blame/hard", 2);
  EXPECT_GT(RecallOf(person.reviews).Retrievability("blame/hard", person.now),
            RecallOf(person.reviews).Retrievability("blame/easy", person.now));
  EXPECT_THAT(person.Answers(3),
              ElementsAre("due blame/hard", "due blame/easy", "nothing"));
}

TEST(Agenda, AsksFirstForWhatHasWaitedLongestWhereThatIsWanted) {
  Person person = With({"blame/easy", "blame/hard", "blame/known"});
  person.Knows("blame/easy", 9);
  person.Knows("blame/hard", 8, Grade::kAgain);
  person.Knows("blame/known", 10, Grade::kEasy);
  person.Knows("blame/known", 2, Grade::kEasy);
  EXPECT_EQ(person.Next()->rule, "blame/hard");
  person.due_order = DueOrder::kLongestWaiting;
  EXPECT_THAT(person.Answers(3),
              ElementsAre("due blame/easy", "due blame/hard", "nothing"));
}

TEST(Agenda, MixesANewRuleInAfterTwoThatAreDue) {
  Person person =
      With({"blame/a", "blame/b", "blame/c", "blame/d", "blame/e", "tone/x", "tone/y"});
  for (const char* rule : {"blame/a", "blame/b", "blame/c", "blame/d", "blame/e"}) {
    person.Knows(rule, 30);
  }
  std::string shape;
  for (const std::string& answer : person.Answers(8)) shape += answer.substr(0, 3) + " ";
  EXPECT_EQ(shape, "due due new due due new due not ");
}

TEST(Agenda, GoesOnWithNewRulesWhenNothingIsDue) {
  Person person = With({"blame/a", "tone/x", "tone/y"});
  person.Knows("blame/a", 1);
  EXPECT_THAT(person.Answers(3),
              ElementsAre(::testing::StartsWith("new tone/"),
                          ::testing::StartsWith("new tone/"), "nothing"));
}

TEST(Agenda, AFailedRuleComesBackAfterTwoOthers) {
  Person person =
      With({"fake-apology/a", "pronoun/a", "tone/a", "ownership/a", "dypii/a"});
  EXPECT_THAT(person.Answers(7, {"fake-apology/a"}),
              ElementsAre("new fake-apology/a", "new pronoun/a", "new tone/a",
                          "again fake-apology/a", "new ownership/a", "new dypii/a",
                          "again fake-apology/a"));
  // Enough for today, also when it is due by the hour.
  EXPECT_EQ(person.Next(), std::nullopt);
  person.now += 2 * kHour;
  EXPECT_TRUE(RecallOf(person.reviews).Find("fake-apology/a")->IsDue(person.now));
  EXPECT_EQ(person.Next(), std::nullopt);
  person.session.clear();
  person.now += kSecondsADay;
  EXPECT_EQ(person.Answer(), "due fake-apology/a");
}

TEST(Agenda, AFailedRuleThatPassesDoesNotComeBack) {
  Person person = With({"fake-apology/a", "pronoun/a", "tone/a", "ownership/a"});
  person.Answers(1, {"fake-apology/a"});
  EXPECT_THAT(person.Answers(5),
              ElementsAre("new pronoun/a", "new tone/a", "again fake-apology/a",
                          "new ownership/a", "nothing"));
}

TEST(Agenda, AFailedRuleDoesNotWaitWhereNothingElseIsLeft) {
  Person person = With({"blame/a"});
  EXPECT_THAT(person.Answers(4, {"blame/a"}),
              ElementsAre("new blame/a", "again blame/a", "again blame/a", "nothing"));
}

TEST(Agenda, EachFailedRuleOfAnExerciseComesBackByItself) {
  Person person = With({"pronoun/a", "tone/a"});
  person.Offer("fake-apology/both", {"fake-apology/a", "blame/b"});
  person.Offer("blame/alone", {"blame/b"});
  EXPECT_THAT(person.Answers(3, {"fake-apology/a", "blame/b"}),
              ElementsAre("new fake-apology/a", "new pronoun/a", "new tone/a"));
  const std::optional<Choice> first = person.Next();
  EXPECT_EQ(first, (Choice{"fake-apology/both", "fake-apology/a", Why::kAgain}));
  person.session.push_back({{"blame/alone", "blame/b", Why::kAgain}, {}});
  EXPECT_EQ(person.Next()->rule, "fake-apology/a");
  person.session.push_back({{"fake-apology/both", "fake-apology/a", Why::kAgain}, {}});
  EXPECT_EQ(person.Next(), std::nullopt);
}

TEST(Agenda, GoesAheadWithWhatIsLikeliestToBeForgotten) {
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

// A month of somebody who fails every third time: what the header promises, all along.
TEST(Agenda, KeepsItsLawsForAMonth) {
  for (uint64_t seed = 0; seed < 20; ++seed) {
    Person person;
    person.seed = seed;
    for (int i = 0; i < 12; ++i) {
      const std::string rule = (i % 2 == 0 ? "blame/" : "tone/") + std::to_string(i);
      for (int level = 1; level <= 3; ++level) {
        person.Offer(rule + "-" + std::to_string(level), {rule}, level,
                     level == 1 ? "spot" : "rewrite");
      }
    }
    std::set<std::string> rules;
    int turn = 0;
    for (int day = 0; day < 30; ++day) {
      person.session.clear();
      person.now = kStart + day * kSecondsADay;
      std::map<std::string, int> returns;
      for (int i = 0; i < 10; ++i) {
        const std::optional<Choice> next = person.Next();
        if (!next) break;
        rules.insert(next->rule);
        if (next->why == Why::kAgain) {
          EXPECT_LE(++returns[next->rule], kReturns);
        }
        person.Answer(++turn % 3 == 0 ? std::set{next->rule} : std::set<std::string>());
      }
    }
    EXPECT_EQ(rules.size(), 12u);
  }
}

}  // namespace
}  // namespace amends::training
