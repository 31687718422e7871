// A file of a pack as bytes somebody else keeps.
#pragma once

#include <string_view>

namespace amends::pack {

struct File {
  std::string_view path;  // inside the pack: "rules/blame.json"
  std::string_view text;
};

}  // namespace amends::pack
