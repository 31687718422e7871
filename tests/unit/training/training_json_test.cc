// Answers from JSON, and exercises to it: nothing of the solution gets out.
#include "amends/training/training_json.h"

#include <string>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "amends/training/judge.h"
#include "tests/unit/training/one_exercise.h"

namespace amends::training {
namespace {

using amends::testing::ReadOne;
using amends::testing::TrainingEngine;
using nlohmann::json;

TEST(TrainingJson, ReadsAnswers) {
  const auto read = ReadAnswer(
      R"({"marks": [{"start": 1, "end": 4}], "choices": [2, 0], "texts": ["a", ""]})");
  const auto& answer = std::get<Answer>(read);
  EXPECT_EQ(answer.marks, (std::vector<text::Span>{{1, 4}}));
  EXPECT_EQ(answer.choices, (std::vector<size_t>{2, 0}));
  EXPECT_EQ(answer.texts, (std::vector<std::string>{"a", ""}));
}

TEST(TrainingJson, TellsWhatIsWrongWithAnAnswer) {
  for (const char* text :
       {"", "[]", "3", R"({"choice": [1]})", R"({"choices": [-1]})",
        R"({"choices": ["a"]})", R"({"marks": [{"start": 4, "end": 1}]})",
        R"({"marks": [{"start": 4}]})", R"({"texts": "a"})", R"({"texts": [1]})"}) {
    EXPECT_TRUE(std::holds_alternative<std::string>(ReadAnswer(text))) << text;
  }
}

TEST(TrainingJson, ShowsNothingOfTheSolution) {
  const Exercise spot = ReadOne("spot", "fake-apology/conditional",
                                R"(, "draft": "I'm sorry if the room was cold.",
          "marks": [{"words": "sorry if", "rule": "fake-apology/conditional"}])");
  const json shown = json::parse(ExerciseJson(spot, TrainingEngine()));
  EXPECT_EQ(shown["draft"], "I'm sorry if the room was cold.");
  EXPECT_FALSE(shown.contains("marks"));
  const Exercise hears =
      ReadOne("hears", "policy/its-policy",
              R"(, "draft": "It's our policy.", "options": [{"text": "A", "right": true},
          {"text": "B", "because": "Reason."}, {"text": "C", "because": "Reason."}])");
  const std::string text = ExerciseJson(hears, TrainingEngine());
  EXPECT_EQ(text.find("Reason."), std::string::npos);
  EXPECT_EQ(text.find("right"), std::string::npos);
}

TEST(TrainingJson, WritesWhatIsSaid) {
  const Exercise spot = ReadOne("spot", "fake-apology/conditional",
                                R"(, "draft": "I'm sorry if the room was cold.",
          "marks": [{"words": "sorry if", "rule": "fake-apology/conditional"}])");
  const json said = json::parse(
      JudgementJson(Judge(TrainingEngine(), spot, {}), spot, TrainingEngine()));
  EXPECT_EQ(said["passed"], false);
  EXPECT_EQ(said["said"][0]["code"], "missing:fake-apology/conditional");
  EXPECT_EQ(said["solution"], "“sorry if”");
  EXPECT_EQ(said["explanation"], "Because.");
  EXPECT_EQ(said["rules"][0]["passed"], false);
}

}  // namespace
}  // namespace amends::training
