#include "amends/languagetool/rewrite.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>

#include "amends/input/replacement.h"

namespace amends::languagetool {
namespace {

using Pieces = std::vector<input::Replacement>;

constexpr size_t kMostAlternatives = 10;  // LibreOffice takes no more in its menu

bool IsBlank(char c) { return c == ' ' || c == '\t'; }
bool IsBreak(char c) { return c == '\n' || c == '\r'; }
bool IsWordByte(char c) { return !IsBlank(c) && !IsBreak(c); }

text::Span Join(text::Span a, text::Span b) {
  return {std::min(a.start, b.start), std::max(a.end, b.end)};
}

// From the first to the last sentence that the span touches, and what stands between them
// and the next one; the span where it touches none.
text::Span Surroundings(text::Span span, std::span<const text::Span> sentences) {
  auto first = std::ranges::upper_bound(sentences, span.start, {}, &text::Span::end);
  text::Span around = span;
  for (; first != sentences.end() && first->start < span.end; ++first) {
    around = Join(around, *first);
  }
  if (first != sentences.end()) around.end = std::max(around.end, first->start);
  return around;
}

bool StaysIn(text::Span around, const Suggestion& suggestion) {
  return std::ranges::all_of(
      suggestion.edits, [&](const Edit& edit) { return around.contains(edit.span); });
}

Pieces EditsOf(const Suggestion& suggestion) {
  Pieces edits;
  for (const Edit& edit : suggestion.edits) edits.push_back({edit.span, edit.insert});
  return edits;
}

// The changes of the source. Nothing where they would take structure away.
std::optional<Pieces> PiecesOf(const MarkedText& text, const Pieces& edits) {
  auto pieces = text.map.ToSource(text.text, edits);
  if (!pieces) return std::nullopt;
  for (const input::Replacement& piece : *pieces) {
    const auto next =
        std::ranges::upper_bound(text.structure, piece.span.start, {}, &text::Span::end);
    if (next != text.structure.end() && next->overlaps(piece.span)) return std::nullopt;
  }
  return pieces;
}

// The stretch with the changes made.
std::string ValueOf(std::string_view source, text::Span span, const Pieces& pieces) {
  std::string value;
  uint32_t done = span.start;
  for (const input::Replacement& piece : pieces) {
    value += source.substr(done, piece.span.start - done);
    value += piece.insert;
    done = piece.span.end;
  }
  value += source.substr(done, span.end - done);
  return value;
}

bool HasLetters(std::string_view text) {
  return std::ranges::any_of(text, [](char c) {
    return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') ||
           static_cast<unsigned char>(c) >= 0x80;
  });
}

// Anything to be seen.
bool HasWords(std::string_view value) { return std::ranges::any_of(value, IsWordByte); }

// With the next word of the line, else the one before; itself where there is neither.
text::Span WithNeighbour(std::string_view text, text::Span span) {
  size_t end = span.end;
  while (end < text.size() && IsBlank(text[end])) ++end;
  const size_t word = end;
  while (end < text.size() && IsWordByte(text[end])) ++end;
  if (end > word) return {span.start, static_cast<uint32_t>(end)};
  size_t start = span.start;
  while (start > 0 && IsBlank(text[start - 1])) --start;
  const size_t word_end = start;
  while (start > 0 && IsWordByte(text[start - 1])) --start;
  return start < word_end ? text::Span{static_cast<uint32_t>(start), span.end} : span;
}

struct Change {
  const Suggestion* suggestion;
  Pieces edits;   // of the words
  Pieces pieces;  // of the source
};

std::vector<Change> ChangesOf(const MarkedText& text, const Finding& finding,
                              text::Span around) {
  std::vector<Change> changes;
  for (const Suggestion& each : finding.suggestions) {
    if (changes.size() == kMostAlternatives) break;
    if (each.edits.empty() || !StaysIn(around, each)) continue;
    Pieces edits = EditsOf(each);
    if (auto pieces = PiecesOf(text, edits))
      changes.push_back({&each, std::move(edits), std::move(*pieces)});
  }
  return changes;
}

// What has to be replaced to make the change.
text::Span ReachOf(const MarkedText& text, const Change& change) {
  const auto whole = [&](const Edit& edit) { return text.map.ToSource(edit.span); };
  text::Span span = whole(change.suggestion->edits.front());
  for (const Edit& edit : change.suggestion->edits) span = Join(span, whole(edit));
  for (const input::Replacement& piece : change.pieces) span = Join(span, piece.span);
  return span;
}

// Whether `wider` has nothing more of words than `span`.
bool IsHardlyWider(std::string_view source, text::Span span, text::Span wider) {
  return !HasLetters(source.substr(wider.start, span.start - wider.start)) &&
         !HasLetters(source.substr(span.end, wider.end - span.end));
}

// The finding and all that is changed, as the text has it without markup.
text::Span WordsOf(const Finding& finding, const std::vector<Change>& changes) {
  text::Span words = finding.span;
  for (const Change& change : changes) {
    for (const input::Replacement& edit : change.edits) words = Join(words, edit.span);
  }
  return words;
}

// Takes out the changes that reach further than the best one.
text::Span Settle(const MarkedText& text, const Finding& finding,
                  std::vector<Change>& changes) {
  text::Span span = text.map.ToSource(finding.span);
  if (changes.empty()) return span;
  span = Join(span, ReachOf(text, changes.front()));
  std::erase_if(changes, [&](const Change& change) {
    const text::Span wider = Join(span, ReachOf(text, change));
    if (!IsHardlyWider(text.source, span, wider)) return true;
    span = wider;
    return false;
  });
  const text::Span words = WordsOf(finding, changes);
  const bool leaves_nothing = std::ranges::any_of(changes, [&](const Change& change) {
    return !HasWords(ValueOf(text.text, words, change.edits));
  });
  if (!leaves_nothing) return span;
  return Join(span, text.map.ToSource(WithNeighbour(text.text, words)));
}

}  // namespace

Rewrite RewriteOf(const MarkedText& text, const Finding& finding,
                  std::span<const text::Span> sentences) {
  std::vector<Change> changes =
      ChangesOf(text, finding, Surroundings(finding.span, sentences));
  Rewrite rewrite{Settle(text, finding, changes), {}};
  for (const Change& change : changes) {
    Alternative one{ValueOf(text.source, rewrite.span, change.pieces),
                    change.suggestion->title};
    const bool known = std::ranges::any_of(
        rewrite.alternatives,
        [&](const Alternative& other) { return other.value == one.value; });
    if (!known) rewrite.alternatives.push_back(std::move(one));
  }
  return rewrite;
}

}  // namespace amends::languagetool
