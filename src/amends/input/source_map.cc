#include "amends/input/source_map.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "amends/input/word_changes.h"

namespace amends::input {
void SourceMap::Add(uint32_t text_length, text::Span source) {
  const text::Span text = {text_end_, text_end_ + text_length};
  text_end_ = text.end;
  const bool verbatim = text_length == source.length();
  if (verbatim && !runs_.empty() && runs_.back().is_verbatim() &&
      runs_.back().text.end == text.start && runs_.back().source.end == source.start) {
    runs_.back().text.end = text.end;
    runs_.back().source.end = source.end;
    return;
  }
  runs_.push_back({text, source});
}

size_t SourceMap::RunAt(uint32_t text_at) const {
  const auto found =
      std::upper_bound(runs_.begin(), runs_.end(), text_at,
                       [](uint32_t at, const Run& run) { return at < run.text.end; });
  return static_cast<size_t>(found - runs_.begin());
}

text::Span SourceMap::ToSource(text::Span span) const {
  if (empty()) return span;
  const size_t first = RunAt(span.start);
  if (span.empty()) {
    const bool behind = first > 0 && runs_[first - 1].text.end == span.start;
    if (behind) return {runs_[first - 1].source.end, runs_[first - 1].source.end};
  }
  if (first == runs_.size()) return {runs_.back().source.end, runs_.back().source.end};
  const Run& from = runs_[first];
  const uint32_t into = span.start > from.text.start ? span.start - from.text.start : 0;
  const uint32_t start = from.source.start + (from.is_verbatim() ? into : 0);
  // The last run that begins before the end.
  size_t last = first;
  if (span.end > 0) last = std::min(RunAt(span.end - 1), runs_.size() - 1);
  while (last > first && runs_[last].text.start >= span.end) --last;
  const Run& to = runs_[last];
  const uint32_t most = std::min(span.end, to.text.end);
  const uint32_t reach = most > to.text.start ? most - to.text.start : 0;
  const uint32_t end = to.is_verbatim() ? to.source.start + reach
                       : reach > 0      ? to.source.end
                                        : start;
  return {start, std::max(start, end)};
}

void SourceMap::AddPieces(text::Span span, std::string insert,
                          std::vector<Replacement>& pieces) const {
  if (span.empty()) {
    pieces.push_back({ToSource(span), std::move(insert)});
    return;
  }
  bool inserted = false;
  for (size_t i = RunAt(span.start); i < runs_.size() && runs_[i].text.start < span.end;
       ++i) {
    const text::Span part = {std::max(span.start, runs_[i].text.start),
                             std::min(span.end, runs_[i].text.end)};
    pieces.push_back({ToSource(part), inserted ? std::string() : std::move(insert)});
    inserted = true;
  }
  if (!inserted)
    pieces.push_back({ToSource({span.start, span.start}), std::move(insert)});
}

std::optional<std::vector<Replacement>> SourceMap::ToSource(
    std::string_view text, std::span<const Replacement> replacements) const {
  if (!Replace(text, replacements)) return std::nullopt;
  std::vector<Replacement> pieces;
  for (const Replacement& one : replacements) {
    for (Replacement& change : WordChanges(text, one)) {
      if (empty()) {
        pieces.push_back(std::move(change));
      } else {
        AddPieces(change.span, std::move(change.insert), pieces);
      }
    }
  }
  return pieces;
}

}  // namespace amends::input
