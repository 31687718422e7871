// Where the data is that is not built into the programs: the rules as people wrote them,
// with their examples, and the exercises.
#pragma once

#include <filesystem>
#include <string>

namespace amends {

// The folder beside the installed program, else that of the source tree; shown from the
// current folder where it lies below it. Throws std::runtime_error where there is none.
std::filesystem::path RulesFolder();

// What stands in a file beside the core pack. Throws where it cannot be read.
std::string RulesFile(const std::string& name);

// Its core pack.
std::filesystem::path CoreFolder();

// The exercises; found and thrown for as above.
std::filesystem::path ExercisesFolder();

}  // namespace amends
