// What differs between two texts, as `diff -u` says it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace amends::report {

// The two lines that name the text, which stand before its hunks.
std::string DiffHead(std::string_view name);

// Empty if nothing differs.
std::string DiffHunks(std::string_view before, std::string_view after);

// For a line (from 1) that stands instead of another; without context.
std::string DiffOfLine(uint32_t line, std::string_view before, std::string_view after);

}  // namespace amends::report
