#include "amends/input/own_lines.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "amends/input/line_signs.h"
#include "amends/input/small_print.h"

namespace amends::input {
namespace {

constexpr size_t kLongestSignature = 16;  // lines with words
constexpr size_t kFewLines = 3;

// One stretch of own lines between what is quoted.
class Region {
 public:
  Region(std::span<const Line> lines, std::span<BlockKind> kinds)
      : lines_(lines), kinds_(kinds) {}

  void Sort(bool is_first) {
    MarkCode();
    MarkDisclaimers();
    MarkDeviceLines();
    if (is_first) MarkGreeting();
    const size_t end = MarkDelimited();
    if (!MarkAfterFarewell(end)) MarkContacts(end);
    SettleBlankLines();
  }

 private:
  bool IsOwn(size_t i) const { return kinds_[i] == BlockKind::kOwn; }
  bool HasOwnWords(size_t i) const { return IsOwn(i) && !lines_[i].blank(); }

  // Where the paragraph ends that begins at `i`: at a blank line or another kind.
  size_t ParagraphEnd(size_t i) const {
    while (i < lines_.size() && HasOwnWords(i)) ++i;
    return i;
  }

  std::string Paragraph(size_t begin, size_t end) const {
    std::string joined;
    for (size_t i = begin; i < end && joined.size() < 2000; ++i) {
      joined += lines_[i].words;
      joined += ' ';
    }
    return joined;
  }

  void Fill(size_t begin, size_t end, BlockKind kind) {
    for (size_t i = begin; i < end; ++i) {
      if (IsOwn(i)) kinds_[i] = kind;
    }
  }

  // Between fences, where both stand there.
  void MarkCode() {
    std::string_view open;
    size_t begin = 0;
    for (size_t i = 0; i < lines_.size(); ++i) {
      const std::string_view fence = lines_[i].words.substr(0, 3);
      if (fence != "```" && fence != "~~~") continue;
      if (open.empty()) {
        open = fence;
        begin = i;
      } else if (fence == open) {
        Fill(begin, i + 1, BlockKind::kCode);
        open = {};
      }
    }
  }

  void MarkDisclaimers() {
    bool before = false;  // the paragraph before is one
    for (size_t i = 0; i < lines_.size();) {
      if (!HasOwnWords(i)) {
        ++i;
        continue;
      }
      const size_t end = ParagraphEnd(i);
      const int signs = SmallPrintSigns(Paragraph(i, end));
      const bool is_one =
          signs >= 3 || (signs >= (before ? 1 : 2) && !HasVoice(Paragraph(i, end)));
      if (is_one) Fill(i, end, BlockKind::kDisclaimer);
      before = is_one;
      i = end;
    }
  }

  // Nothing but blank lines and other kinds of line follows.
  void MarkDeviceLines() {
    for (size_t i = lines_.size(); i-- > 0;) {
      if (!HasOwnWords(i)) continue;
      if (!IsDeviceLine(lines_[i].words)) return;
      kinds_[i] = BlockKind::kSignature;
    }
  }

  void MarkGreeting() {
    for (size_t i = 0; i < lines_.size(); ++i) {
      if (lines_[i].blank()) continue;
      if (!IsOwn(i)) continue;
      if (IsGreeting(lines_[i].words)) kinds_[i] = BlockKind::kGreeting;
      return;
    }
  }

  // "-- " begins a signature however long; what only looks like it, a short one. Returns
  // where it begins, or the end.
  size_t MarkDelimited() {
    size_t below = 0;  // lines with words
    std::optional<size_t> found;
    bool voice = false;
    bool asks = false;
    for (size_t i = lines_.size(); i-- > 0;) {
      if (!HasOwnWords(i)) continue;
      const std::string_view words = lines_[i].words;
      const bool dashes = words == "--" || words == "—" || words == "–" || words == "__";
      const bool rule = IsRuleLine(words);
      if (lines_[i].rest == "-- ") {
        found = i;
      } else if ((dashes || rule) && below <= kLongestSignature &&
                 (!voice || (dashes && below <= kFewLines && !asks)) &&
                 (below > 0 || IsAboveSignature(i))) {
        found = i;
      }
      ++below;
      voice = voice || HasVoice(words);
      asks = asks || words.ends_with('?');
    }
    if (found) Fill(*found, lines_.size(), BlockKind::kSignature);
    return found.value_or(lines_.size());
  }

  bool IsAboveSignature(size_t i) const {
    for (++i; i < lines_.size() && lines_[i].blank();) ++i;
    return i < lines_.size() && kinds_[i] == BlockKind::kSignature;
  }

