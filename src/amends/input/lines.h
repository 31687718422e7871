// A text as the lines of a mail: what stands behind the marks of quoting, and how deep.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "amends/text/span.h"

namespace amends::input {

struct Line {
  text::Span span;         // bytes of the text, with the line's end
  uint32_t depth = 0;      // quotation marks in front: "> > a" and ">>a" have two
  std::string_view rest;   // behind the marks, without the line's end
  std::string_view words;  // the same without blanks around it

  bool blank() const { return words.empty(); }
};

// Side by side over the whole text. Lines end in "\n", "\r\n" or "\r". The text must
// outlive them.
std::vector<Line> SplitLines(std::string_view text);

// Without blanks, tabs and no-break spaces at both ends.
std::string_view TrimBlanks(std::string_view words);

// Whether there is nothing but blanks, tabs and line ends.
bool IsBlank(std::string_view text);

// ASCII letters in lower case; every other byte stays.
std::string LowerLetters(std::string_view words);

bool IsAsciiLetter(char c);
bool IsAsciiDigit(char c);

// A blank, a tab or a line end.
inline bool IsSpace(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

// Where something stands that is not to be found.
inline constexpr size_t kNowhere = std::string_view::npos;

// Of texts in lower case: how far `word` stands in `line` with no ASCII letter at either
// side of it; kNowhere where it does not.
size_t FindWord(std::string_view line, std::string_view word, size_t from = 0);

// What blanks separate.
std::vector<std::string_view> SplitWords(std::string_view words);

}  // namespace amends::input
