// What tests of training share: the exercises of the corpora, and right answers to them
// as steps at a desk.
#pragma once

#include <algorithm>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "amends/engine.h"
#include "amends/training/catalogue.h"
#include "amends/training/judge.h"
#include "tests/train/scripted_desk.h"

namespace amends::testing {

inline const Engine& TheEngine() {
  static const Engine engine = Engine::Load({});
  return engine;
}

inline const training::Catalogue& TheCatalogue() {
  static const training::Catalogue catalogue = [] {
    const std::vector<std::filesystem::path> folders = {
        std::filesystem::path(AMENDS_SOURCE_DIR) / "corpora/exercises"};
    return training::Load(folders, TheEngine());
  }();
  return catalogue;
}

inline const training::Exercise& FirstOf(training::ExerciseKind kind) {
  return *std::ranges::find(TheCatalogue().exercises, kind, &training::Exercise::kind);
}

// These exercises alone.
inline training::Catalogue Only(std::vector<training::Exercise> exercises) {
  return {std::move(exercises), TheCatalogue().tempers};
}

inline std::vector<Step> StepsOf(const training::Exercise& exercise,
                                 const training::Answer& answer) {
  using training::ExerciseKind;
  switch (exercise.kind) {
    case ExerciseKind::kSpot:
      return {{.marks = answer.marks}};
    case ExerciseKind::kName:
    case ExerciseKind::kHears:
    case ExerciseKind::kChoose:
      return {Chosen(answer.choices.front())};
    case ExerciseKind::kChecklist:
      return {{.numbers = answer.choices}};
    case ExerciseKind::kOrder: {
      // By the numbers under which the sentences are shown.
      const std::vector<size_t> shown = ShownOrder(exercise);
      Step step;
      for (const size_t sentence : answer.choices) {
        step.numbers.push_back(
            static_cast<size_t>(std::ranges::find(shown, sentence) - shown.begin()));
      }
      return {step};
    }
    default: {
      std::vector<Step> steps;
      for (const std::string& text : answer.texts) steps.push_back(Written(text));
      return steps;
    }
  }
}

inline std::vector<Step> RightSteps(const training::Exercise& exercise) {
  return StepsOf(exercise, exercise.right.front());
}

}  // namespace amends::testing
