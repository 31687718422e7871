// A text and what it was rewritten from, piece by piece: where each place of the one has
// gone in the other.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "amends/text/span.h"

namespace amends::testing {

class Rewriting {
 public:
  explicit Rewriting(std::string_view from) : from_(from), starts_{0}, ends_{0} {}

  // Bytes of the old text that have not been dealt with.
  std::string_view rest() const { return from_.substr(starts_.size() - 1); }
  size_t at() const { return starts_.size() - 1; }

  void Keep(size_t bytes) {
    for (size_t i = 0; i < bytes; ++i) Put(1, from_.substr(at(), 1));
  }
  // The next bytes become these words; none becomes an insertion.
  void Put(size_t bytes, std::string_view words) {
    const auto start = static_cast<uint32_t>(text_.size());
    text_ += words;
    const auto end = static_cast<uint32_t>(text_.size());
    if (bytes == 0) starts_.back() = end;
    for (size_t i = 1; i < bytes; ++i) {
      starts_.push_back(start);
      ends_.push_back(end);
    }
    if (bytes == 0) return;
    starts_.push_back(end);
    ends_.push_back(end);
    if (words.size() > 1) pieces_.push_back({start, end});
  }

  const std::string& text() const { return text_; }
  // Where the words of a span stand now; not what was put in beside them.
  text::Span Map(text::Span span) const {
    return {starts_.at(span.start), ends_.at(span.end)};
  }
  // A span of the new text, and the whole of the pieces that were put where it begins and
  // ends: of "I am" for "I'm" a finding may need one word only.
  text::Span Whole(text::Span span) const {
    for (const text::Span& piece : pieces_) {
      if (piece.start < span.start && span.start < piece.end) span.start = piece.start;
      if (piece.start < span.end && span.end < piece.end) span.end = piece.end;
    }
    return span;
  }

 private:
  std::string_view from_;
  std::string text_;
  std::vector<uint32_t> starts_;    // of the byte at each old place
  std::vector<uint32_t> ends_;      // of the byte before it
  std::vector<text::Span> pieces_;  // of the new text that took the place of old bytes
};

}  // namespace amends::testing
