#include "amends/text/char_class.h"

#include <algorithm>

#include <unicode/uchar.h>
#include <unicode/utf8.h>

namespace amends::text {
namespace {

constexpr CharClass AsciiClass(int c) {
  if (c >= 'a' && c <= 'z') return CharClass::kLower;
  if (c >= 'A' && c <= 'Z') return CharClass::kUpper;
  if (c >= '0' && c <= '9') return CharClass::kDigit;
  if (c == '\n' || c == '\r' || c == '\v' || c == '\f') return CharClass::kBreak;
  if (c <= ' ' || c == 0x7f) return CharClass::kBlank;
  switch (c) {
    case '\'':
      return CharClass::kApostrophe;
    case '"':
      return CharClass::kQuote;
    case '-':
      return CharClass::kHyphen;
    case '.':
    case ',':
    case ';':
    case ':':
    case '!':
    case '?':
    case '/':
    case '(':
    case ')':
    case '[':
    case ']':
    case '{':
    case '}':
      return CharClass::kMark;
    default:
      return CharClass::kSymbol;
  }
}

constexpr std::array<CharClass, 256> MakeByteClasses() {
  std::array<CharClass, 256> classes{};
  for (int c = 0; c < 256; ++c) {
    classes[static_cast<size_t>(c)] = c < 0x80 ? AsciiClass(c) : CharClass::kMultibyte;
  }
  return classes;
}

// The characters whose general category would mislead.
bool SpecialClass(int32_t c, CharClass& type) {
  switch (c) {
    case 0x85:
    case 0x2028:
    case 0x2029:
      type = CharClass::kBreak;
      return true;
    case 0xAD:
    case 0x200B:
    case 0x200C:
    case 0x200D:
    case 0x2060:
    case 0xFEFF:
    case 0xFE0E:
    case 0xFE0F:
      type = CharClass::kIgnorable;
      return true;
    case 0x2018:
    case 0x2019:
    case 0x201A:
    case 0x201B:
    case 0x2032:
    case 0x02BC:
    case 0x00B4:
    case 0x2039:
    case 0x203A:
    case 0xFF07:
      type = CharClass::kApostrophe;
      return true;
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0x201F:
    case 0x2033:
    case 0xAB:
    case 0xBB:
    case 0xFF02:
      type = CharClass::kQuote;
      return true;
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2212:
      type = CharClass::kHyphen;
      return true;
    case 0x2014:
    case 0x2015:
      type = CharClass::kDash;
      return true;
    case 0x2022:
    case 0x2023:
    case 0x2043:
    case 0x00B7:
    case 0x25E6:  // bullets
    case 0xFFFD:
      type = CharClass::kSymbol;
      return true;
    default:
      return false;
  }
}

CharClass WideClass(int32_t c) {
  CharClass type;
  if (SpecialClass(c, type)) return type;
  const uint32_t category = U_GET_GC_MASK(c);
  if (category & (U_GC_L_MASK | U_GC_M_MASK)) return CharClass::kLetter;
  if (category & U_GC_N_MASK) return CharClass::kDigit;
  if (category & (U_GC_Z_MASK | U_GC_CC_MASK)) return CharClass::kBlank;
  if (category & U_GC_CF_MASK) return CharClass::kIgnorable;
  if (category & U_GC_P_MASK) return CharClass::kMark;
  if (u_hasBinaryProperty(c, UCHAR_EXTENDED_PICTOGRAPHIC) ||
      u_hasBinaryProperty(c, UCHAR_REGIONAL_INDICATOR)) {
    return CharClass::kEmoji;
  }
  return CharClass::kSymbol;
}

bool ContinuesEmoji(int32_t c) {
  return c == 0xFE0F || c == 0x20E3 || (c >= 0x1F3FB && c <= 0x1F3FF) ||
         (c >= 0xE0020 && c <= 0xE007F);
}

}  // namespace

constinit const std::array<CharClass, 256> kByteClass = MakeByteClasses();

Decoded DecodeWideAt(std::string_view source, size_t at) {
  // No sequence is longer than four bytes: a short window keeps ICU's lengths in 32 bits.
  const std::string_view window = source.substr(at, 4);
  int32_t next = 0;
  UChar32 c;
// The macro narrows in its own body.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"
  U8_NEXT(window.data(), next, static_cast<int32_t>(window.size()), c);
#pragma GCC diagnostic pop
  if (c < 0) return {0xFFFD, static_cast<uint32_t>(next), CharClass::kSymbol, true};
  return {c, static_cast<uint32_t>(next), WideClass(c), false};
}

size_t EmojiEnd(std::string_view source, size_t at) {
  constexpr size_t kLongest = 100;  // bytes: no family is larger
  const size_t limit = std::min(source.size(), at + kLongest);
  Decoded first = DecodeAt(source, at);
  size_t end = at + first.length;
  bool flag_open = u_hasBinaryProperty(first.code_point, UCHAR_REGIONAL_INDICATOR);
  while (end < limit) {
    const Decoded next = DecodeAt(source, end);
    if (flag_open && u_hasBinaryProperty(next.code_point, UCHAR_REGIONAL_INDICATOR)) {
      flag_open = false;
      end += next.length;
    } else if (ContinuesEmoji(next.code_point)) {
      end += next.length;
    } else if (next.code_point == 0x200D && end + next.length < limit &&
               DecodeAt(source, end + next.length).type == CharClass::kEmoji) {
      end += next.length;
      end += DecodeAt(source, end).length;
    } else {
      break;
    }
  }
  return end;
}

}  // namespace amends::text
