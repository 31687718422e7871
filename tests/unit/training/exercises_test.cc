// The exercises in corpora/exercises: all hold, and there are enough of every sort.
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <string>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>

#include "amends/training/exercise_test.h"
#include "tests/support/tables.h"
#include "tests/unit/training/one_exercise.h"

namespace amends::training {
namespace {

using amends::testing::SourcePath;
using amends::testing::TrainingEngine;
using nlohmann::json;

const ReadCatalogue& All() {
  static const ReadCatalogue all = [] {
    const std::filesystem::path folders[] = {SourcePath("corpora/exercises")};
    return Read(folders, TrainingEngine());
  }();
  return all;
}

TEST(Exercises, AreReadWithoutAProblem) {
  EXPECT_EQ(pack::FormatAll(All().problems), "");
}

TEST(Exercises, Hold) {
  for (const Exercise& exercise : All().catalogue.exercises) {
    for (const std::string& problem :
         TestExercise(TrainingEngine(), All().catalogue, exercise)) {
      ADD_FAILURE() << exercise.id << ": " << problem;
    }
  }
}

TEST(Exercises, AreEnoughOfEverySort) {
  std::map<std::string, int> families;
  std::map<int, int> levels;
  std::map<ExerciseKind, int> kinds;
  std::set<std::string> trades;
  int exercises = 0;
  for (const Exercise& each : All().catalogue.exercises) {
    ++kinds[each.kind];
    if (each.kind == ExerciseKind::kRolePlay) continue;
    ++exercises;
    ++families[each.family()];
    ++levels[each.level];
    trades.insert(each.trade);
  }
  EXPECT_GE(exercises, 140);
  EXPECT_EQ(families.size(), 14u);
  for (const auto& [family, count] : families) EXPECT_GE(count, 6) << family;
  EXPECT_EQ(levels.size(), 3u);
  for (const auto& [level, count] : levels) EXPECT_GE(count, 30) << level;
  EXPECT_EQ(kinds.size(), kExerciseKindWords.size());
  EXPECT_GE(kinds[ExerciseKind::kRolePlay], 12);
  EXPECT_GE(trades.size(), 12u);
}

// A hint that holds the answer is no hint.
TEST(Exercises, DoNotGiveTheAnswerInAHint) {
  constexpr size_t kLong = 12;  // bytes of an answer that could not stand there by chance
  for (const Exercise& each : All().catalogue.exercises) {
    for (const Mark& mark : each.marks) {
      const std::string words = each.draft.substr(mark.span.start, mark.span.length());
      for (const std::string& hint : each.hints) {
        const bool told = words.size() > kLong && hint.find(words) != std::string::npos;
        EXPECT_FALSE(told) << each.id << ": " << hint;
      }
    }
  }
}

json ReadJson(const std::filesystem::path& path) {
  std::ifstream file(path);
  return json::parse(file);
}

std::string ProblemsOf(const json& value) {
  static const json text = ReadJson(SourcePath("rules/exercise.schema.json"));
  static valijson::Schema schema;
  static const bool parsed = [] {
    valijson::SchemaParser().populateSchema(valijson::adapters::NlohmannJsonAdapter(text),
                                            schema);
    return true;
  }();
  valijson::Validator validator;
  valijson::ValidationResults results;
  const valijson::adapters::NlohmannJsonAdapter adapter(value);
  if (parsed && validator.validate(schema, adapter, &results)) return "";
  std::string problems;
  valijson::ValidationResults::Error error;
  while (results.popError(error)) problems += error.description + "\n";
  return problems;
}

TEST(Exercises, AreValidUnderTheSchema) {
  for (const auto& entry :
       std::filesystem::directory_iterator(SourcePath("corpora/exercises"))) {
    EXPECT_EQ(ProblemsOf(ReadJson(entry.path())), "") << entry.path();
  }
}

TEST(Exercises, OfAnotherShapeAreNotValid) {
  for (const char* text :
       {R"({})", R"({"exercises": []})", R"({"exercises": [{"id": "policy/one"}]})",
        R"({"exercise": [1]})"}) {
    EXPECT_NE(ProblemsOf(json::parse(text)), "") << text;
  }
}

}  // namespace
}  // namespace amends::training
