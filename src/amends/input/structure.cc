#include "amends/input/structure.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <utility>

#include "amends/input/attribution.h"
#include "amends/input/lines.h"
#include "amends/input/own_lines.h"

namespace amends::input {
namespace {

constexpr uint32_t kDeepestQuote = 40;  // what lies deeper is taken to lie there
constexpr size_t kDraft = 0;

bool IsQuoting(BlockKind kind) {
  return kind == BlockKind::kQuoted || kind == BlockKind::kForwarded;
}

struct Message {
  QuotedMessage quoted;
  BlockKind kind = BlockKind::kOwn;
  std::vector<size_t> older;  // messages quoted in it, as they come
  bool has_words = false;
  bool in_draft = false;  // not in another message
};

// Goes down the lines and knows at each depth of marks whose words stand there.
class Walk {
 public:
  Walk(const std::vector<Line>& lines, const StructureOptions& options)
      : lines_(lines), options_(options), finder_(lines), kinds_(lines.size()) {}

  void Run() {
    for (size_t i = 0; i < lines_.size();) i = lines_[i].blank() ? Blank(i) : Words(i);
    SettleBlankLines();
  }

  std::vector<BlockKind>& kinds() { return kinds_; }

  std::vector<QuotedMessage> TakeMessages() {
    std::vector<QuotedMessage> taken;
    // What a message quotes is older than it. As deep as the text is long, so no
    // recursion.
    std::vector<std::pair<size_t, size_t>> open = {{kDraft, 0}};
    while (!open.empty()) {
      const size_t at = open.back().first;
      if (open.back().second < messages_[at].older.size()) {
        open.emplace_back(messages_[at].older[open.back().second++], 0);
        continue;
      }
      open.pop_back();
      if (at != kDraft && messages_[at].has_words) {
        taken.push_back(std::move(messages_[at].quoted));
      }
    }
    return taken;
  }

 private:
  size_t DepthOf(size_t line) const {
    return std::min(lines_[line].depth, kDeepestQuote);
  }

  size_t Blank(size_t i) {
    const size_t depth = DepthOf(i);
    if (depth > 0) {
      const size_t message = MessageAt(depth);
      messages_[message].quoted.text += '\n';
      kinds_[i] = messages_[message].kind;
    } else if (levels_[0] != kDraft) {
      messages_[levels_[0]].quoted.text += '\n';
    }
    return i + 1;
  }

  // Returns the next line.
  size_t Words(size_t i) {
    const std::optional<Attribution> found = finder_.At(i);
    if (found && Accept(*found, i)) return found->last + 1;
    size_t depth = DepthOf(i);
    if (IsWrapped(i)) depth = last_depth_;
    Add(i, depth);
    last_depth_ = depth;
    return i + 1;
  }

  void Add(size_t i, size_t depth) {
    const size_t at = MessageAt(depth);
    Message& message = messages_[at];
    kinds_[i] = message.kind;
    const bool resumed = std::exchange(last_message_, at) != at && message.has_words;
    message.has_words = true;
    if (at == kDraft) return;
    if (resumed) message.quoted.text += '\n';
    message.quoted.text += lines_[i].rest;
    message.quoted.text += '\n';
  }

  bool Accept(const Attribution& found, size_t i) {
    const size_t depth = DepthOf(i);
    const size_t next = finder_.NextWords(found.last + 1);
    const bool marked = next < lines_.size() && DepthOf(next) > depth;
    if (!marked && !found.certain) return false;
    const size_t outer = MessageAt(depth);
    if (IsOfDraft(found, outer)) {
      std::fill_n(kinds_.begin() + static_cast<std::ptrdiff_t>(i), found.last + 1 - i,
                  BlockKind::kHeader);
      return true;
    }
    const bool in_draft = outer == kDraft;
    const bool begins = !in_draft && !messages_[outer].has_words;
    const BlockKind kind = HeaderKind(found, outer);
    for (size_t line = i; line <= found.last; ++line) kinds_[line] = kind;
    last_depth_ = depth;
    if (!marked && begins) {
      Describe(outer, found);  // the headers of the message that has just begun
      return true;
    }
    const size_t level = marked ? depth + 1 : depth;
    levels_.resize(level);
    const size_t message = Begin(outer, KindOf(found, outer));
    Describe(message, found);
    levels_.push_back(message);
    return true;
  }

  // Inside of what is quoted they are part of it, but for those with which it begins. A
  // forward is a chain of messages, each below its headers.
  BlockKind HeaderKind(const Attribution& found, size_t outer) const {
    if (outer == kDraft) return BlockKind::kHeader;
    const Message& message = messages_[outer];
    const bool opens = !message.has_words && message.in_draft;
    const bool chained = message.kind == BlockKind::kForwarded && found.certain;
    return opens || chained ? BlockKind::kHeader : message.kind;
  }

