#include "amends/training/exercise_set_file.h"

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "amends/engine.h"
#include "amends/training/day.h"

namespace amends::training {
namespace {

Catalogue Known() {
  Catalogue catalogue;
  for (const char* id : {"fake-apology/the-lamp", "dypii/the-lamp", "policy/the-lamp"}) {
    catalogue.exercises.emplace_back().id = id;
  }
  return catalogue;
}

const ExerciseSet kWeek = {.id = "week-1",
                           .name = "First week – “sorry”",
                           .exercises = {"fake-apology/the-lamp", "dypii/the-lamp"},
                           .due = 1'792'540'799};  // the end of the 20th of October 2026

std::vector<std::string> ProblemsOf(std::string_view text) {
  const Catalogue known = Known();
  std::vector<std::string> said;
  for (const pack::Problem& each : ReadSetText(text, "set.json", &known).problems) {
    said.push_back(each.message + (each.hint.empty() ? "" : "; " + each.hint));
  }
  return said;
}

TEST(ExerciseSetFile, ReadsWhatItHasWritten) {
  const Catalogue known = Known();
  const ReadSet read = ReadSetText(SetText(kWeek), "set.json", &known);
  ASSERT_TRUE(read.set);
  EXPECT_EQ(*read.set, kWeek);
  EXPECT_EQ(SetText(kWeek), R"({
  "set": {
    "id": "week-1",
    "name": "First week – “sorry”",
    "exercises": [
      "fake-apology/the-lamp",
      "dypii/the-lamp"
    ],
    "due": "2026-10-20"
  }
}
)");
}

TEST(ExerciseSetFile, GivesTheSameIdToTheSameSet) {
  constexpr std::string_view kText =
      R"({"set": {"name": "A", "exercises": ["dypii/the-lamp"]}})";
  const ReadSet one = ReadSetText(kText, "one.json");
  ASSERT_TRUE(one.set);
  EXPECT_EQ(one.set->id.size(), 32u);
  EXPECT_EQ(one.set, ReadSetText(kText, "two.json").set);
  ExerciseSet other = *one.set;
  other.due = EndOfDay(20'000);
  EXPECT_NE(IdOf(other), one.set->id);
}

TEST(ExerciseSetFile, TellsEveryProblem) {
  struct {
    const char* text;
    std::vector<std::string> problems;
  } const kCases[] = {
      {"{}", {"the file of a set has no “set”"}},
      {R"({"set": {"name": "A", "exercises": ["dypii/the-lamb", "dypii/the-lamp",
           "dypii/the-lamp", "no"], "due": "2026-02-30", "dew": 1}})",
       {"“no” does not have the right form; family/name",
        "there is no exercise “dypii/the-lamb”; did you mean “dypii/the-lamp”?",
        "“dypii/the-lamp” is in the set twice",
        "“2026-02-30” is no day; write it as 2026-10-20",
        "unknown key “dew”; known are id, name, exercises, due"}},
      {R"({"set": {"id": "a b", "name": " A", "exercises": []}})", {"", "", ""}},
  };
  for (const auto& each : kCases) {
    const std::vector<std::string> problems = ProblemsOf(each.text);
    if (!each.problems.empty() && each.problems.front().empty()) {
      EXPECT_EQ(problems.size(), each.problems.size()) << each.text;
    } else {
      EXPECT_EQ(problems, each.problems);
    }
  }
}

TEST(ExerciseSetFile, LoadsOrTellsWhy) {
  const std::filesystem::path file =
      std::filesystem::path(testing::TempDir()) / "amends_set.json";
  std::ofstream(file) << SetText(kWeek);
  EXPECT_EQ(LoadSet(file), kWeek);
  std::ofstream(file) << "{";
  EXPECT_THROW(LoadSet(file), LoadError);
  std::filesystem::remove(file);
  EXPECT_THROW(LoadSet(file), LoadError);
}

TEST(ExerciseSetFile, MakesAnAddressThatHoldsTheSet) {
  const ExerciseSet set = {.id = "a", .name = "?>~", .exercises = {"a/b"}, .due = 0};
  // {"id":"a","name":"?>~","exercises":["a/b"]}
  constexpr std::string_view kAddress =
      "http://host:8025/#train/set="
      "eyJpZCI6ImEiLCJuYW1lIjoiPz5-IiwiZXhlcmNpc2VzIjpbImEvYiJdfQ";
  EXPECT_EQ(SetAddress(set, "http://host:8025"), kAddress);
  EXPECT_EQ(SetAddress(set, "http://host:8025/"), kAddress);
}

TEST(Day, ReadsWhatItWrites) {
  struct {
    const char* text;
    std::optional<int64_t> day;
  } const kCases[] = {
      {"1970-01-01", 0},
      {"2024-02-29", 19'782},
      {"9999-12-31", 2'932'896},
      {"2023-02-29", {}},
      {"1969-12-31", {}},
      {"2026-1-01", {}},
      {"2026-10-20T00", {}},
      {"2026-10-2\xEF\xBC\x90", {}},
      {"", {}},
      {"2026-13-01", {}},
      {"2026-00-01", {}},
      {"2026-01-00", {}},
  };
  for (const auto& each : kCases) {
    EXPECT_EQ(ReadDay(each.text), each.day) << each.text;
    EXPECT_EQ(each.day ? WriteDay(*each.day) : each.text, each.text);
  }
  EXPECT_EQ(WriteTime(EndOfDay(20'000)), "2024-10-04T23:59:59Z");
  EXPECT_EQ(WriteTime(0), "1970-01-01T00:00:00Z");
}

}  // namespace
}  // namespace amends::training
