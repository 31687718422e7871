// Whether an exercise holds: every model answer passes, every wrong one is caught for the
// reason that it names, and the engine sees in the drafts what the exercise says.
#pragma once

#include <string>
#include <vector>

#include "amends/engine.h"
#include "amends/training/catalogue.h"
#include "amends/training/exercise.h"

namespace amends::training {

// What does not hold, in lines for people; empty where all does.
std::vector<std::string> TestExercise(const Engine& engine, const Catalogue& catalogue,
                                      const Exercise& exercise);

}  // namespace amends::training
