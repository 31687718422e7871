// Short lists of words in canonical form.
#pragma once

#include <algorithm>
#include <iterator>
#include <string_view>

namespace amends::suggest {

template <typename List>
bool IsOneOf(const List& list, std::string_view word) {
  return std::ranges::find(list, word) != std::end(list);
}

}  // namespace amends::suggest
