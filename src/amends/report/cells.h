// A line of text as a terminal shows it: what stands in which column.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace amends::report {

// What is shown as one: a character with its marks, or an emoji with what is joined to
// it.
struct Cell {
  uint32_t start = 0;  // bytes of the line
  uint32_t end = 0;
  uint32_t width = 0;  // columns: wide characters and emoji take 2, lone marks none
  std::string
      shown;  // a tab as blanks, what would move the cursor or turn text as U+FFFD
};

std::vector<Cell> CellsOf(std::string_view line);

// Columns that the text takes, on one line.
size_t DisplayWidth(std::string_view text);

// The text on one line: line breaks and tabs as one blank, and nothing in it that a
// terminal would obey.
std::string OneLine(std::string_view text);

// Words on lines of at most `width` columns, if they are no longer than that themselves.
// Lines after the first begin with `indent` blanks; the first stands after `first`
// columns.
std::string Wrap(std::string_view text, size_t width, size_t first, size_t indent);

}  // namespace amends::report
