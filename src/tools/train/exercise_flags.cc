#include "tools/train/exercise_flags.h"

#include <algorithm>
#include <system_error>

#include <CLI/CLI.hpp>

#include "tools/flags/data_folder.h"

namespace amends {

void AddExerciseFlags(CLI::App& command, ExerciseFlags& flags) {
  command
      .add_option("--exercises", flags.folders,
                  "Exercises of your own, beside those here")
      ->type_name("DIR")
      ->expected(1)
      ->allow_extra_args(false)
      ->take_all()
      ->group("Exercises");
  command.add_flag("--only-own", flags.only_own, "Only those that --exercises names")
      ->group("Exercises");
  AddEngineFlags(command, flags.engine);
}

std::vector<std::filesystem::path> FoldersOf(const ExerciseFlags& flags) {
  std::vector<std::filesystem::path> folders;
  if (!flags.only_own) folders.push_back(ExercisesFolder());
  for (const std::string& own : flags.folders) {
    const bool again = std::ranges::any_of(folders, [&](const auto& folder) {
      std::error_code missing;
      return std::filesystem::equivalent(folder, own, missing);
    });
    if (!again) folders.emplace_back(own);
  }
  return folders;
}

}  // namespace amends
