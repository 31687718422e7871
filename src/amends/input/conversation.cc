#include "amends/input/conversation.h"

namespace amends::input {

bool IsOwnWords(BlockKind kind) {
  return kind == BlockKind::kOwn || kind == BlockKind::kGreeting ||
         kind == BlockKind::kClosing;
}

std::vector<text::Span> OwnSpans(const Conversation& conversation) {
  if (conversation.blocks.empty()) {
    return {{0, static_cast<uint32_t>(conversation.text.size())}};
  }
  std::vector<text::Span> spans;
  for (const Block& block : conversation.blocks) {
    if (!IsOwnWords(block.kind)) continue;
    if (!spans.empty() && spans.back().end == block.span.start) {
      spans.back().end = block.span.end;
    } else {
      spans.push_back(block.span);
    }
  }
  return spans;
}

}  // namespace amends::input
