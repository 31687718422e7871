#include "amends/suggest/blanks.h"

#include <algorithm>

namespace amends::suggest {
namespace {

constexpr std::string_view kOpen = "[[";
constexpr std::string_view kClose = "]]";

bool IsUpper(char c) { return 'A' <= c && c <= 'Z'; }
bool IsLower(char c) { return 'a' <= c && c <= 'z'; }

// The words as they fit in place of the blank, before `rest`.
std::string Fitted(std::string words, std::string_view blank, std::string_view rest) {
  const bool capital = blank.size() > kOpen.size() && IsUpper(blank[kOpen.size()]);
  if (capital && IsLower(words.front())) {
    words.front() = static_cast<char>(words.front() - 'a' + 'A');
  }
  if (words.ends_with('.') && rest.starts_with('.')) words.pop_back();
  return words;
}

}  // namespace

std::vector<text::Span> FindBlanks(std::string_view text) {
  std::vector<text::Span> blanks;
  for (size_t at = text.find(kOpen); at != std::string_view::npos;) {
    const size_t close = text.find(kClose, at);
    if (close == std::string_view::npos) break;
    const size_t end = close + kClose.size();
    blanks.push_back({static_cast<uint32_t>(at), static_cast<uint32_t>(end)});
    at = text.find(kOpen, end);
  }
  return blanks;
}

std::vector<std::string> BlanksOf(std::span<const Edit> edits) {
  std::vector<std::string> asked;
  for (const Edit& edit : edits) {
    for (const text::Span& blank : FindBlanks(edit.insert)) {
      asked.push_back(edit.insert.substr(blank.start + kOpen.size(),
                                         blank.length() - kOpen.size() - kClose.size()));
    }
  }
  return asked;
}

std::vector<Edit> Fill(std::span<const Edit> edits, std::span<const std::string> words) {
  std::vector<Edit> filled(edits.begin(), edits.end());
  size_t next = 0;
  for (Edit& edit : filled) {
    std::string text;
    uint32_t done = 0;
    for (const text::Span& blank : FindBlanks(edit.insert)) {
      const bool has_words = next < words.size() && !words[next].empty();
      const std::string_view whole = edit.insert;
      text += whole.substr(done, blank.start - done);
      const std::string_view asked = whole.substr(blank.start, blank.length());
      text += has_words ? Fitted(words[next], asked, whole.substr(blank.end))
                        : std::string(asked);
      done = blank.end;
      ++next;
    }
    edit.insert = text + edit.insert.substr(done);
  }
  return filled;
}

}  // namespace amends::suggest
