// Conversations as one line of text each, for tables.
#pragma once

#include <string>
#include <vector>

#include "amends/input/conversation.h"

namespace amends::input {

inline std::string Name(BlockKind kind) {
  switch (kind) {
    case BlockKind::kOwn:
      return "own";
    case BlockKind::kGreeting:
      return "greeting";
    case BlockKind::kClosing:
      return "closing";
    case BlockKind::kSignature:
      return "signature";
    case BlockKind::kQuoted:
      return "quoted";
    case BlockKind::kForwarded:
      return "forwarded";
    case BlockKind::kHeader:
      return "header";
    case BlockKind::kDisclaimer:
      return "disclaimer";
    case BlockKind::kCode:
      return "code";
  }
  return "";
}

// "own(Hi.\n)quoted(> a\n)"; nothing where all is own.
inline std::string ShowBlocks(const Conversation& conversation) {
  std::string shown;
  for (const Block& block : conversation.blocks) {
    shown += Name(block.kind) + "(" +
             conversation.text.substr(block.span.start, block.span.length()) + ")";
  }
  return shown;
}

// "customer(a\nb)agent(c)", with "at 2026-03-02: " before the text where it is known.
inline std::string ShowTurns(const Conversation& conversation) {
  std::string shown;
  for (const Turn& turn : conversation.context) {
    shown += (turn.role == Role::kCustomer ? "customer(" : "agent(") +
             (turn.at.empty() ? "" : "at " + turn.at + ": ") + turn.text + ")";
  }
  return shown;
}

// "a | b"
inline std::string ShowNotes(const Conversation& conversation) {
  std::string shown;
  for (const std::string& note : conversation.notes) {
    shown += (shown.empty() ? "" : " | ") + note;
  }
  return shown;
}

}  // namespace amends::input
