#include "tools/train/progress_flags.h"

#include <stdexcept>

#include <CLI/CLI.hpp>

#include "amends/training/progress.h"

namespace amends {

void AddProgressFlag(CLI::App& command, std::string& file) {
  command.add_option("--progress", file, "Where progress is kept, if not in your home")
      ->type_name("FILE");
}

std::filesystem::path ProgressFileOf(const std::string& file) {
  std::filesystem::path path =
      file.empty() ? training::DefaultProgressFile() : std::filesystem::path(file);
  if (path.empty()) {
    throw std::runtime_error(
        "there is no home to keep progress in; --progress FILE names "
        "a place");
  }
  return path;
}

}  // namespace amends
