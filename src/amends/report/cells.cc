#include "amends/report/cells.h"

#include <algorithm>
#include <iterator>

#include "amends/text/char_class.h"

namespace amends::report {
namespace {

constexpr uint32_t kTab = 4;
constexpr std::string_view kReplacement = "\uFFFD";

struct Range {
  int32_t first;
  int32_t last;
};

// East Asian wide and full width, and the emoji that are shown as pictures by themselves.
constexpr Range kWide[] = {
    {0x1100, 0x115F},   {0x231A, 0x231B},   {0x2329, 0x232A},   {0x23E9, 0x23EC},
    {0x23F0, 0x23F0},   {0x23F3, 0x23F3},   {0x25FD, 0x25FE},   {0x2614, 0x2615},
    {0x2648, 0x2653},   {0x267F, 0x267F},   {0x2693, 0x2693},   {0x26A1, 0x26A1},
    {0x26AA, 0x26AB},   {0x26BD, 0x26BE},   {0x26C4, 0x26C5},   {0x26CE, 0x26CE},
    {0x26D4, 0x26D4},   {0x26EA, 0x26EA},   {0x26F2, 0x26F3},   {0x26F5, 0x26F5},
    {0x26FA, 0x26FA},   {0x26FD, 0x26FD},   {0x2705, 0x2705},   {0x270A, 0x270B},
    {0x2728, 0x2728},   {0x274C, 0x274C},   {0x274E, 0x274E},   {0x2753, 0x2755},
    {0x2757, 0x2757},   {0x2795, 0x2797},   {0x27B0, 0x27B0},   {0x27BF, 0x27BF},
    {0x2B1B, 0x2B1C},   {0x2B50, 0x2B50},   {0x2B55, 0x2B55},   {0x2E80, 0x303E},
    {0x3041, 0x33FF},   {0x3400, 0x4DBF},   {0x4E00, 0x9FFF},   {0xA000, 0xA4CF},
    {0xA960, 0xA97F},   {0xAC00, 0xD7A3},   {0xF900, 0xFAFF},   {0xFE10, 0xFE19},
    {0xFE30, 0xFE6F},   {0xFF00, 0xFF60},   {0xFFE0, 0xFFE6},   {0x16FE0, 0x18DFF},
    {0x1B000, 0x1B2FF}, {0x1F004, 0x1F004}, {0x1F0CF, 0x1F0CF}, {0x1F18E, 0x1F18E},
    {0x1F191, 0x1F19A}, {0x1F200, 0x1F265}, {0x1F300, 0x1F64F}, {0x1F680, 0x1F6FF},
    {0x1F7E0, 0x1F7EB}, {0x1F90C, 0x1F9FF}, {0x1FA70, 0x1FAFF}, {0x20000, 0x3FFFD},
};

// Marks that stand on the character before them.
constexpr Range kMarks[] = {
    {0x0300, 0x036F}, {0x0483, 0x0489}, {0x0591, 0x05BD}, {0x0610, 0x061A},
    {0x064B, 0x065F}, {0x0900, 0x0902}, {0x093C, 0x093C}, {0x0941, 0x0948},
    {0x094D, 0x094D}, {0x0E31, 0x0E31}, {0x0E34, 0x0E3A}, {0x0E47, 0x0E4E},
    {0x1AB0, 0x1AFF}, {0x1DC0, 0x1DFF}, {0x20D0, 0x20FF}, {0xFE00, 0xFE0F},
    {0xFE20, 0xFE2F},
};

// Characters that change the direction of what follows.
constexpr Range kTurning[] = {
    {0x061C, 0x061C}, {0x200E, 0x200F}, {0x202A, 0x202E}, {0x2066, 0x2069}};

template <size_t N>
bool In(const Range (&ranges)[N], int32_t c) {
  const auto after = std::ranges::upper_bound(ranges, c, {}, &Range::first);
  return after != std::begin(ranges) && c <= std::prev(after)->last;
}

bool IsControl(int32_t c) { return c < 0x20 || (c >= 0x7F && c < 0xA0); }

uint32_t WidthOf(const text::Decoded& decoded) {
  if (decoded.type == text::CharClass::kIgnorable) return 0;
  return In(kWide, decoded.code_point) ? 2 : 1;
}

Cell EmojiCell(std::string_view line, size_t at, const text::Decoded& decoded) {
  const size_t end = text::EmojiEnd(line, at);
  const uint32_t width = end > at + decoded.length ? 2 : WidthOf(decoded);
  return {static_cast<uint32_t>(at), static_cast<uint32_t>(end), width,
          std::string(line.substr(at, end - at))};
}

// The character at `at`; the line is at `column` there.
Cell CellAt(std::string_view line, size_t at, uint32_t column) {
  const text::Decoded decoded = text::DecodeAt(line, at);
  if (decoded.type == text::CharClass::kEmoji) return EmojiCell(line, at, decoded);
  Cell cell{static_cast<uint32_t>(at), static_cast<uint32_t>(at + decoded.length),
            WidthOf(decoded), std::string(line.substr(at, decoded.length))};
  const int32_t c = decoded.code_point;
  if (c == '\t') {
    cell.width = kTab - column % kTab;
    cell.shown.assign(cell.width, ' ');
  } else if (decoded.bad || IsControl(c) || In(kTurning, c)) {
    cell.width = 1;
    cell.shown = kReplacement;
  }
  return cell;
}

bool JoinsTheOneBefore(const Cell& before, std::string_view line, size_t at) {
  const text::Decoded decoded = text::DecodeAt(line, at);
  return before.shown != kReplacement && !decoded.bad && In(kMarks, decoded.code_point);
}

}  // namespace

std::vector<Cell> CellsOf(std::string_view line) {
  std::vector<Cell> cells;
  uint32_t column = 0;
  for (size_t at = 0; at < line.size();) {
    Cell cell = CellAt(line, at, column);
    at = cell.end;
    if (!cells.empty() && JoinsTheOneBefore(cells.back(), line, cell.start)) {
      cells.back().end = cell.end;
      cells.back().shown += cell.shown;
      continue;
    }
    column += cell.width;
    cells.push_back(std::move(cell));
  }
  return cells;
}

size_t DisplayWidth(std::string_view text) {
  size_t width = 0;
  for (const Cell& cell : CellsOf(text)) width += cell.width;
  return width;
}

std::string OneLine(std::string_view text) {
  std::string folded;
  for (const char c : text) {
    const bool blank = c == ' ' || c == '\t' || c == '\n' || c == '\r';
    if (!blank) {
      folded += c;
    } else if (!folded.empty() && folded.back() != ' ') {
      folded += ' ';
    }
  }
  if (folded.ends_with(' ')) folded.pop_back();
  std::string shown;
  for (const Cell& cell : CellsOf(folded)) shown += cell.shown;
  return shown;
}

std::string Wrap(std::string_view text, size_t width, size_t first, size_t indent) {
  std::string wrapped;
  size_t column = first;
  bool line_begins = true;
  while (!text.empty()) {
    const size_t end = std::min(text.find(' '), text.size());
    const std::string_view word = text.substr(0, end);
    const size_t wide = DisplayWidth(word);
    if (!line_begins && column + 1 + wide > width) {
      wrapped += '\n';
      wrapped.append(indent, ' ');
      column = indent;
    } else if (!line_begins) {
      wrapped += ' ';
      ++column;
    }
    wrapped += word;
    column += wide;
    line_begins = false;
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return wrapped;
}

}  // namespace amends::report
