// Who wrote which line of a text that came by mail: the lines by kind, and the messages
// that are quoted in it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "amends/input/conversation.h"
#include "amends/text/span.h"

namespace amends::input {

// What the format of a text says about a stretch of it, where lines alone would not.
struct StructureHint {
  text::Span span;
  BlockKind kind = BlockKind::kOwn;
};

struct StructureOptions {
  // The text is the body of a mail: a block of From, To and Subject at its very start is
  // that of a quoted message, not of the draft.
  bool headers_are_apart = false;
  bool forwards = false;             // the subject says that a message is forwarded
  std::vector<StructureHint> hints;  // in order, side by side or apart
};

// A message quoted or forwarded in the text.
struct QuotedMessage {
  std::string text;    // without marks, its lines ended by "\n"
  std::string author;  // the words of the attribution that name the author
  std::string at;      // ISO 8601, empty = not said
};

struct Structure {
  std::vector<Block> blocks;            // side by side over the whole text
  std::vector<QuotedMessage> messages;  // the oldest first, none without words
};

// Never fails; linear in the length of the text.
Structure ReadStructure(std::string_view text, const StructureOptions& options);

}  // namespace amends::input
