// What stands in braces in a message or a suggestion: {match}, {deed}, {we:
// first-person}.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace amends::pack {

struct Slot {
  size_t begin = 0;  // bytes of the text, the braces included
  size_t end = 0;
  std::string_view name;  // "match" or a capture
  std::string_view how;   // "first-person"; empty: as it stands
};

// In order. A brace that is never closed is plain text.
std::vector<Slot> FindSlots(std::string_view text);

}  // namespace amends::pack
