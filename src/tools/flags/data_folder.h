// Where the folder `rules` is, with the core pack as people wrote it: its examples are
// not built into the program.
#pragma once

#include <filesystem>

namespace amends {

// The folder beside the installed program, else that of the source tree; shown from the
// current folder where it lies below it. Throws std::runtime_error where there is none.
std::filesystem::path RulesFolder();

// Its core pack.
std::filesystem::path CoreFolder();

}  // namespace amends
