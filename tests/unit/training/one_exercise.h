// Exercises of a few lines for tests, read as those in files are.
#pragma once

#include <string>

#include <gtest/gtest.h>

#include "amends/engine.h"
#include "amends/pack/loader.h"
#include "amends/training/catalogue.h"

namespace amends::testing {

// As a trainee has it: the core pack that is built in.
inline const Engine& TrainingEngine() {
  static const Engine engine = Engine::Load({});
  return engine;
}

// What every exercise must have, before the keys of its kind: `rest` begins with a comma.
inline std::string ExerciseFile(const std::string& kind, const std::string& rule,
                                const std::string& rest) {
  const std::string family = kind == "role-play" ? kind : rule.substr(0, rule.find('/'));
  return R"({"exercises": [{"id": ")" + family + R"(/one", "kind": ")" + kind +
         R"(", "level": 1, "trade": "hotel", "rules": [")" + rule +
         R"("], "hints": ["Look."], "explanation": "Because.")" + rest + "}]}";
}

inline training::Catalogue ReadExercises(const std::string& text) {
  auto read = training::ReadFileText(text, "one.json", TrainingEngine());
  EXPECT_EQ(pack::FormatAll(read.problems), "");
  return std::move(read.catalogue);
}

inline training::Exercise ReadOne(const std::string& kind, const std::string& rule,
                                  const std::string& rest) {
  training::Catalogue catalogue = ReadExercises(ExerciseFile(kind, rule, rest));
  return catalogue.exercises.empty() ? training::Exercise()
                                     : std::move(catalogue.exercises.front());
}

}  // namespace amends::testing
