// What a phrase compiles to: a loop-free program over the words of one sentence, and the keys by
// which an index finds the few programs that can match there. Internal to match.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "amends/pack/pack.h"
#include "amends/text/text.h"

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

// The classes that no pack defines.
enum class Builtin : uint8_t { kAnyWord, kNumber, kCap, kCaps, kQuoted, kVerbatim, kPunctuation };

struct Inst {
  Op op = Op::kDone;
  uint16_t next = 0;
  uint16_t other = 0;
  uint32_t arg = 0;
};

// A necessary condition on the words of a sentence, as a Bloom filter of 256 bits over WordIds:
// one of these words must be there. All ones where nothing is known.
struct Need {
  std::array<uint64_t, 4> bits{~0ULL, ~0ULL, ~0ULL, ~0ULL};

  static size_t Bit(text::WordId id) { return (id * 0x9E3779B1u) >> 24; }
  bool MetBy(const std::array<uint64_t, 4>& words) const {
    return ((bits[0] & words[0]) | (bits[1] & words[1]) | (bits[2] & words[2]) |
            (bits[3] & words[3])) != 0;
  }
};

// One way to find a program: `word` (or a member of set `word`, or a word of builtin `word`)
// stands between `least` and `most` words after the start of any match that takes this way.
struct Key {
  enum class Kind : uint8_t { kWord, kSet, kBuiltin } kind = Kind::kWord;
  uint32_t word = 0;
  uint16_t least = 0;
  uint16_t most = 0;
  Need need;
};

inline constexpr size_t kMaxInstructions = 4000;
inline constexpr size_t kMaxCaptures = 8;

struct Program {
  std::vector<Inst> code;
  uint16_t start = 0;
  std::vector<std::string> captures;  // slot 2i and 2i+1 hold captures[i]
  std::vector<Key> keys;              // every match takes one of these ways
  uint16_t least = 0;                 // words of the shortest and the longest match
  uint16_t most = 0;
};

}  // namespace amends::match
