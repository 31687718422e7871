// Files of exercises: what is wrong with them, all at once and with the place.
#include "amends/training/catalogue.h"

#include <string>

#include <gtest/gtest.h>

#include "tests/unit/training/one_exercise.h"

namespace amends::training {
namespace {

using amends::testing::ExerciseFile;
using amends::testing::TrainingEngine;

std::string ProblemsOf(const std::string& text) {
  std::string problems;
  for (const pack::Problem& each :
       ReadFileText(text, "one.json", TrainingEngine()).problems) {
    problems += each.message + (each.hint.empty() ? "" : " (" + each.hint + ")") + "\n";
  }
  return problems;
}

struct Row {
  std::string kind;
  std::string rule;
  std::string rest;
  std::string problem;
};

TEST(Catalogue, TellsWhatIsWrong) {
  const Row rows[] = {
      {"spot", "policy/its-polcy",
       R"(, "draft": "a", "marks": [{"words": "a", "rule": "policy/its-policy"}])",
       "there is no “policy/its-polcy” (did you mean “policy/its-policy”?)\n"},
      {"spot", "policy/its-policy",
       R"(, "draft": "no no", "marks": [{"words": "no", "rule": "policy/its-policy"}])",
       "the words must stand in the draft once\n"},
      {"hears", "policy/its-policy",
       R"(, "draft": "a", "options": [{"text": "a", "right": true}, {"text": "b", "right": true}, {"text": "c", "because": "d"}])",
       "one of the options is right, and only one\n"},
      {"hears", "policy/its-policy",
       R"(, "draft": "a", "options": [{"text": "a", "right": true}, {"text": "b"}])",
       "“options” holds 2 of at least 3 options\nthe option has no “because”\n"},
      {"order", "policy/its-policy",
       R"(, "sentences": ["a", "b", "c"], "before": [{"first": 2, "then": 1, "because": "d"}], "wrong": [{"order": [0, 0, 1], "caught": "order"}])",
       "the sentences stand in a good order, so “first” is the smaller\nan order holds "
       "each sentence once\n"},
      {"fill", "time/vague",
       R"(, "draft": "a", "asks": [], "model": [], "wrong": [{"texts": [], "caught": "blank"}])",
       "the draft has no blank such as [[what went wrong]]\n"},
      {"rewrite", "time/vague",
       R"(, "draft": "a", "asks": ["apolgy"], "model": "b", "wrong": [{"text": "c", "caught": "d"}])",
       "there is no element “apolgy” (did you mean “apology”?)\n"},
      {"rewrite", "time/vague",
       R"(, "draft": "a", "asks": [{"name": "x", "moves": ["G.nothing"]}], "model": "b", "wrong": [{"text": "c", "caught": "d"}], "facts": {"severity": 9})",
       ""},
      {"dance", "time/vague", "", ""},
  };
  for (const Row& row : rows) {
    const std::string problems = ProblemsOf(ExerciseFile(row.kind, row.rule, row.rest));
    EXPECT_NE(problems, "") << row.rest;
    if (row.problem.empty()) continue;
    EXPECT_EQ(problems, row.problem) << row.rest;
  }
}

TEST(Catalogue, TellsOfEveryFileWhatIsNotJson) {
  EXPECT_NE(ProblemsOf("{"), "");
  EXPECT_NE(ProblemsOf("[]"), "");
  EXPECT_NE(ProblemsOf("\xFF"), "");
  EXPECT_NE(ProblemsOf("{}"), "");
}

TEST(Catalogue, AnExerciseWithAFaultHidesNoOther) {
  const std::string good =
      R"({"id": "policy/two", "kind": "spot", "level": 1, "trade": "x", "rules": ["policy/its-policy"],
          "hints": ["a"], "explanation": "b", "draft": "It's our policy.",
          "marks": [{"words": "our policy", "rule": "policy/its-policy"}]})";
  const auto read = ReadFileText(R"({"exercises": [{"id": "policy/one"}, )" + good + "]}",
                                 "one.json", TrainingEngine());
  EXPECT_FALSE(read.problems.empty());
  EXPECT_NE(read.catalogue.Find("policy/two"), nullptr);
  EXPECT_EQ(read.catalogue.Find("policy/one"), nullptr);
}

TEST(Catalogue, AnIdIsThereOnce) {
  const std::string one = ExerciseFile(
      "spot", "policy/its-policy",
      R"(, "draft": "x", "marks": [{"words": "x", "rule": "policy/its-policy"}])");
  const std::string inner =
      one.substr(one.find('[') + 1, one.rfind(']') - one.find('[') - 1);
  EXPECT_NE(ProblemsOf(R"({"exercises": [)" + inner + "," + inner + "]}").find("twice"),
            std::string::npos);
}

TEST(Catalogue, AFolderThatIsNotThereIsAProblem) {
  const std::filesystem::path folders[] = {"/nowhere/at/all"};
  const ReadCatalogue read = Read(folders, TrainingEngine());
  ASSERT_EQ(read.problems.size(), 1u);
  EXPECT_EQ(read.problems.front().message, "no such folder");
  EXPECT_THROW(Load(folders, TrainingEngine()), LoadError);
}

}  // namespace
}  // namespace amends::training
