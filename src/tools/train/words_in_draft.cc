#include "tools/train/words_in_draft.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdint>
#include <utility>

#include <fmt/format.h>

namespace amends {
namespace {

using text::Span;

// A text in which what looks alike is the same, and where each of its bytes comes from.
struct Folded {
  std::string text;
  std::vector<Span> from;  // of each byte: bytes of the source
};

struct Alike {
  std::string_view sign;
  char plain;
};
constexpr std::array<Alike, 8> kAlike = {{{"’", '\''},
                                          {"‘", '\''},
                                          {"“", '"'},
                                          {"”", '"'},
                                          {"„", '"'},
                                          {"–", '-'},
                                          {"—", '-'},
                                          {"\u00a0", ' '}}};

Folded Fold(std::string_view source) {
  Folded folded;
  for (size_t at = 0; at < source.size();) {
    size_t length = 1;
    char c = source[at];
    for (const Alike& each : kAlike) {
      if (!source.substr(at).starts_with(each.sign)) continue;
      length = each.sign.size();
      c = each.plain;
    }
    const bool blank = c == ' ' || c == '\t' || c == '\n' || c == '\r';
    if (blank) c = ' ';
    const bool first = folded.text.empty() || folded.text.back() != ' ';
    if (!blank || first) {
      folded.text += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
      folded.from.push_back(
          {static_cast<uint32_t>(at), static_cast<uint32_t>(at + length)});
    }
    at += length;
  }
  return folded;
}

std::string Needle(std::string_view words) {
  constexpr std::string_view kAround = " \"";
  std::string text = Fold(words).text;
  text.erase(0, std::min(text.size(), text.find_first_not_of(kAround)));
  text.erase(text.find_last_not_of(kAround) + 1);
  return text;
}

std::string Trimmed(std::string_view words) {
  constexpr std::string_view kBlank = " \t";
  const size_t begin = words.find_first_not_of(kBlank);
  if (begin == std::string_view::npos) return "";
  return std::string(words.substr(begin, words.find_last_not_of(kBlank) + 1 - begin));
}

}  // namespace

std::variant<std::vector<Span>, std::string> FindWords(std::string_view draft,
                                                       std::string_view words) {
  const Folded folded = Fold(draft);
  std::vector<Span> spans;
  while (true) {
    const size_t bar = std::min(words.find('|'), words.size());
    const std::string_view part = words.substr(0, bar);
    const std::string needle = Needle(part);
    if (!needle.empty()) {
      const size_t at = folded.text.find(needle);
      if (at == std::string::npos) {
        return fmt::format(
            "“{}” does not stand there like that. Type the words as they "
            "are in the draft.",
            Trimmed(part));
      }
      if (folded.text.find(needle, at + 1) != std::string::npos) {
        return fmt::format(
            "“{}” stands there more than once. Add the word before or after "
            "it.",
            Trimmed(part));
      }
      spans.push_back({folded.from[at].start, folded.from[at + needle.size() - 1].end});
    }
    if (bar == words.size()) break;
    words.remove_prefix(bar + 1);
  }
  if (spans.empty()) return "Type the words that you would mark.";
  std::ranges::sort(spans);
  return spans;
}

}  // namespace amends
