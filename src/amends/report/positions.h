// Where a byte of a text is for people and for editors. Inside, positions are bytes;
// lines, columns and UTF-16 are made at the edge that needs them, by one table a text.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace amends::report {

struct Position {
  uint32_t line = 1;          // from 1; lines end in LF, CRLF or CR
  uint32_t column = 1;        // code points, from 1
  uint32_t utf16 = 0;         // code units from the start of the text
  uint32_t utf16_column = 0;  // code units from the start of the line

  auto operator<=>(const Position&) const = default;
};

// Immutable; refers to the text, which must outlive it. A maximal bad part of a text that
// is no UTF-8 counts as one code point, as the text layer reads it.
class Positions {
 public:
  explicit Positions(std::string_view text);

  // An offset inside a code point counts as its start, one past the text as its end.
  Position At(size_t offset) const;

  size_t lines() const { return line_starts_.size(); }
  // Bytes of a line (from 1) without what ends it.
  std::string_view Line(uint32_t line) const;
  // The offset of the first byte of a line (from 1).
  size_t LineStart(uint32_t line) const { return line_starts_[line - 1]; }

 private:
  struct Count {
    uint32_t bytes = 0;
    uint32_t code_points = 0;
    uint32_t utf16 = 0;
  };

  void AddLineStarts();
  void AddMarks();
  Count CountTo(size_t offset) const;

  std::string_view text_;
  std::vector<uint32_t> line_starts_;
  std::vector<Count> marks_;  // every so many bytes; none where the text is ASCII
};

}  // namespace amends::report
