// A set of exercises in a file of its own, to be handed out:
//
//   {"name": "The first week", "exercises": ["fake-apology/…", …]}
#pragma once

#include <filesystem>

#include "amends/training/progress_entries.h"

namespace amends {

// The same exercises under the same name have the same id. Throws LoadError with all that
// is wrong with it.
training::ExerciseSet ReadSetFile(const std::filesystem::path& file);

}  // namespace amends
