// What a byte or a code point is to the scanner.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace amends::text {

enum class CharClass : uint8_t {
  kLower,
  kUpper,
  kLetter,  // a letter or mark outside ASCII
  kDigit,
  kBlank,
  kBreak,       // line feed, carriage return and their kin
  kIgnorable,   // soft hyphen, zero-width characters
  kApostrophe,  // ' and every single quotation mark
  kQuote,       // " and every double quotation mark
  kHyphen,      // - and the hyphens and dashes no longer than an en dash
  kDash,        // the longer dashes
  kMark,        // any other punctuation
  kSymbol,
  kEmoji,
  kMultibyte,  // a byte of a longer UTF-8 sequence: decode
};

// The class of each byte; kMultibyte from 0x80 on.
extern const std::array<CharClass, 256> kByteClass;

struct Decoded {
  int32_t code_point = 0;  // U+FFFD where the bytes are no UTF-8
  uint32_t length = 1;     // bytes
  CharClass type = CharClass::kSymbol;
  bool bad = false;
};

Decoded DecodeWideAt(std::string_view source, size_t at);

// The code point at source[at]; a maximal bad part is read as one U+FFFD.
inline Decoded DecodeAt(std::string_view source, size_t at) {
  const unsigned char byte = static_cast<unsigned char>(source[at]);
  if (byte < 0x80) return {byte, 1, kByteClass[byte], false};
  return DecodeWideAt(source, at);
}

// The end of the emoji that begins at source[at], with its modifiers and joined emoji.
size_t EmojiEnd(std::string_view source, size_t at);

inline bool IsAlnum(CharClass type) { return type <= CharClass::kDigit; }
inline bool IsSpace(CharClass type) {
  return type == CharClass::kBlank || type == CharClass::kBreak;
}

}  // namespace amends::text
