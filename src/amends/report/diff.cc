#include "amends/report/diff.h"

#include <algorithm>
#include <cstdint>
#include <vector>

#include <fmt/format.h>

namespace amends::report {
namespace {

constexpr size_t kContext = 3;  // lines around a change
constexpr size_t kMostSteps = 1000;

using Lines = std::vector<std::string_view>;

// With their ends.
Lines SplitLines(std::string_view text) {
  Lines lines;
  while (!text.empty()) {
    const size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
    lines.push_back(text.substr(0, end));
    text.remove_prefix(end);
  }
  return lines;
}

// Lines [old_begin, old_end) of the one stand as [new_begin, new_end) in the other.
struct Change {
  size_t old_begin, old_end, new_begin, new_end;
};

// The shortest script of Myers (1986), walked back from the end.
class Script {
 public:
  Script(const Lines& before, const Lines& after) : before_(before), after_(after) {}

  std::vector<Change> Changes() {
    const size_t steps = Forward();
    if (steps > kMostSteps) return {{0, before_.size(), 0, after_.size()}};
    return Merged(Back(steps));
  }

 private:
  using Row = std::vector<int64_t>;  // how far each diagonal has come in `before`

  int64_t At(const Row& row, int64_t diagonal) const {
    return row[static_cast<size_t>(diagonal + static_cast<int64_t>(row.size() / 2))];
  }

  bool StepsDown(const Row& row, int64_t diagonal, int64_t step) const {
    return diagonal == -step ||
           (diagonal != step && At(row, diagonal - 1) < At(row, diagonal + 1));
  }

  // The number of single lines that differ; more than kMostSteps if it is not worth it.
  size_t Forward() {
    const auto old_size = static_cast<int64_t>(before_.size());
    const auto new_size = static_cast<int64_t>(after_.size());
    const auto most =
        static_cast<int64_t>(std::min(before_.size() + after_.size(), kMostSteps));
    Row row(static_cast<size_t>(2 * most + 3), 0);
    const auto middle = static_cast<int64_t>(row.size() / 2);
    for (int64_t step = 0; step <= most; ++step) {
      rows_.push_back(row);
      for (int64_t diagonal = -step; diagonal <= step; diagonal += 2) {
        int64_t x = StepsDown(row, diagonal, step) ? At(row, diagonal + 1)
                                                   : At(row, diagonal - 1) + 1;
        int64_t y = x - diagonal;
        while (x < old_size && y < new_size &&
               before_[static_cast<size_t>(x)] == after_[static_cast<size_t>(y)]) {
          ++x, ++y;
        }
        row[static_cast<size_t>(diagonal + middle)] = x;
        if (x >= old_size && y >= new_size) return static_cast<size_t>(step);
      }
    }
    return kMostSteps + 1;
  }

  // One change a line, the last first.
  std::vector<Change> Back(size_t steps) const {
    std::vector<Change> changes;
    auto x = static_cast<int64_t>(before_.size());
    auto y = static_cast<int64_t>(after_.size());
    for (auto step = static_cast<int64_t>(steps); step > 0; --step) {
      const Row& row = rows_[static_cast<size_t>(step)];
      const int64_t diagonal = x - y;
      const bool down = StepsDown(row, diagonal, step);
      const int64_t from = down ? diagonal + 1 : diagonal - 1;
      x = At(row, from);
      y = x - from;
      const auto old_line = static_cast<size_t>(x);
      const auto new_line = static_cast<size_t>(y);
      changes.push_back(
          {old_line, old_line + (down ? 0 : 1), new_line, new_line + (down ? 1 : 0)});
    }
    return changes;
  }

  static std::vector<Change> Merged(std::vector<Change> changes) {
    std::ranges::reverse(changes);
    std::vector<Change> merged;
    for (const Change& change : changes) {
      const bool touches = !merged.empty() && merged.back().old_end == change.old_begin &&
                           merged.back().new_end == change.new_begin;
      if (!touches) {
        merged.push_back(change);
        continue;
      }
      merged.back().old_end = change.old_end;
      merged.back().new_end = change.new_end;
    }
    return merged;
  }

  const Lines& before_;
  const Lines& after_;
  std::vector<Row> rows_;
};

void AppendLine(char sign, std::string_view line, std::string& out) {
  out += sign;
  out += line;
  if (!line.ends_with('\n')) out += "\n\\ No newline at end of file\n";
}

std::string LinesOf(size_t begin, size_t end) {
  if (end - begin == 1) return fmt::format("{}", begin + 1);
  return fmt::format("{},{}", end == begin ? begin : begin + 1, end - begin);
}

// Changes [first, last) of the list, near enough to share their context.
void AppendHunk(const Lines& before, const Lines& after, const Change* first,
                const Change* last, std::string& out) {
  const size_t lead = std::min(first->old_begin, kContext);
  const Change& final = last[-1];
  const size_t trail = std::min(before.size() - final.old_end, kContext);
  out += fmt::format("@@ -{} +{} @@\n",
                     LinesOf(first->old_begin - lead, final.old_end + trail),
                     LinesOf(first->new_begin - lead, final.new_end + trail));
  size_t at = first->old_begin - lead;
  for (const Change* change = first; change != last; ++change) {
    for (; at < change->old_begin; ++at) AppendLine(' ', before[at], out);
    for (; at < change->old_end; ++at) AppendLine('-', before[at], out);
    for (size_t i = change->new_begin; i < change->new_end; ++i) {
      AppendLine('+', after[i], out);
    }
  }
  for (; at < final.old_end + trail; ++at) AppendLine(' ', before[at], out);
}

}  // namespace

std::string DiffHead(std::string_view name) {
  return fmt::format("--- {0}\n+++ {0}\n", name);
}

std::string DiffHunks(std::string_view before, std::string_view after) {
  const Lines old_lines = SplitLines(before);
  const Lines new_lines = SplitLines(after);
  const std::vector<Change> changes = Script(old_lines, new_lines).Changes();
  std::string out;
  for (size_t first = 0; first < changes.size();) {
    size_t last = first + 1;
    while (last < changes.size() &&
           changes[last].old_begin - changes[last - 1].old_end <= 2 * kContext) {
      ++last;
    }
    AppendHunk(old_lines, new_lines, &changes[first], &changes[first] + (last - first),
               out);
    first = last;
  }
  return out;
}

std::string DiffOfLine(uint32_t line, std::string_view before, std::string_view after) {
  std::string out = fmt::format("@@ -{0} +{0} @@\n", line);
  AppendLine('-', before, out);
  AppendLine('+', after, out);
  return out;
}

}  // namespace amends::report
