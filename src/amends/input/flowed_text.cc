#include "amends/input/flowed_text.h"

#include <cstddef>
#include <cstdint>
#include <vector>

#include "amends/input/lines.h"

namespace amends::input {

JoinedText JoinFlowed(std::string_view text) {
  JoinedText joined;
  const std::vector<Line> lines = SplitLines(text);
  const auto add = [&](size_t begin, size_t end) {
    const text::Span source = {static_cast<uint32_t>(begin), static_cast<uint32_t>(end)};
    joined.text += text.substr(begin, end - begin);
    joined.map.Add(source.length(), source);
  };
  bool goes_on = false;
  for (size_t i = 0; i < lines.size(); ++i) {
    const Line& line = lines[i];
    const auto end =
        static_cast<size_t>(line.rest.data() - text.data()) + line.rest.size();
    // A blank in front is there to protect what follows.
    const size_t stuffed =
        goes_on && line.depth == 0 && line.rest.starts_with(' ') ? 1 : 0;
    const size_t begin =
        goes_on ? end - line.rest.size() + stuffed : size_t{line.span.start};
    goes_on = line.rest.ends_with(' ') && line.rest != "-- " && i + 1 < lines.size() &&
              lines[i + 1].depth == line.depth;
    add(begin, goes_on ? end - 1 : line.span.end);
  }
  return joined;
}

}  // namespace amends::input
