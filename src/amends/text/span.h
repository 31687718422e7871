// A half-open stretch [start, end) of a text, in UTF-8 bytes of the source.
#pragma once

#include <cstdint>

namespace amends::text {

struct Span {
  uint32_t start = 0;
  uint32_t end = 0;

  uint32_t length() const { return end - start; }
  bool empty() const { return start == end; }
  bool overlaps(const Span& other) const {
    return start < other.end && other.start < end;
  }
  bool contains(const Span& other) const {
    return start <= other.start && other.end <= end;
  }
  auto operator<=>(const Span&) const = default;
};

}  // namespace amends::text
