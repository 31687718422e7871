// The flag that says where progress is kept, the same for every command.
#pragma once

#include <filesystem>
#include <string>

namespace CLI {
class App;
}  // namespace CLI

namespace amends {

// `file` must outlive the parsing.
void AddProgressFlag(CLI::App& command, std::string& file);

// The file that was named, else the usual one. Throws std::runtime_error where neither is
// known.
std::filesystem::path ProgressFileOf(const std::string& file);

}  // namespace amends
