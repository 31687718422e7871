#include "amends/input/series.h"

#include <string>

#include "amends/input/lines.h"

namespace amends::input {
namespace {

constexpr size_t kLongestInitials = 4;  // bytes, with their mark

std::string_view Trimmed(std::string_view text) {
  while (!text.empty() && IsSpace(text.front())) text.remove_prefix(1);
  while (!text.empty() && IsSpace(text.back())) text.remove_suffix(1);
  return text;
}

// Without "^SH", "-JT" or "SH" at the end, where that stands behind a count.
std::string_view WithoutInitials(std::string_view text) {
  size_t letters = 0;
  while (letters < text.size() && IsAsciiLetter(text[text.size() - 1 - letters]))
    ++letters;
  if (letters == 0 || letters >= kLongestInitials) return text;
  text.remove_suffix(letters);
  text = Trimmed(text);
  if (!text.empty() && (text.back() == '^' || text.back() == '-')) text.remove_suffix(1);
  return Trimmed(text);
}

struct Count {
  char piece = 0;
  char of = 0;
};

// "2/3" at `at`, with no digit, slash or point beside it.
Count CountAt(std::string_view text, size_t at) {
  if (at + 3 > text.size() || text[at + 1] != '/') return {};
  const Count count{text[at], text[at + 2]};
  const bool counts =
      count.piece >= '1' && count.piece <= count.of && count.of >= '2' && count.of <= '9';
  const auto sticks = [](char c) { return IsAsciiDigit(c) || c == '/' || c == '.'; };
  const bool alone =
      (at == 0 || (!sticks(text[at - 1]) && !IsAsciiLetter(text[at - 1]))) &&
      (at + 3 == text.size() || !sticks(text[at + 3]));
  return counts && alone ? count : Count();
}

}  // namespace

bool IsPieceOfSeries(std::string_view text) {
  text = WithoutInitials(Trimmed(text));
  std::string_view end = text;
  if (end.ends_with(')')) end.remove_suffix(1);
  const Count last = end.size() < 3 ? Count() : CountAt(end, end.size() - 3);
  if (last.of != 0) {
    const std::string first = {'1', '/', last.of};
    const size_t at = text.find(first);
    const bool all = last.piece == last.of && at != std::string_view::npos &&
                     at + 3 < end.size() && CountAt(text, at).of != 0;
    return !all;
  }
  const Count opening = CountAt(text, text.starts_with('(') ? 1 : 0);
  return opening.of != 0;
}

bool IsWholeReply(const Conversation& conversation) {
  const bool may_be_cut =
      conversation.channel == Channel::kPublic || conversation.channel == Channel::kChat;
  return conversation.whole && !(may_be_cut && IsPieceOfSeries(conversation.text));
}

}  // namespace amends::input
