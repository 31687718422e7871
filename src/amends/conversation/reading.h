// One turn of a conversation as it was read: its words, which of them are taken, and the
// moves found so far. Values, filled turn by turn by the rules; read by everyone after.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "amends/input/conversation.h"
#include "amends/match/matcher.h"
#include "amends/text/text.h"

namespace amends::conversation {

// A move (or a rule, or a class that a condition names) that was found.
struct Found {
  uint32_t detector = 0;  // its number in the rulebook
  match::Range words;
  uint32_t head = 0;   // a word
  uint32_t match = 0;  // of Reading::matches, with captures; kNoMatch for the whole reply
};

inline constexpr uint32_t kNoMatch = 0xFFFFFFFF;

struct Reading {
  input::Role role = input::Role::kAgent;
  std::string_view source;  // what the spans of `text` point into
  std::string_view at;      // ISO 8601, empty = not known
  text::Text text;
  std::vector<uint8_t> taken;         // a flag for each word
  std::vector<uint32_t> sentence_of;  // by word
  std::vector<match::Match> matches;
  std::vector<Found> found;  // by detector, then in the order of the text

  // What the detector has found.
  std::span<const Found> FoundBy(uint32_t detector) const;
  // The clause of a word, as its number in text.clauses.
  uint32_t ClauseOf(uint32_t word) const;
  // The words and those of the contractions that they begin or end in: of “We're” both or
  // none.
  match::Range WholeWords(match::Range words) const;
};

}  // namespace amends::conversation
