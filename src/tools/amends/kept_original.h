// Writing a file anew without losing what stood in it.
#pragma once

#include <filesystem>
#include <string_view>

namespace amends {

// Writes `after` in place of `before` (aside, then renamed) and keeps `before` in a file
// beside it: FILE.orig, or FILE.orig2 and so on where there is one already. Returns
// which. If the file no longer holds `before`, it stays as it is, `after` goes to
// FILE.mended, and std::runtime_error says so. Throws std::system_error if something
// cannot be written; then the file is as it was.
std::filesystem::path ReplaceKeeping(const std::filesystem::path& file,
                                     std::string_view before, std::string_view after);

}  // namespace amends
