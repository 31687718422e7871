#include "amends/input/same_words.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>

#include "amends/input/word_changes.h"

namespace amends::input {
namespace {

constexpr std::string_view kBlanks = " \t\r\n";

struct PlacedWord {
  uint32_t start = 0;
  std::string_view text;
  uint32_t end() const { return start + static_cast<uint32_t>(text.size()); }
};

std::vector<PlacedWord> WordsOf(std::string_view text) {
  std::vector<PlacedWord> words;
  for (size_t at = 0;
       (at = text.find_first_not_of(kBlanks, at)) != std::string_view::npos;) {
    const size_t end = std::min(text.find_first_of(kBlanks, at), text.size());
    words.push_back({static_cast<uint32_t>(at), text.substr(at, end - at)});
    at = end;
  }
  return words;
}

// Where the words begin in `text`, by number.
std::vector<size_t> Find(std::span<const PlacedWord> words,
                         std::span<const PlacedWord> text) {
  std::vector<size_t> found;
  for (size_t i = 0; i + words.size() <= text.size(); ++i) {
    const bool same = std::ranges::equal(words, text.subspan(i, words.size()), {},
                                         &PlacedWord::text, &PlacedWord::text);
    if (same) found.push_back(i);
  }
  return found;
}

class Carrier {
 public:
  Carrier(std::string_view from, std::string_view to)
      : from_(WordsOf(from)), to_(WordsOf(to)) {}

  std::optional<Replacement> Carry(const Replacement& one) const {
    size_t first = 0;
    while (first < from_.size() && from_[first].end() < one.span.start) ++first;
    size_t last = first;
    while (last < from_.size() && from_[last].start < one.span.end) ++last;
    last = std::max(last, first + 1);
    if (last > from_.size()) return std::nullopt;
    for (const size_t around : {4u, 2u, 0u}) {
      const size_t begin = first - std::min(first, around);
      const size_t end = std::min(last + around, from_.size());
      const std::optional<size_t> there = Place(begin, end);
      if (!there) continue;
      return Move(one, from_[first], to_[*there + first - begin], from_[last - 1],
                  to_[*there + last - 1 - begin]);
    }
    return std::nullopt;
  }

 private:
  std::optional<size_t> Place(size_t begin, size_t end) const {
    const auto words = std::span(from_).subspan(begin, end - begin);
    const std::vector<size_t> here = Find(words, from_);
    const std::vector<size_t> there = Find(words, to_);
    if (here.size() != there.size()) return std::nullopt;
    const auto number = std::ranges::find(here, begin) - here.begin();
    return there[static_cast<size_t>(number)];
  }

  static Replacement Move(const Replacement& one, const PlacedWord& first,
                          const PlacedWord& first_there, const PlacedWord& last,
                          const PlacedWord& last_there) {
    // From the edges of the words at which it begins and ends.
    const uint32_t start = std::min(std::max(one.span.start, first.start), first.end());
    const uint32_t end = std::min(std::max(one.span.end, start), last.end());
    Replacement moved;
    moved.span.start = first_there.start + (start - first.start);
    moved.span.end =
        one.span.empty() ? moved.span.start : last_there.start + (end - last.start);
    moved.insert = one.insert;
    return moved;
  }

  std::vector<PlacedWord> from_;
  std::vector<PlacedWord> to_;
};

}  // namespace

std::optional<std::vector<Replacement>> CarryOver(
    std::string_view from, std::string_view to,
    std::span<const Replacement> replacements) {
  if (!Replace(from, replacements)) return std::nullopt;
  const Carrier carrier(from, to);
  std::vector<Replacement> carried;
  for (const Replacement& one : replacements) {
    for (const Replacement& change : WordChanges(from, one)) {
      std::optional<Replacement> there = carrier.Carry(change);
      if (!there) return std::nullopt;
      carried.push_back(std::move(*there));
    }
  }
  return carried;
}

}  // namespace amends::input
