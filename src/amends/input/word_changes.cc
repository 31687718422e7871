#include "amends/input/word_changes.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "amends/input/lines.h"

namespace amends::input {
namespace {

constexpr size_t kMostWords = 300;

// Words and what is between them.
std::vector<std::string_view> WordsAndSpaces(std::string_view text) {
  std::vector<std::string_view> tokens;
  for (size_t at = 0; at < text.size();) {
    size_t end = at + 1;
    while (end < text.size() && IsSpace(text[end]) == IsSpace(text[at])) ++end;
    tokens.push_back(text.substr(at, end - at));
    at = end;
  }
  return tokens;
}

// How many tokens both have from each place on, in the same order.
class Common {
 public:
  Common(const std::vector<std::string_view>& a, const std::vector<std::string_view>& b)
      : width_(b.size() + 1), counts_((a.size() + 1) * width_) {
    for (size_t i = a.size(); i-- > 0;) {
      for (size_t j = b.size(); j-- > 0;) {
        At(i, j) =
            a[i] == b[j] ? At(i + 1, j + 1) + 1 : std::max(At(i + 1, j), At(i, j + 1));
      }
    }
  }
  uint32_t& At(size_t i, size_t j) { return counts_[i * width_ + j]; }

 private:
  size_t width_;
  std::vector<uint32_t> counts_;
};

}  // namespace

std::vector<Replacement> WordChanges(std::string_view text, const Replacement& one) {
  const std::string_view old = text.substr(one.span.start, one.span.length());
  const std::vector<std::string_view> before = WordsAndSpaces(old);
  const std::vector<std::string_view> after = WordsAndSpaces(one.insert);
  if (before.size() > kMostWords || after.size() > kMostWords) return {one};
  Common common(before, after);
  std::vector<Replacement> changes;
  uint32_t at = one.span.start;
  bool open = false;  // the last change ends here
  const auto change = [&]() -> Replacement& {
    if (!open) changes.push_back({{at, at}, ""});
    open = true;
    return changes.back();
  };
  for (size_t i = 0, j = 0; i < before.size() || j < after.size();) {
    const bool same = i < before.size() && j < after.size() && before[i] == after[j];
    if (same) {
      at += static_cast<uint32_t>(before[i].size());
      open = false;
      ++i;
      ++j;
    } else if (j < after.size() &&
               (i == before.size() || common.At(i, j + 1) > common.At(i + 1, j))) {
      change().insert += after[j++];
    } else {
      change();
      at += static_cast<uint32_t>(before[i++].size());
      changes.back().span.end = at;
    }
  }
  return changes;
}

}  // namespace amends::input