  // The last farewell before `end` that has only a signature below it.
  bool MarkAfterFarewell(size_t end) {
    size_t below = 0;
    for (size_t i = end; i-- > 0 && below <= kLongestSignature;) {
      if (!HasOwnWords(i)) continue;
      if (IsFarewell(lines_[i].words) && IsEnd(i, end)) {
        MarkClosing(i, end);
        return true;
      }
      ++below;
    }
    return false;
  }

  // "Thanks." may stand anywhere; a farewell has nothing, a name or the like below it.
  bool IsEnd(size_t farewell, size_t end) const {
    const size_t next = NextOwn(farewell + 1, end);
    if (next == end) return true;
    const std::string_view words = lines_[next].words;
    const bool speaks = HasVoice(words) || EndsSentence(words);
    return IsPostscript(words) || IsContactLine(words) || IsNameLine(words) ||
           (SplitWords(words).size() <= 3 && !speaks);
  }

  static bool EndsSentence(std::string_view words) {
    return words.ends_with('.') || words.ends_with('!') || words.ends_with('?');
  }

  size_t NextOwn(size_t i, size_t end) const {
    while (i < end && !HasOwnWords(i)) ++i;
    return i;
  }

  void MarkClosing(size_t farewell, size_t end) {
    size_t first = farewell;
    while (first > 0 && HasOwnWords(first - 1) && IsFarewell(lines_[first - 1].words)) {
      --first;
    }
    Fill(first, farewell + 1, BlockKind::kClosing);
    const size_t name = NextOwn(farewell + 1, end);
    if (name == end) return;
    const bool named = IsNameLine(lines_[name].words);
    if (named) kinds_[name] = BlockKind::kClosing;
    MarkSignature(named ? name + 1 : name, end);
  }

  // Paragraph by paragraph, but for those in which somebody speaks.
  void MarkSignature(size_t begin, size_t end) {
    for (size_t i = NextOwn(begin, end); i < end; i = NextOwn(i, end)) {
      const size_t stop = std::min(ParagraphEnd(i), end);
      const std::string paragraph = Paragraph(i, stop);
      const bool speaks = (HasVoice(paragraph) || EndsSentence(lines_[stop - 1].words)) &&
                          SplitWords(paragraph).size() >= 5 &&
                          !IsContactLine(lines_[i].words);
      if (IsPostscript(lines_[i].words)) return;
      if (speaks) return;  // and what is below it too
      Fill(i, stop, BlockKind::kSignature);
      i = stop;
    }
  }

  // A name alone in the last paragraph before `end`, or over telephones and addresses.
  void MarkContacts(size_t end) {
    size_t last = end;
    while (last > 0 && !HasOwnWords(last - 1)) --last;
    if (last == 0) return;
    size_t begin = last;
    while (begin > 0 && HasOwnWords(begin - 1)) --begin;
    const bool alone = begin == 0 || NextOwn(0, begin) == begin;
    if (alone || !lines_[begin - 1].blank() || !IsNameLine(lines_[begin].words)) return;
    if (begin + 1 == last) {
      if (!EndsSentence(lines_[begin].words)) kinds_[begin] = BlockKind::kClosing;
      return;
    }
    const auto under = lines_.subspan(begin + 1, last - begin - 1);
    const bool quiet = std::ranges::none_of(
        under, [](const Line& line) { return HasVoice(line.words); });
    const bool contact = std::ranges::any_of(
        under, [](const Line& line) { return IsContactLine(line.words); });
    if (!quiet || !contact || under.size() > kLongestSignature) return;
    kinds_[begin] = BlockKind::kClosing;
    Fill(begin + 1, last, BlockKind::kSignature);
  }

  // They belong to what stands above them.
  void SettleBlankLines() {
    for (size_t i = 1; i < lines_.size(); ++i) {
      if (lines_[i].blank() && IsOwn(i)) kinds_[i] = kinds_[i - 1];
    }
  }

  std::span<const Line> lines_;
  std::span<BlockKind> kinds_;
};

}  // namespace

void SortOwnLines(std::span<const Line> lines, std::vector<BlockKind>& kinds) {
  bool is_first = true;
  for (size_t begin = 0; begin < lines.size();) {
    size_t end = begin;
    while (end < lines.size() &&
           (kinds[end] == BlockKind::kOwn || kinds[end] == BlockKind::kSignature ||
            kinds[end] == BlockKind::kCode)) {
      ++end;
    }
    if (end > begin) {
      Region(lines.subspan(begin, end - begin),
             std::span(kinds).subspan(begin, end - begin))
          .Sort(is_first);
      is_first = false;
    }
    begin = std::max(end, begin + 1);
  }
}

}  // namespace amends::input
