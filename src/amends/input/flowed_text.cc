#include "amends/input/flowed_text.h"

#include <cstddef>
#include <cstdint>
#include <vector>

#include "amends/input/lines.h"

namespace amends::input {

namespace {

bool GoesOn(const std::vector<Line>& lines, size_t i) {
  return lines[i].rest.ends_with(' ') && lines[i].rest != "-- " && i + 1 < lines.size() &&
         lines[i + 1].depth == lines[i].depth;
}

// Blanks that protect a line without marks from being read as what it is not.
size_t StuffedBlanks(const Line& line, bool joined) {
  const bool stuffed = line.depth == 0 && line.rest.starts_with(' ');
  return stuffed && (joined || !line.rest.starts_with(" >")) ? 1 : 0;
}

}  // namespace

JoinedText JoinFlowed(std::string_view text, bool drops_blanks) {
  JoinedText joined;
  const std::vector<Line> lines = SplitLines(text);
  const auto add = [&](size_t begin, size_t end) {
    const text::Span source = {static_cast<uint32_t>(begin), static_cast<uint32_t>(end)};
    joined.text += text.substr(begin, end - begin);
    joined.map.Add(source.length(), source);
  };
  bool joins = false;  // the line before goes on in this one
  for (size_t i = 0; i < lines.size(); ++i) {
    const Line& line = lines[i];
    const auto words = static_cast<size_t>(line.rest.data() - text.data());
    const size_t end = words + line.rest.size();
    const size_t begin =
        (joins ? words : size_t{line.span.start}) + StuffedBlanks(line, joins);
    joins = GoesOn(lines, i);
    add(begin, !joins ? line.span.end : end - (drops_blanks ? 1 : 0));
  }
  if (joined.text == text) joined.map = {};
  return joined;
}

}  // namespace amends::input
