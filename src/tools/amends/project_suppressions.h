// Writing what a writer wants ignored into the project's amends.json.
#pragma once

#include <cstddef>
#include <filesystem>
#include <span>

#include "tools/amends/repair.h"

namespace amends {

// One suppression for each that was skipped with a reason, by rule and fingerprint; how
// many. A file that is not there is made. Throws std::runtime_error if it is no project
// file, and std::system_error if it cannot be written; then it is as it was.
size_t AddSuppressions(const std::filesystem::path& config,
                       std::span<const Repair::Skipped> skipped);

}  // namespace amends
