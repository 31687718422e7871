#include "amends/report/proposal.h"

#include <algorithm>

#include "amends/report/cells.h"
#include "amends/suggest/safe_edits.h"

namespace amends::report {
namespace {

constexpr size_t kMostAround = 160;  // bytes shown before and after the edits

bool IsBreak(char c) { return c == '\n' || c == '\r'; }
bool IsBlank(char c) { return c == ' ' || c == '\t' || IsBreak(c); }

// The length of what closes a sentence at `at`: a mark and the quotation marks after it.
size_t ClosingAt(std::string_view text, size_t at) {
  size_t end = at;
  while (end < text.size() &&
         std::string_view(".!?").find(text[end]) != std::string::npos) {
    ++end;
  }
  if (end == at) return 0;
  for (const std::string_view quote : {"\"", "”", "’", "'", ")"}) {
    if (text.substr(end).starts_with(quote)) return end + quote.size() - at;
  }
  return end - at;
}

bool IsParagraphEnd(std::string_view text, size_t at) {
  if (!IsBreak(text[at])) return false;
  size_t breaks = 0;
  for (; at < text.size() && IsBlank(text[at]); ++at) breaks += text[at] == '\n' ? 1 : 0;
  return breaks > 1;
}

// The end of the sentence that `at` lies in, if one ends there.
bool EndsAt(std::string_view text, size_t at, size_t& end) {
  if (at >= text.size() || IsParagraphEnd(text, at)) {
    end = std::min(at, text.size());
    return true;
  }
  const size_t closing = ClosingAt(text, at);
  if (closing == 0) return false;
  end = at + closing;
  return end == text.size() || IsBlank(text[end]);
}

struct Around {
  size_t begin = 0;
  size_t end = 0;
  bool cut_before = false;
  bool cut_after = false;
};

void FindBegin(std::string_view text, size_t from, Around& around) {
  // Forward over the sentences that end before `from`, from not too far away.
  size_t begin = from - std::min(from, kMostAround);
  around.cut_before = begin > 0;
  while (begin > 0 && begin < from && !IsBlank(text[begin - 1])) ++begin;
  for (size_t at = begin; at < from;) {
    size_t end = 0;
    if (!EndsAt(text, at, end)) {
      ++at;
      continue;
    }
    while (end < from && IsBlank(text[end])) ++end;
    at = std::max(end, at + 1);
    if (at > from) break;
    begin = at;
    around.cut_before = false;
  }
  around.begin = begin;
}

void FindEnd(std::string_view text, size_t from, Around& around) {
  if (from > 0 && ClosingAt(text, from - 1) > 0 &&
      (from == text.size() || IsBlank(text[from]))) {
    around.end = from;
    return;
  }
  const size_t limit = std::min(text.size(), from + kMostAround);
  for (size_t at = from; at <= limit; ++at) {
    if (EndsAt(text, at, around.end)) return;
  }
  around.cut_after = true;
  around.end = limit;
  while (around.end > from && !IsBlank(text[around.end])) --around.end;
}

}  // namespace

std::string ProposedWords(std::string_view text, const Suggestion& suggestion) {
  if (suggestion.edits.empty()) return "";
  Around around;
  FindBegin(text, suggestion.edits.front().span.start, around);
  FindEnd(text, suggestion.edits.back().span.end, around);
  std::vector<Edit> edits = suggestion.edits;
  for (Edit& edit : edits) {
    edit.span.start -= static_cast<uint32_t>(around.begin);
    edit.span.end -= static_cast<uint32_t>(around.begin);
  }
  const std::string words = OneLine(
      suggest::Apply(text.substr(around.begin, around.end - around.begin), edits));
  if (words.find_first_not_of(" .,;:!?") == std::string::npos) return "";
  return (around.cut_before ? "… " : "") + words + (around.cut_after ? " …" : "");
}

}  // namespace amends::report
