// Numbers of things in words.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace amends::report {

// "1 change", "2 changes".
inline std::string Counted(size_t count, std::string_view one) {
  return std::to_string(count).append(" ").append(one).append(count == 1 ? "" : "s");
}

}  // namespace amends::report
