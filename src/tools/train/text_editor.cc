#include "tools/train/text_editor.h"

#include <algorithm>
#include <vector>

#include "amends/report/cells.h"
#include "amends/text/span.h"
#include "tools/train/screen_lines.h"

namespace amends {
namespace {

size_t LineStart(std::string_view text, size_t at) {
  const size_t feed = at == 0 ? std::string_view::npos : text.rfind('\n', at - 1);
  return feed == std::string_view::npos ? 0 : feed + 1;
}

std::string_view LineFrom(std::string_view text, size_t start) {
  return text.substr(start, std::min(text.find('\n', start), text.size()) - start);
}

size_t RowOf(const std::vector<text::Span>& lines, size_t at) {
  size_t row = 0;
  while (row + 1 < lines.size() && lines[row + 1].start <= at) ++row;
  return row;
}

}  // namespace

TextEditor::Place TextEditor::PlaceAt(size_t width) const {
  const auto lines = WrapLines(text_, width);
  const size_t row = RowOf(lines, cursor_);
  const std::string_view before =
      std::string_view(text_).substr(lines[row].start, cursor_ - lines[row].start);
  return {row, std::min(report::DisplayWidth(before), width > 0 ? width - 1 : 0)};
}

void TextEditor::Insert(std::string_view text) {
  text_.insert(cursor_, text);
  cursor_ += text.size();
  goal_.reset();
}

void TextEditor::Backspace() { Erase(Before(cursor_), cursor_); }
void TextEditor::Delete() { Erase(cursor_, After(cursor_)); }

void TextEditor::DeleteWord() {
  const auto is_blank = [&](size_t at) { return text_[at] == ' ' || text_[at] == '\n'; };
  size_t begin = cursor_;
  while (begin > 0 && is_blank(begin - 1)) --begin;
  while (begin > 0 && !is_blank(begin - 1)) --begin;
  Erase(begin, cursor_);
}

void TextEditor::DeleteLineStart() { Erase(LineStart(text_, cursor_), cursor_); }

void TextEditor::Left() {
  cursor_ = Before(cursor_);
  goal_.reset();
}

void TextEditor::Right() {
  cursor_ = After(cursor_);
  goal_.reset();
}

void TextEditor::Up(size_t width) { MoveRows(width, false); }
void TextEditor::Down(size_t width) { MoveRows(width, true); }

void TextEditor::Home(size_t width) {
  const auto lines = WrapLines(text_, width);
  cursor_ = lines[RowOf(lines, cursor_)].start;
  goal_.reset();
}

// The end of a line that was broken is the beginning of the next: one step before it.
void TextEditor::End(size_t width) {
  const auto lines = WrapLines(text_, width);
  const size_t row = RowOf(lines, cursor_);
  const bool broken = row + 1 < lines.size() && lines[row + 1].start == lines[row].end;
  cursor_ = broken ? Before(lines[row].end) : lines[row].end;
  goal_.reset();
}

size_t TextEditor::Before(size_t at) const {
  if (at == 0) return 0;
  const size_t start = LineStart(text_, at);
  if (start == at) return at - 1;
  size_t before = start;
  for (const report::Cell& cell : report::CellsOf(LineFrom(text_, start))) {
    if (start + cell.start < at) before = start + cell.start;
  }
  return before;
}

size_t TextEditor::After(size_t at) const {
  if (at == text_.size()) return at;
  const size_t start = LineStart(text_, at);
  for (const report::Cell& cell : report::CellsOf(LineFrom(text_, start))) {
    if (start + cell.end > at) return start + cell.end;
  }
  return at + 1;  // behind the line break
}

void TextEditor::MoveRows(size_t width, bool down) {
  const auto lines = WrapLines(text_, width);
  const Place place = PlaceAt(width);
  const size_t goal = goal_.value_or(place.column);
  if (down ? place.row + 1 == lines.size() : place.row == 0) {
    cursor_ = down ? text_.size() : 0;
    return;
  }
  const text::Span line = lines[down ? place.row + 1 : place.row - 1];
  cursor_ = line.start;
  size_t column = 0;
  const std::string_view shown =
      std::string_view(text_).substr(line.start, line.length());
  for (const report::Cell& cell : report::CellsOf(shown)) {
    if (column + cell.width > goal) break;
    const bool last = line.start + cell.end == line.end;
    const bool broken = last && line.end < text_.size() && text_[line.end] != '\n';
    if (broken) break;
    column += cell.width;
    cursor_ = line.start + cell.end;
  }
  goal_ = goal;
}

void TextEditor::Erase(size_t begin, size_t end) {
  text_.erase(begin, end - begin);
  cursor_ = begin;
  goal_.reset();
}

}  // namespace amends
