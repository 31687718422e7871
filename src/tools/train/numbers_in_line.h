// Numbers as people type them: “3 1 2”, “3, 1 and 2”.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace amends {

// From 0 where people count from 1. Nothing where there is something else in the line, or
// a number below 1, above `count` or there twice.
std::optional<std::vector<size_t>> NumbersIn(std::string_view line, size_t count);

}  // namespace amends
