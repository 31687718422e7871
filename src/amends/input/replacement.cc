#include "amends/input/replacement.h"

#include <cstddef>

namespace amends::input {

std::optional<std::string> Replace(std::string_view text,
                                   std::span<const Replacement> replacements) {
  std::string replaced;
  size_t at = 0;
  for (const Replacement& one : replacements) {
    if (one.span.start < at || one.span.end < one.span.start ||
        one.span.end > text.size()) {
      return std::nullopt;
    }
    replaced += text.substr(at, one.span.start - at);
    replaced += one.insert;
    at = one.span.end;
  }
  replaced += text.substr(at);
  return replaced;
}

}  // namespace amends::input
