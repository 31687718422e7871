// How a sentence ends.
#pragma once

#include <string_view>

namespace amends::suggest {

// Whether the last byte is a mark that ends a sentence.
inline bool EndsAsASentence(std::string_view words) {
  return words.ends_with('.') || words.ends_with('!') || words.ends_with('?');
}

}  // namespace amends::suggest
