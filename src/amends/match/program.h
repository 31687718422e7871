// What a phrase compiles to: a loop-free program over the words of one sentence, and the keys by
// which an index finds the few programs that can match there. Internal to match.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "amends/match/groups.h"

namespace amends::match {

enum class Op : uint8_t {
  kWord,           // arg: WordId
  kNotWord,        // arg: WordId
  kSet,            // arg: set of words
  kNotSet,         // arg: set of words
  kFeature,        // arg: Builtin
  kNotFeature,     // arg: Builtin
  kShape,          // arg: shape
  kCall,           // arg: class with phrases; goes on from each of its ends
  kGapWord,        // a word inside a gap
  kGapFirst,       // a word inside a gap that may open a clause
  kSentenceStart,  //
  kSentenceEnd,    //
  kClauseStart,    //
  kClauseEnd,      //
  kBreak,          // over the punctuation of a clause boundary
  kInsertion,      // over a weak insertion
  kSplit,          // next first, then other
  kSave,           // arg: capture slot
  kHead,           // the next word is the head
  kDone
};

struct Inst {
  Op op = Op::kDone;
  uint16_t next = 0;
  uint16_t other = 0;
  uint32_t arg = 0;
};

// A word of `group` stands between `least` and `most` words after the start of the match.
struct Ask {
  GroupId group = kNoGroup;
  uint16_t least = 0;
  uint16_t most = 0;

  auto operator<=>(const Ask&) const = default;
};

// One way to find a program: any match that takes this way has a word of `by`, which is rare,
// and of each of `needs`.
struct Key {
  Ask by;
  std::vector<Ask> needs;
};

inline constexpr size_t kMaxInstructions = 4000;
inline constexpr size_t kMaxCaptures = 8;

struct Program {
  std::vector<Inst> code;
  uint16_t start = 0;
  std::vector<std::string> captures;  // slot 2i and 2i+1 hold captures[i]
  std::vector<Key> keys;              // every match takes one of these ways
  GroupId first = kNoGroup;           // the first word of every match is one of these
  uint16_t least = 0;                 // words of the shortest and the longest match
  uint16_t most = 0;
};

}  // namespace amends::match
