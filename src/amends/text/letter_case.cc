#include "amends/text/letter_case.h"

#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include "amends/text/char_class.h"

namespace amends::text {
namespace {

// The text with its first code point mapped.
std::string Mapped(std::string_view text, UChar32 (*map)(UChar32)) {
  if (text.empty()) return {};
  const Decoded first = DecodeAt(text, 0);
  const UChar32 mapped = first.bad ? first.code_point : map(first.code_point);
  if (mapped == first.code_point) return std::string(text);
  std::string result;
  icu::UnicodeString(mapped).toUTF8String(result);
  return result.append(text.substr(first.length));
}

}  // namespace

std::string WithCapital(std::string_view text) { return Mapped(text, u_totitle); }
std::string WithSmallLetter(std::string_view text) { return Mapped(text, u_tolower); }

bool StartsWithCapital(std::string_view text) {
  if (text.empty()) return false;
  const Decoded first = DecodeAt(text, 0);
  return !first.bad && (u_isUUppercase(first.code_point) || u_istitle(first.code_point));
}

}  // namespace amends::text
