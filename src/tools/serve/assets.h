// Files that are served from inside the program.
#pragma once

#include <span>
#include <string_view>

namespace amends::serve {

struct Asset {
  std::string_view path;  // "openapi.json"
  std::string_view bytes;
};

std::span<const Asset> Assets();

// Null if there is none of that path.
const Asset* FindAsset(std::string_view path);

}  // namespace amends::serve
