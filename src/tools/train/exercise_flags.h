// The flags that say which exercises there are, the same for every command.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "tools/flags/engine_flags.h"

namespace CLI {
class App;
}  // namespace CLI

namespace amends {

struct ExerciseFlags {
  EngineFlags engine;
  std::vector<std::string> folders;
  bool only_own = false;
};

// The flags must outlive the parsing.
void AddExerciseFlags(CLI::App& command, ExerciseFlags& flags);

// Those of Amends, then those that were named, each once.
std::vector<std::filesystem::path> FoldersOf(const ExerciseFlags& flags);

}  // namespace amends
