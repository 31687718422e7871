// Progress on its way to another machine.
#include "amends/training/progress_json.h"

#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "amends/pack/problem.h"
#include "amends/training/progress.h"
#include "tests/unit/training/kept_progress.h"

namespace amends::training {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

constexpr const char* kSample = R"({
  "schema": 1,
  "persons": [
    {
      "id": "ben",
      "name": "Ben",
      "created": 0,
      "answers": []
    },
    {
      "id": "ann",
      "name": "Ann “Zoë” O'Brien",
      "team": "Desk",
      "created": 1770000000,
      "answers": [
        {
          "id": "a",
          "exercise": "fake-apology/late-parcel",
          "kind": "rewrite",
          "at": 1770000000,
          "passed": true,
          "points": 85,
          "hints": 1,
          "seconds": 73,
          "set": "week-1",
          "grades": {
            "fake-apology/but": "hard",
            "blame/you": "good"
          }
        }
      ]
    }
  ],
  "sets": [
    {
      "id": "week-1",
      "name": "Week 1",
      "exercises": [
        "blame/cup"
      ],
      "created": 1770000000,
      "teams": [
        "Desk"
      ],
      "persons": [
        "ben"
      ]
    }
  ]
}
)";

std::string ShownProblems(const Imported& imported) {
  std::string shown;
  for (const pack::Problem& problem : imported.problems) shown += Format(problem);
  return shown;
}

std::string With(std::string text, std::string_view old, std::string_view now) {
  const size_t at = text.find(old);
  EXPECT_NE(at, std::string::npos) << old;
  return text.replace(at, old.size(), now);
}

TEST(ProgressJson, IsExportedAsItWasImported) {
  const KeptProgress kept;
  Progress progress = kept.Open();
  const Imported imported = progress.Import(kSample);
  EXPECT_EQ(ShownProblems(imported), "");
  EXPECT_EQ(imported.persons, 2);
  EXPECT_EQ(imported.answers, 1);
  EXPECT_EQ(imported.sets, 1);
  EXPECT_EQ(progress.Export(), kSample);
  EXPECT_THAT(progress.AnswersOf("ann"), ElementsAre(AnswerOf("ann", "a")));
  EXPECT_EQ(progress.SetsOf("ben").size(), 1u);
  EXPECT_EQ(progress.SetsOf("ann").size(), 1u);
}

TEST(ProgressJson, OfNothingIsNothing) {
  const KeptProgress kept;
  Progress progress = kept.Open();
  const std::string nothing = progress.Export();
  EXPECT_EQ(nothing, "{\n  \"schema\": 1,\n  \"persons\": [],\n  \"sets\": []\n}\n");
  EXPECT_EQ(progress.Import(nothing), Imported());
}

TEST(ProgressJson, TwiceIsTheSameAsOnce) {
  const KeptProgress kept;
  Progress progress = kept.Open();
  progress.Import(kSample);
  EXPECT_EQ(progress.Import(kSample), Imported());
  EXPECT_EQ(progress.Export(), kSample);
}

TEST(ProgressJson, MergesWhatTwoMachinesHave) {
  const KeptProgress here;
  Progress progress = here.Open();
  progress.Import(kSample);
  progress.Rename("ann", "Anne", "Shop");
  progress.AddAnswer(AnswerOf("ann", "b", kStart + 1));
  const Person eve = progress.AddPerson("Eve", "", kStart);

  const KeptProgress there;
  Progress other = there.Open();
  other.Import(kSample);
  other.AddAnswer(AnswerOf("ann", "c", kStart + 2));
  other.AddAnswer(AnswerOf("ben", "d", kStart));
  other.Assign({"week-1", "", "ann"});

  const Imported imported = progress.Import(other.Export());
  EXPECT_EQ(ShownProblems(imported), "");
  EXPECT_EQ(imported, (Imported{.persons = 0, .answers = 2, .sets = 0, .problems = {}}));
  EXPECT_EQ(progress.PersonWithId("ann")->name, "Anne");
  EXPECT_THAT(progress.AnswersOf("ann"),
              ElementsAre(AnswerOf("ann", "a"), AnswerOf("ann", "b", kStart + 1),
                          AnswerOf("ann", "c", kStart + 2)));
  EXPECT_EQ(progress.AnswersOf("ben").size(), 1u);
  EXPECT_EQ(progress.Assignments().size(), 3u);
  EXPECT_EQ(progress.PersonWithId(eve.id), eve);
}

// Whatever is in the file comes back from the JSON, byte for byte.
TEST(ProgressJson, OfAnythingIsExportedAsItWasImported) {
  std::mt19937 random(11);
  const auto below = [&](unsigned count) { return static_cast<int>(random() % count); };
  for (int round = 0; round < 10; ++round) {
    const KeptProgress here;
    Progress progress = here.Open();
    std::vector<std::string> ids;
    for (int i = below(5); i >= 0; --i) {
      const char* names[] = {"李", "\"", "\\", "a/b~c", "é", "\xF0\x9F\x99\x82"};
      const std::string name = names[below(6)] + std::to_string(i);
      ids.push_back(progress.AddPerson(name, below(2) == 0 ? "" : name, below(9)).id);
      for (int n = below(9); n > 0; --n) {
        GradedAnswer answer = AnswerOf(ids.back(), RandomId(), below(5));
        answer.points = below(101);
        answer.grades.resize(static_cast<size_t>(below(3)));
        for (RuleGrade& each : answer.grades)
          each.grade = static_cast<Grade>(1 + below(4));
        progress.AddAnswer(answer);
      }
    }
    const std::vector<std::string> exercises = {"z/z", "a/a"};
    for (int i = below(4); i > 0; --i) {
      const ExerciseSet set = progress.AddSet("Set", exercises, below(3), below(3));
      progress.Assign({set.id, "李0", ""});
      progress.Assign({set.id, "", ids[0]});
    }
    const std::string text = progress.Export();
    const KeptProgress there;
    Progress other = there.Open();
    EXPECT_EQ(ShownProblems(other.Import(text)), "");
    EXPECT_EQ(other.Export(), text);
    for (const std::string& id : ids) {
      EXPECT_EQ(other.AnswersOf(id), progress.AnswersOf(id));
    }
    EXPECT_EQ(other.Sets(), progress.Sets());
  }
}

