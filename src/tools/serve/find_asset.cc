#include <algorithm>

#include "tools/serve/assets.h"

namespace amends::serve {

const Asset* FindAsset(std::string_view path) {
  const auto assets = Assets();
  const auto found = std::ranges::find(assets, path, &Asset::path);
  return found == assets.end() ? nullptr : &*found;
}

}  // namespace amends::serve
