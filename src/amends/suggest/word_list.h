// Short lists of words in canonical form.
#pragma once

#include <algorithm>
#include <iterator>
#include <span>
#include <string_view>
#include <utility>

namespace amends::suggest {

template <typename List>
bool IsOneOf(const List& list, std::string_view word) {
  return std::ranges::find(list, word) != std::end(list);
}

using WordPair = std::pair<std::string_view, std::string_view>;

// The second of the pair that begins with the word, or "".
inline std::string_view Look(std::span<const WordPair> table, std::string_view word) {
  const auto row = std::ranges::find(table, word, &WordPair::first);
  return row == table.end() ? std::string_view() : row->second;
}

}  // namespace amends::suggest
