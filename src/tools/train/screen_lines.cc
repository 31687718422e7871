#include "tools/train/screen_lines.h"

#include <algorithm>
#include <utility>

#include "amends/report/cells.h"

namespace amends {
namespace {

using text::Span;

constexpr std::string_view kFull = "■";
constexpr std::string_view kEmpty = "□";

// Lines of a text without line breaks that begins at `offset`.
void WrapOne(std::string_view text, size_t offset, size_t width,
             std::vector<Span>& lines) {
  const auto add = [&](size_t start, size_t end) {
    lines.push_back(
        {static_cast<uint32_t>(offset + start), static_cast<uint32_t>(offset + end)});
  };
  size_t start = 0;
  size_t word = 0;         // where the last word begins
  size_t column = 0;       // behind the last cell
  size_t word_column = 0;  // where that word begins
  for (const report::Cell& cell : report::CellsOf(text)) {
    const bool blank = cell.shown == " ";
    if (!blank && column + cell.width > width && cell.start > start) {
      const bool inside = word <= start;
      const size_t end = inside ? cell.start : word;
      add(start, end);
      column -= inside ? column : word_column;
      start = end;
      word_column = 0;
    }
    column += cell.width;
    if (blank) {
      word = cell.end;
      word_column = column;
    }
  }
  add(start, text.size());
}

bool StandsApart(const Paragraph& paragraph) {
  return paragraph.tone == Tone::kHead || paragraph.tone == Tone::kPlain ||
         paragraph.tone == Tone::kCustomer || paragraph.tone == Tone::kAgent;
}

std::string GaugeOf(int level) {
  std::string gauge;
  for (int i = 0; i < kFullGauge; ++i) gauge += i < level ? kFull : kEmpty;
  return gauge + " ";
}

// Those of one paragraph. A label stands in its first line, or above several.
void AppendLines(const Paragraph& paragraph, size_t width, std::vector<Line>& lines) {
  Look look{paragraph.tone};
  look.bold = paragraph.tone == Tone::kHead;
  Look strong = look;
  strong.bold = true;
  const bool gauge = paragraph.gauge >= 0;
  const std::string text = (gauge ? GaugeOf(paragraph.gauge) : "") + paragraph.text;
  const bool below = !paragraph.label.empty() &&
                     (text.find('\n') != std::string::npos || text.starts_with("- "));
  const std::string label =
      paragraph.label.empty() || below ? "" : paragraph.label + (gauge ? " " : ": ");
  if (below) lines.push_back({{paragraph.label + ":", strong}});
  const std::string whole = label + text;
  for (const Span& span : WrapLines(whole, width)) {
    Line line;
    size_t start = span.start;
    if (start < label.size()) {
      const size_t end = std::min<size_t>(label.size(), span.end);
      line.push_back({ShownText(whole.substr(start, end - start)), strong});
      start = end;
    }
    if (start < span.end) {
      line.push_back({ShownText(whole.substr(start, span.end - start)), look});
    }
    lines.push_back(std::move(line));
  }
}

}  // namespace

std::vector<Span> WrapLines(std::string_view text, size_t width) {
  std::vector<Span> lines;
  size_t offset = 0;
  while (true) {
    const size_t end = std::min(text.find('\n', offset), text.size());
    WrapOne(text.substr(offset, end - offset), offset, std::max<size_t>(width, 2), lines);
    if (end == text.size()) return lines;
    offset = end + 1;
  }
}

std::string ShownText(std::string_view text) {
  std::string shown;
  for (const report::Cell& cell : report::CellsOf(text)) shown += cell.shown;
  return shown;
}

std::vector<Line> LinesOf(const Page& page, size_t width) {
  std::vector<Line> lines;
  for (const Paragraph& paragraph : page) {
    if (StandsApart(paragraph) && !lines.empty()) lines.emplace_back();
    AppendLines(paragraph, width, lines);
  }
  return lines;
}

std::vector<Line> IndentedLines(const std::string& first, std::string_view text,
                                const Look& look, size_t width) {
  const size_t indent = report::DisplayWidth(first);
  std::vector<Line> lines;
  for (const Span& span : WrapLines(text, width > indent ? width - indent : 1)) {
    const std::string before = lines.empty() ? first : std::string(indent, ' ');
    lines.push_back({{before + ShownText(text.substr(span.start, span.length())), look}});
  }
  return lines;
}

}  // namespace amends