TEST(ProgressJson, WithProblemsChangesNothingAndTellsThemAll) {
  const KeptProgress kept;
  Progress progress = kept.Open();
  progress.AddPerson("Ben", "", kStart);
  GradedAnswer here = AnswerOf(progress.AddPerson("Cleo", "", kStart).id, "a");
  progress.AddAnswer(here);
  const std::string before = progress.Export();

  std::string text = With(kSample, "\"points\": 85", "\"points\": 850");
  text = With(text, "\"hard\"", "\"fine\"");
  text = With(text, "\"blame/cup\"", "\"cup\"");
  text = With(text, "\"kind\"", "\"knd\"");
  const Imported imported = progress.Import(text, "ann.json");
  const std::string shown = ShownProblems(imported);
  for (const char* told :
       {"ann.json:22:21: “points” must be 100 or less", "“fine”", "“cup”",
        "ann.json:19:11: unknown key “knd”", "the answer “a” has no “kind”",
        "there is a “Ben” already, with another id",
        "this answer is here already, of somebody else", "nobody has this id"}) {
    EXPECT_THAT(shown, HasSubstr(told));
  }
  EXPECT_EQ(imported.problems.size(), 8u) << shown;
  EXPECT_EQ(imported.persons + imported.answers + imported.sets, 0);
  EXPECT_EQ(progress.Export(), before);
}

TEST(ProgressJson, TellsWhatIsWrong) {
  struct Row {
    const char* old;
    const char* now;
    const char* told;
  };
  const Row rows[] = {
      {R"("schema": 1)", R"("schema": 2)",
       "import.json:2:13: a newer Amends has written this: its schema is 2, known is 1"},
      {R"("schema": 1,)", "", "the file of progress has no “schema”"},
      {R"("at": 1770000000)", R"("at": 1770000000.5)", "“at” must be a whole number"},
      {R"("at": 1770000000)", R"("at": -1)", "“at” must be 0 or more"},
      {R"("at": 1770000000)", R"("at": 1e300)", "“at” must be 253402300799 or less"},
      {R"("at": 1770000000)", R"("at": "today")", "“at” must be a number, not a text"},
      {R"("passed": true)", R"("passed": 1)", "“passed” must be true or false"},
      {R"("passed": true,)", "", "has no “passed”"},
      {R"("id": "ben")", R"("id": "ann")", "the person “ann” is there twice"},
      {R"("id": "ben")", R"("id": "b n")", "“b n” does not have the right form"},
      {R"("Ben")", R"(" Ben")", "“ Ben” does not have the right form"},
      {R"("Ben")", R"("Ann “Zoë” O'Brien", "team": "Desk")",
       "there are two “Ann “Zoë” O'Brien” in one team"},
      {"\"Desk\"\n", "\"\"\n", "is empty"},
      {"\"ben\"\n", "\"eve\"\n", "nobody has this id"},
      {R"("blame/you")", R"("fake-apology/but")", "this key is there twice"},
      {R"("blame/you")", R"("you")", "“you” is no rule"},
      {"\"blame/cup\"\n", "\"blame/cup\", \"blame/cup\"\n",
       "an exercise is in the set twice"},
      {"\"blame/cup\"\n", "", "“exercises” is empty"},
      {R"("answers": [])", R"("answers": {})", "“answers” must be a list"},
      {R"("sets")", R"("stes")", "did you mean “sets”?"},
  };
  for (const Row& row : rows) {
    const KeptProgress kept;
    Progress progress = kept.Open();
    const Imported imported = progress.Import(With(kSample, row.old, row.now));
    EXPECT_THAT(ShownProblems(imported), HasSubstr(row.told)) << row.now;
    EXPECT_THAT(progress.Persons(), ElementsAre()) << row.now;
    EXPECT_THAT(progress.Sets(), ElementsAre()) << row.now;
  }
}

TEST(ProgressJson, CutAnywhereIsRefused) {
  const KeptProgress kept;
  Progress progress = kept.Open();
  const std::string text = kSample;
  for (size_t length = 0; length + 2 < text.size(); length += 7) {
    EXPECT_FALSE(progress.Import(text.substr(0, length)).problems.empty()) << length;
  }
  EXPECT_FALSE(progress.Import(std::string(100'000, '[')).problems.empty());
  EXPECT_FALSE(progress.Import("[]").problems.empty());
  EXPECT_THAT(progress.Persons(), ElementsAre());
}

}  // namespace
}  // namespace amends::training
