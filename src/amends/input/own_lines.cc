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
    is_first_ = is_first;
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

  bool HasWordsAt(size_t i) const { return i < lines_.size() && HasOwnWords(i); }

  // Where the paragraph ends that begins at `i`: at a blank line or another kind.
  size_t ParagraphEnd(size_t i) const {
    while (HasWordsAt(i)) ++i;
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
      if (!HasOwnWords(i) || IsRuleLine(lines_[i].words)) {
        ++i;
        continue;
      }
      size_t end = i;
      while (HasWordsAt(end) && !IsRuleLine(lines_[end].words)) ++end;
      const std::string paragraph = Paragraph(i, end);
      const int signs = SmallPrintSigns(paragraph);
      const bool last = signs > 0 && NextOwn(end, lines_.size()) == lines_.size();
      const bool is_one = signs >= 3 ||
                          (signs >= (before ? 1 : 2) && !HasVoice(paragraph)) ||
                          (last && i > 0 && IsRuleLine(lines_[i - 1].words));
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
    return i < lines_.size() &&
           (kinds_[i] == BlockKind::kSignature || kinds_[i] == BlockKind::kDisclaimer);
  }

  // The last farewell before `end` that has only a signature below it.
  bool MarkAfterFarewell(size_t end) {
    size_t below = 0;
    for (size_t i = end; i-- > 0 && below <= kLongestSignature;) {
      if (!HasOwnWords(i)) continue;
      if (IsFarewell(lines_[i].words) && IsEnd(i, end)) {
        if (IsAll(i, end)) return false;
        MarkClosing(i, end);
        return true;
      }
      ++below;
    }
    return false;
  }

  // "Thank you!" and no more is what the letter says.
  bool IsAll(size_t i, size_t end) const {
    return is_first_ && NextOwn(0, end) == i && NextOwn(i + 1, end) == end;
  }

  // "Thanks." may stand anywhere; a farewell has nothing, a name or the like below it.
  bool IsEnd(size_t farewell, size_t end) const {
    const size_t next = NextOwn(farewell + 1, end);
    if (next == end) return true;
    const std::string_view words = lines_[next].words;
    const bool speaks = HasVoice(words) || EndsSentence(words);
    return IsPostscript(words) || IsContactLine(words) || IsNameLine(words) ||
           (!speaks &&
            (SplitWords(words).size() <= 3 || IsFormalFarewell(lines_[farewell].words)));
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
    const size_t last = LastOwnBefore(end);
    const size_t begin = ParagraphBegin(last);
    if (!HasOwnAbove(begin)) return;
    const bool named = IsNameLine(FirstColumn(lines_[begin].words));
    if (named && begin + 1 == last) {
      if (!EndsSentence(lines_[begin].words)) kinds_[begin] = BlockKind::kClosing;
      return;
    }
    // Who signs by a nickname has the full name below it.
    const bool nicknamed = !named && begin + 1 < last &&
                           SplitWords(lines_[begin].words).size() == 1 &&
                           IsNameLine(FirstColumn(lines_[begin + 1].words));
    if (!named && !nicknamed) return;
    if (!IsCard(nicknamed ? begin + 1 : begin, last)) return;
    kinds_[begin] = BlockKind::kClosing;
    Fill(begin + 1, last, BlockKind::kSignature);
    MarkNameAbove(begin);
  }

  // Behind the last line with own words before `end`; 0 where there is none.
  size_t LastOwnBefore(size_t end) const {
    while (end > 0 && !HasOwnWords(end - 1)) --end;
    return end;
  }

  // Of the paragraph that ends before `end`.
  size_t ParagraphBegin(size_t end) const {
    while (end > 0 && HasOwnWords(end - 1)) --end;
    return end;
  }

  // Whether a blank line and own words above it are above `begin`.
  bool HasOwnAbove(size_t begin) const {
    return begin > 0 && lines_[begin - 1].blank() && NextOwn(0, begin) < begin;
  }

  // A name, and how to reach who has it.
  bool IsCard(size_t name, size_t end) const {
    const std::string_view first = lines_[name].words;
    bool contact = FirstColumn(first) != first && IsContactLine(first);
    for (size_t i = name + 1; i < end; ++i) {
      const std::string_view words = lines_[i].words;
      const bool is_field = words.find(':') != std::string_view::npos;
      if (NamesSpeaker(words) || (words.ends_with('?') && !is_field)) return false;
      contact = contact || IsContactLine(words);
    }
    return contact && end - name <= kLongestSignature + 1;
  }

  // "Ana Meyer / Head of lamps" in a paragraph of its own above the firm's address.
  void MarkNameAbove(size_t card) {
    const size_t last = LastOwnBefore(card);
    const size_t begin = ParagraphBegin(last);
    if (!HasOwnAbove(begin) || last - begin > kFewLines) return;
    if (!IsNameLine(lines_[begin].words)) return;
    for (size_t i = begin; i < last; ++i) {
      if (HasVoice(lines_[i].words) || EndsSentence(lines_[i].words)) return;
    }
    kinds_[begin] = BlockKind::kClosing;
    Fill(begin + 1, last, BlockKind::kSignature);
    kinds_[card] = BlockKind::kSignature;
  }

  // They belong to what stands above them.
  void SettleBlankLines() {
    for (size_t i = 1; i < lines_.size(); ++i) {
      if (lines_[i].blank() && IsOwn(i)) kinds_[i] = kinds_[i - 1];
    }
  }

  std::span<const Line> lines_;
  std::span<BlockKind> kinds_;
  bool is_first_ = false;
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
