// Bytes to raw words: where each begins and ends, what its bytes tell, and the layout
// (blanks, blank lines, list marks) before it. Knows no word of any language.
#pragma once

#include <cstdint>
#include <string_view>

#include "amends/text/char_class.h"
#include "amends/text/span.h"
#include "amends/text/verbatim.h"

namespace amends::text {

enum class TokenKind : uint8_t { kWord, kPunctuation, kSymbol, kVerbatim };

// What stands before a word, or what it is, beyond its letters.
enum Layout : uint8_t {
  kBlankBefore = 1 << 0,  // a blank, a line break or the start of the region
  kBlankAfter = 1 << 1,   // likewise
  kParagraph = 1 << 2,    // a blank line before it, or the start of the region
  kItem = 1 << 3,         // a list item begins with it
  kEmoji = 1 << 4,
  kOpened = 1 << 5,   // a further word of the contraction before it
  kInitial = 1 << 6,  // a single capital letter, but "I"
};

struct Token {
  Span span;
  TokenKind kind = TokenKind::kWord;
  uint8_t layout = 0;
  uint8_t skip = 0;   // bytes of the span before the first letter: "#4471"
  bool ascii = true;  // a word of ASCII letters, digits, marks and apostrophes only
  bool digit = false;
  uint16_t upper = 0;  // upper-case letters (of ASCII words)
  uint16_t lower = 0;
  std::string_view form;  // canonical form of punctuation, symbols and blanks
};

class Scanner {
 public:
  // Reads region of source.
  Scanner(std::string_view source, Span region, bool fast);

  // The next token, false at the end of the region.
  bool Next(Token& token);

  bool bytes_replaced() const { return bytes_replaced_; }

 private:
  uint8_t SkipBlanks();
  bool SkipItemMark(uint32_t line_start);
  void ReadWord(Token& token);
  void ReadWideWord(Token& token, uint32_t at);
  bool ContinuesAfterMark(uint32_t at) const;
  void ReadMark(Token& token, const Decoded& first);
  void ReadDash(Token& token, const Decoded& first);
  bool ReadEmoticon(Token& token);
  bool IsDroppedHyphen(uint32_t at, uint32_t length) const;
  CharClass ClassAt(uint32_t at) const;
  CharClass ClassBefore(uint32_t at) const;

  std::string_view source_;  // up to the end of the region
  uint32_t at_;
  uint32_t begin_;
  bool fast_;
  bool in_list_ = false;
  bool after_colon_ = false;
  bool bytes_replaced_ = false;
  VerbatimFinder verbatim_;
};

}  // namespace amends::text