  // A draft with its own headers above it, as plain text.
  bool IsOfDraft(const Attribution& found, size_t outer) const {
    return found.bare_block && !options_.headers_are_apart && outer == kDraft &&
           messages_.size() == 1 && !messages_[kDraft].has_words;
  }

  BlockKind KindOf(const Attribution& found, size_t outer) const {
    if (outer != kDraft) return messages_[outer].kind;
    return found.forwarded || options_.forwards ? BlockKind::kForwarded
                                                : BlockKind::kQuoted;
  }

  void Describe(size_t message, const Attribution& found) {
    QuotedMessage& quoted = messages_[message].quoted;
    if (!found.author.empty()) quoted.author = found.author;
    if (!found.at.empty()) quoted.at = found.at;
  }

  size_t Begin(size_t outer, BlockKind kind) {
    messages_.push_back({{}, kind, {}, false, outer == kDraft});
    messages_[outer].older.push_back(messages_.size() - 1);
    return messages_.size() - 1;
  }

  size_t MessageAt(size_t depth) {
    while (levels_.size() <= depth) {
      const size_t outer = levels_.back();
      const BlockKind kind = outer == kDraft ? BlockKind::kQuoted : messages_[outer].kind;
      levels_.push_back(Begin(outer, kind));
    }
    return levels_[depth];
  }

  // The end of a quoted line that a program broke without a mark: the line before is
  // full and no sentence ends there, and the marks go on behind.
  bool IsWrapped(size_t i) const {
    constexpr size_t kFull = 60;
    constexpr size_t kShort = 40;
    constexpr size_t kLine = 80;
    if (i == 0 || i + 1 >= lines_.size()) return false;
    const Line& before = lines_[i - 1];
    const Line& here = lines_[i];
    if (here.depth > 0 || before.depth == 0 || lines_[i + 1].depth != before.depth) {
      return false;
    }
    // Who answers begins with a capital.
    const bool goes_on = here.words[0] >= 'a' && here.words[0] <= 'z';
    if (before.rest.size() < kFull) return false;
    if (here.words.size() > (goes_on ? kLine : kShort)) return false;
    const char last = before.words.empty() ? '.' : before.words.back();
    return last != '.' && last != '!' && last != '?' && last != ':';
  }

  // They belong to what stands above them, but between what is quoted and the writer's
  // own words to the latter.
  void SettleBlankLines() {
    std::optional<BlockKind> above;
    for (size_t i = 0; i < lines_.size(); ++i) {
      if (!lines_[i].blank()) above = kinds_[i];
      if (!lines_[i].blank() || lines_[i].depth > 0) continue;
      const size_t next = finder_.NextWords(i);
      const std::optional<BlockKind> below =
          next < lines_.size() ? std::optional(kinds_[next]) : above;
      const bool to_below = !above || (IsQuoting(*above) && below == BlockKind::kOwn);
      kinds_[i] = (to_below ? below : above).value_or(BlockKind::kOwn);
    }
  }

  const std::vector<Line>& lines_;
  const StructureOptions& options_;
  AttributionFinder finder_;
  std::vector<BlockKind> kinds_;
  std::vector<Message> messages_ = {{}};
  std::vector<size_t> levels_ = {kDraft};  // by depth
  size_t last_depth_ = 0;
  size_t last_message_ = kDraft;
};

void Hint(const std::vector<Line>& lines, const std::vector<StructureHint>& hints,
          std::vector<BlockKind>& kinds) {
  size_t hint = 0;
  for (size_t i = 0; i < lines.size(); ++i) {
    while (hint < hints.size() && hints[hint].span.end <= lines[i].span.start) ++hint;
    if (hint == hints.size()) return;
    const bool inside = hints[hint].span.start <= lines[i].span.start;
    if (inside && kinds[i] == BlockKind::kOwn) kinds[i] = hints[hint].kind;
  }
}

std::vector<Block> BlocksOf(const std::vector<Line>& lines,
                            const std::vector<BlockKind>& kinds) {
  std::vector<Block> blocks;
  for (size_t i = 0; i < lines.size(); ++i) {
    if (!blocks.empty() && blocks.back().kind == kinds[i]) {
      blocks.back().span.end = lines[i].span.end;
    } else {
      blocks.push_back({kinds[i], lines[i].span});
    }
  }
  return blocks;
}

}  // namespace

Structure ReadStructure(std::string_view text, const StructureOptions& options) {
  const std::vector<Line> lines = SplitLines(text);
  Walk walk(lines, options);
  walk.Run();
  Hint(lines, options.hints, walk.kinds());
  SortOwnLines(lines, walk.kinds());
  return {BlocksOf(lines, walk.kinds()), walk.TakeMessages()};
}

}  // namespace amends::input
