// A file that was not there before, whole or not at all.
#pragma once

#include <filesystem>
#include <string_view>

namespace amends {

// Written aside, then given its name. Throws std::system_error, also where there is a file
// of that name; then nothing has changed.
void WriteNewFile(const std::filesystem::path& path, std::string_view bytes);

}  // namespace amends
