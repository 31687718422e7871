#include "amends/input/quoting.h"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <utility>

namespace amends::input {
namespace {

struct Line {
  size_t begin = 0;
  std::string_view words;  // without the line's end
  size_t end = 0;
};

Line LineAt(std::string_view text, size_t begin) {
  const size_t mark = std::min(text.find_first_of("\r\n", begin), text.size());
  const bool two = text.substr(mark, 2) == "\r\n";
  return {begin, text.substr(begin, mark - begin),
          std::min(mark + (two ? 2 : 1), text.size())};
}

std::string_view TrimEnd(std::string_view words) {
  return words.substr(0, words.find_last_not_of(" \t") + 1);
}

bool IsAttribution(std::string_view words) {
  return TrimEnd(words).ends_with(':') &&
         (words.find("wrote") != std::string_view::npos ||
          words.find("writes") != std::string_view::npos);
}

// What stands behind "> ", ">> " or "> > ".
std::string_view WithoutMarks(std::string_view words) {
  size_t at = 0;
  while (words.substr(at, 1) == ">" || words.substr(at, 2) == " >") ++at;
  if (words.substr(at, 1) == " ") ++at;
  return words.substr(at);
}

class Marker {
 public:
  void Read(std::string_view text) {
    for (size_t at = 0; at < text.size();) {
      const Line line = LineAt(text, at);
      if (line.words.starts_with('>')) {
        ReadQuoted(line);
      } else {
        ReadOther(line);
      }
      at = line.end;
    }
    Open(kind_, text.size());
  }

  std::vector<Block> blocks;
  std::vector<Turn> turns;

 private:
  void ReadQuoted(const Line& line) {
    if (kind_ != BlockKind::kQuoted) {
      if (!turns.empty() && last_.words.empty()) {
        kind_ = BlockKind::kQuoted;  // nothing but blank lines since the last quoted one
        turns.back().text += '\n';
      } else {
        Open(BlockKind::kQuoted, IsAttribution(last_.words) ? last_.begin : line.begin);
        turns.push_back({Role::kCustomer, "", ""});
      }
    }
    last_ = {};
    turns.back().text += WithoutMarks(line.words);
    turns.back().text += '\n';
  }

  void ReadOther(const Line& line) {
    if (kind_ == BlockKind::kQuoted) Open(BlockKind::kOwn, line.begin);
    if (kind_ == BlockKind::kOwn && line.words == "-- ") {
      Open(BlockKind::kSignature, line.begin);
    }
    if (!TrimEnd(line.words).empty()) last_ = line;
  }

  // Ends the open block at `at` and begins one of `kind`.
  void Open(BlockKind kind, size_t at) {
    const text::Span span = {static_cast<uint32_t>(begin_), static_cast<uint32_t>(at)};
    if (!blocks.empty() && blocks.back().kind == kind_) {
      blocks.back().span.end = span.end;
    } else if (!span.empty()) {
      blocks.push_back({kind_, span});
    }
    kind_ = kind;
    begin_ = at;
  }

  BlockKind kind_ = BlockKind::kOwn;
  size_t begin_ = 0;
  Line last_;  // the last line with words since the last quoted one
};

}  // namespace

void MarkQuoting(Conversation& conversation) {
  Marker marker;
  marker.Read(conversation.text);
  conversation.blocks.clear();
  if (marker.blocks.size() > 1 ||
      (marker.blocks.size() == 1 && marker.blocks[0].kind != BlockKind::kOwn)) {
    conversation.blocks = std::move(marker.blocks);
  }
  if (!conversation.context.empty()) return;
  for (Turn& turn : marker.turns) {
    const size_t first = turn.text.find_first_not_of('\n');
    const size_t last = turn.text.find_last_not_of(" \t\n");
    if (last == std::string::npos) continue;
    turn.text = turn.text.substr(first, last + 1 - first);
    conversation.context.push_back(std::move(turn));
  }
}

}  // namespace amends::input
