#include "amends/report/excerpt.h"

#include <algorithm>
#include <vector>

#include "amends/report/cells.h"

namespace amends::report {
namespace {

constexpr uint32_t kMostLines = 3;
constexpr size_t kSnap = 16;  // columns that a cut moves at most to fall between words
constexpr size_t kBytesAColumn = 16;  // more than nearly all text takes

// Cells [begin, end), or columns.
struct Stretch {
  size_t begin = 0;
  size_t end = 0;
};

// Where the code point begins that has a byte at `at`; `at` where the bytes are none.
size_t StartOfCodePoint(std::string_view line, size_t at) {
  size_t start = at;
  while (start > 0 && start < line.size() && at - start < 3 &&
         (line[start] & 0xC0) == 0x80) {
    --start;
  }
  return start;
}

// The part of a line that may be seen when `marked` is shown in `width` columns: there
// are texts without line breaks that have a finding in each sentence.
Stretch Near(std::string_view line, const Stretch& marked, size_t width) {
  const size_t reach = kBytesAColumn * std::min(width, line.size());
  const size_t begin = marked.begin - std::min(marked.begin, reach);
  const size_t end = std::min(line.size(), marked.begin + reach);
  return {StartOfCodePoint(line, begin), StartOfCodePoint(line, end)};
}

class Row {
 public:
  // Of a line the cells of the bytes `part`.
  Row(std::string_view line, const Stretch& part)
      : part_(part),
        length_(line.size()),
        cells_(CellsOf(line.substr(part.begin, part.end - part.begin))) {
    columns_.reserve(cells_.size() + 1);
    size_t column = 0;
    for (const Cell& cell : cells_) {
      columns_.push_back(column);
      column += cell.width;
    }
    columns_.push_back(column);
  }

  // The cells that bytes [begin, end) of the line touch.
  Stretch CellsOfBytes(size_t begin, size_t end) const {
    begin -= part_.begin;
    end -= part_.begin;
    const auto first = std::ranges::partition_point(
        cells_, [&](const Cell& cell) { return cell.end <= begin; });
    const auto last = std::ranges::partition_point(
        cells_, [&](const Cell& cell) { return cell.start < end; });
    return {static_cast<size_t>(first - cells_.begin()),
            static_cast<size_t>(std::max(first, last) - cells_.begin())};
  }

  size_t Columns(const Stretch& cells) const {
    return columns_[cells.end] - columns_[cells.begin];
  }

  // What to show of the row so that `marked` is seen in `width` columns.
  Stretch Window(const Stretch& marked, size_t width) const {
    const size_t total = columns_.back();
    if (total <= width) return {0, cells_.size()};
    const size_t room =
        width - std::min<size_t>(width, 2);  // for an ellipsis on each side
    const size_t spare = room - std::min(room, Columns(marked));
    size_t from = columns_[marked.begin];
    from -= std::min(from, spare / 3);
    from = std::min(from, total - std::min(total, room));
    Stretch window{FirstAt(from), FirstAt(std::min(total, from + room) + 1)};
    if (window.end > window.begin && columns_[window.end] > from + room) --window.end;
    return Snapped(window, marked);
  }

  std::string Shown(const Stretch& cells) const {
    std::string shown;
    for (size_t i = cells.begin; i < cells.end; ++i) shown += cells_[i].shown;
    return shown;
  }

  // Whether the line has something before, or after, these cells.
  bool HasBefore(const Stretch& cells) const { return part_.begin + cells.begin > 0; }
  bool HasAfter(const Stretch& cells) const {
    return cells.end < cells_.size() || part_.end < length_;
  }

 private:
  size_t FirstAt(size_t column) const {
    const auto found = std::ranges::lower_bound(columns_, column);
    return std::min(static_cast<size_t>(found - columns_.begin()), cells_.size());
  }

  bool IsBlank(size_t cell) const { return cells_[cell].shown == " "; }

  // Cut between words, where one is near.
  Stretch Snapped(Stretch window, const Stretch& marked) const {
    if (window.begin > 0 && !IsBlank(window.begin - 1)) {
      size_t to = window.begin;
      while (to < marked.begin && !IsBlank(to)) ++to;
      if (to < marked.begin && to - window.begin < kSnap) window.begin = to + 1;
    }
    if (window.end < cells_.size() && !IsBlank(window.end)) {
      size_t to = window.end;
      while (to > marked.end && !IsBlank(to - 1)) --to;
      if (to > marked.end && window.end - to < kSnap) window.end = to - 1;
    }
    return window;
  }

  Stretch part_;
  size_t length_;  // bytes of the line
  std::vector<Cell> cells_;
  std::vector<size_t> columns_;  // where each cell begins, and where the last ends
};

// Columns for the line itself.
size_t WidthOf(const ExcerptStyle& style) {
  return std::max<size_t>(style.width - std::min(style.width, style.indent), 8);
}

void AppendRow(const Row& row, const Stretch& marked, const ExcerptStyle& style,
               std::string& out) {
  const Stretch window = row.Window(marked, WidthOf(style));
  const Stretch seen{std::clamp(marked.begin, window.begin, window.end),
                     std::clamp(marked.end, window.begin, window.end)};
  const bool cut = row.HasBefore(window);
  out.append(style.indent, ' ');
  out += cut ? "…" : "";
  out += row.Shown(window);
  out += row.HasAfter(window) ? "…" : "";
  out += '\n';
  out.append(style.indent + (cut ? 1 : 0) + row.Columns({window.begin, seen.begin}), ' ');
  out += style.ink(style.hue, std::string(std::max<size_t>(1, row.Columns(seen)), '^'));
  out += '\n';
}

bool IsBlank(std::string_view text) {
  return text.find_first_not_of(" \t") == std::string_view::npos;
}

// What the span covers of the line, in bytes of the line, without the blanks at both
// ends.
Stretch BytesOn(std::string_view line, size_t line_start, const text::Span& span) {
  const size_t begin = std::max<size_t>(span.start, line_start) - line_start;
  const size_t end =
      std::min(span.end - std::min<size_t>(span.end, line_start), line.size());
  Stretch bytes{std::min(begin, line.size()), std::max(begin, end)};
  while (bytes.begin < bytes.end && IsBlank(line.substr(bytes.begin, 1))) ++bytes.begin;
  while (bytes.begin < bytes.end && IsBlank(line.substr(bytes.end - 1, 1))) --bytes.end;
  return bytes;
}

}  // namespace

void AppendExcerpt(const Positions& positions, const text::Span& span,
                   const ExcerptStyle& style, std::string& out) {
  const uint32_t first = positions.At(span.start).line;
  const uint32_t last = positions.At(std::max(span.start + 1, span.end) - 1).line;
  const bool shortened = last - first + 1 > kMostLines;
  const uint32_t last_shown = shortened ? first + 1 : last;
  for (uint32_t line = first; line <= last_shown; ++line) {
    const std::string_view text = positions.Line(line);
    const Stretch bytes = BytesOn(text, positions.LineStart(line), span);
    if (line > first && bytes.begin == bytes.end) continue;
    const Row row(text, Near(text, bytes, WidthOf(style)));
    AppendRow(row, row.CellsOfBytes(bytes.begin, bytes.end), style, out);
  }
  if (shortened) {
    out.append(style.indent, ' ');
    out += "…\n";
  }
}

}  // namespace amends::report
