#include "amends/report/positions.h"

#include <algorithm>

#include "amends/text/char_class.h"

namespace amends::report {
namespace {

constexpr size_t kMarkEvery = 512;  // bytes

bool IsAscii(std::string_view text) {
  return std::ranges::all_of(text,
                             [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

}  // namespace

Positions::Positions(std::string_view text) : text_(text) {
  AddLineStarts();
  if (!IsAscii(text)) AddMarks();
}

void Positions::AddLineStarts() {
  line_starts_ = {0};
  for (size_t i = 0; i < text_.size(); ++i) {
    if (text_[i] != '\n' && text_[i] != '\r') continue;
    if (text_[i] == '\r' && i + 1 < text_.size() && text_[i + 1] == '\n') ++i;
    line_starts_.push_back(static_cast<uint32_t>(i + 1));
  }
}

void Positions::AddMarks() {
  Count count;
  marks_ = {count};
  while (count.bytes < text_.size()) {
    if (count.bytes >= marks_.size() * kMarkEvery) marks_.push_back(count);
    const text::Decoded decoded = text::DecodeAt(text_, count.bytes);
    count.bytes += decoded.length;
    ++count.code_points;
    count.utf16 += decoded.code_point > 0xFFFF ? 2 : 1;
  }
}

Positions::Count Positions::CountTo(size_t offset) const {
  if (marks_.empty()) {
    const auto bytes = static_cast<uint32_t>(offset);
    return {bytes, bytes, bytes};
  }
  size_t mark = std::min(offset / kMarkEvery, marks_.size() - 1);
  if (marks_[mark].bytes > offset) --mark;  // the first of them is 0
  Count count = marks_[mark];
  while (count.bytes < offset) {
    const text::Decoded decoded = text::DecodeAt(text_, count.bytes);
    if (count.bytes + decoded.length > offset) break;
    count.bytes += decoded.length;
    ++count.code_points;
    count.utf16 += decoded.code_point > 0xFFFF ? 2 : 1;
  }
  return count;
}

Position Positions::At(size_t offset) const {
  offset = std::min(offset, text_.size());
  const auto after = std::ranges::upper_bound(line_starts_, offset);
  const Count start = CountTo(*(after - 1));
  const Count here = CountTo(offset);
  return {.line = static_cast<uint32_t>(after - line_starts_.begin()),
          .column = here.code_points - start.code_points + 1,
          .utf16 = here.utf16,
          .utf16_column = here.utf16 - start.utf16};
}

std::string_view Positions::Line(uint32_t line) const {
  const size_t start = LineStart(line);
  const size_t end = line < lines() ? LineStart(line + 1) : text_.size();
  std::string_view whole = text_.substr(start, end - start);
  while (whole.ends_with('\n') || whole.ends_with('\r')) whole.remove_suffix(1);
  return whole;
}

}  // namespace amends::report
