// What holds for every draft that was read, whatever its bytes were.
#pragma once

#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "amends/input/conversation.h"
#include "amends/input/located_text.h"

namespace amends::fuzz {

inline void Require(bool law) {
  if (!law) std::abort();
}

// Blocks stand side by side over the whole text, every turn has words, and every stretch
// of the text has its place in a source of that size.
inline void CheckLaws(const input::Conversation& conversation, size_t source_size) {
  uint32_t end = 0;
  for (const input::Block& block : conversation.blocks) {
    Require(block.span.start == end && block.span.end > end);
    end = block.span.end;
  }
  const auto size = static_cast<uint32_t>(conversation.text.size());
  Require(conversation.blocks.empty() || end == size);
  for (const input::Turn& turn : conversation.context) Require(!turn.text.empty());
  if (conversation.source.empty()) return;
  uint32_t last = 0;
  for (uint32_t at = 0; at < size; at += 1 + size / 64) {
    const text::Span source = conversation.source.ToSource({at, at + 1});
    Require(source.start <= source.end && source.end <= source_size);
    Require(source.start >= last);
    last = source.start;
  }
}

// Where the text stands in its file goes forwards and does not leave it.
inline void CheckPlaces(input::Format format, std::string_view bytes,
                        const input::Conversation& conversation) {
  const auto located = input::LocateText(format, bytes, conversation);
  if (!located) return;
  const auto size = static_cast<uint32_t>(conversation.text.size());
  uint32_t last = 0;
  for (uint32_t at = 0; at < size; at += 1 + size / 64) {
    const text::Span there = located->ToFile({at, at + 1});
    Require(there.start <= there.end && there.end <= located->file.size());
    Require(there.start >= last);
    last = there.start;
  }
}

}  // namespace amends::fuzz
