// Lines as a screen shows them: texts wrapped at words, each stretch with its look.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "amends/text/span.h"
#include "tools/train/page.h"

namespace amends {

struct Look {
  Tone tone = Tone::kPlain;
  bool bold = false;
  bool underline = false;
  bool reverse = false;

  bool operator==(const Look&) const = default;
};

struct Stretch {
  std::string text;  // of one line, nothing in it that moves a cursor
  Look look;

  bool operator==(const Stretch&) const = default;
};

using Line = std::vector<Stretch>;

// Where the lines of the text are, in bytes: at most `width` columns each, broken behind
// blanks (which may hang over) and inside of words that are longer than a line. A line
// break of the text belongs to no line. At least one line.
std::vector<text::Span> WrapLines(std::string_view text, size_t width);

// What a screen shows of some bytes: a tab as blanks, no control character.
std::string ShownText(std::string_view text);

std::vector<Line> LinesOf(const Page& page, size_t width);
// The text below an indent, of which `first` stands before its first line.
std::vector<Line> IndentedLines(const std::string& first, std::string_view text,
                                const Look& look, size_t width);

}  // namespace amends
