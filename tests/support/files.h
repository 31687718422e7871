// Files as tests read them.
#pragma once

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace amends::testing {

// All bytes of the file; "" if there is none.
inline std::string ReadFile(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace amends::testing
