// Some of the exercises, by what flags say of them.
#pragma once

#include <string>
#include <vector>

#include "amends/training/catalogue.h"

namespace CLI {
class App;
}  // namespace CLI

namespace amends {

// What is empty or 0 asks for nothing.
struct ExerciseChoice {
  std::vector<std::string> ids;  // or families
  std::string kind;
  std::string trade;
  int level = 0;

  bool Has(const training::Exercise& exercise) const;
};

// The choice must outlive the parsing.
void AddExerciseChoice(CLI::App& command, ExerciseChoice& which);

// In the order of the catalogue. Throws std::runtime_error where ids were named and there
// is none.
std::vector<const training::Exercise*> Chosen(const training::Catalogue& catalogue,
                                              const ExerciseChoice& which);

}  // namespace amends
