#include "amends/input/html_charset.h"

#include <cstddef>

#include "amends/input/lines.h"
#include "amends/input/utf8.h"

namespace amends::input {

std::string SaidCharset(std::string_view html) {
  constexpr size_t kEnoughToTell = 2048;
  constexpr std::string_view kKey = "charset=";
  const std::string begin = LowerLetters(html.substr(0, kEnoughToTell));
  const size_t found = begin.find(kKey);
  if (found == std::string::npos) return "";
  size_t at = found + kKey.size();
  if (begin.substr(at, 1) == "\"" || begin.substr(at, 1) == "'") ++at;
  const size_t end = begin.find_first_of("\"' />;\r\n", at);
  return begin.substr(at, end == std::string::npos ? end : end - at);
}

std::string CharsetOfPage(std::string_view html) {
  if (!IsAscii(html) && IsUtf8(html)) return "";
  const std::string said = SaidCharset(html);
  // Who can read so far is not reading UTF-16.
  return said.starts_with("utf-16") ? "" : said;
}

}  // namespace amends::input
