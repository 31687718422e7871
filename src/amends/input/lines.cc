#include "amends/input/lines.h"

#include <algorithm>
#include <cstddef>

namespace amends::input {
namespace {

constexpr std::string_view kNoBreakSpace = "\xC2\xA0";

Line LineAt(std::string_view text, size_t begin) {
  const size_t mark = std::min(text.find_first_of("\r\n", begin), text.size());
  const size_t length = text.substr(mark, 2) == "\r\n" ? 2 : 1;
  Line line;
  line.span = {static_cast<uint32_t>(begin),
               static_cast<uint32_t>(std::min(mark + length, text.size()))};
  line.rest = text.substr(begin, mark - begin);
  size_t at = 0;
  for (; line.rest.substr(at, 1) == ">" || line.rest.substr(at, 2) == " >"; ++at) {
    if (at == 0 && line.rest[0] == ' ') break;  // ` >` begins no quotation
    if (line.rest[at] == ' ') ++at;
    ++line.depth;
  }
  if (line.depth > 0 && line.rest.substr(at, 1) == " ") ++at;
  line.rest.remove_prefix(at);
  line.words = TrimBlanks(line.rest);
  return line;
}

}  // namespace

std::vector<Line> SplitLines(std::string_view text) {
  std::vector<Line> lines;
  for (size_t at = 0; at < text.size(); at = lines.back().span.end) {
    lines.push_back(LineAt(text, at));
  }
  return lines;
}

std::string_view TrimBlanks(std::string_view words) {
  for (;;) {
    const size_t before = words.size();
    words.remove_prefix(std::min(words.find_first_not_of(" \t\f\v"), words.size()));
    if (words.starts_with(kNoBreakSpace)) words.remove_prefix(kNoBreakSpace.size());
    words = words.substr(0, words.find_last_not_of(" \t\f\v") + 1);
    if (words.ends_with(kNoBreakSpace)) words.remove_suffix(kNoBreakSpace.size());
    if (words.size() == before) return words;
  }
}

bool IsBlank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

std::string LowerLetters(std::string_view words) {
  std::string lower(words);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
  }
  return lower;
}

bool IsAsciiLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool IsAsciiDigit(char c) { return c >= '0' && c <= '9'; }

size_t FindWord(std::string_view line, std::string_view word, size_t from) {
  for (size_t at = line.find(word, from); at != kNowhere; at = line.find(word, at + 1)) {
    const size_t end = at + word.size();
    const bool begins = at == 0 || !IsAsciiLetter(line[at - 1]);
    if (begins && (end == line.size() || !IsAsciiLetter(line[end]))) return at;
  }
  return kNowhere;
}

std::vector<std::string_view> SplitWords(std::string_view words) {
  std::vector<std::string_view> split;
  for (size_t at = 0; (at = words.find_first_not_of(" \t", at)) != kNowhere;) {
    const size_t end = std::min(words.find_first_of(" \t", at), words.size());
    split.push_back(words.substr(at, end - at));
    at = end;
  }
  return split;
}

}  // namespace amends::input
