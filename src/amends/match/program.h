// What a phrase compiles to: a loop-free program over the words of one sentence, and the
// keys by which an index finds the few programs that can match there. Internal to match.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "amends/match/builtin.h"
#include "amends/match/groups.h"
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
  kBranch,         // arg: branch; the ways that the word at hand can take, in their order
  kSave,           // arg: capture slot
  kHead,           // the next word is the head
  kDone
};

struct Inst {
  static constexpr uint16_t kUnshared = 0xFFFF;

  Op op = Op::kDone;
  uint16_t next = 0;
  uint16_t other = 0;
  // A number of its own, from 0, where several ways lead here: a walk comes by once only.
  uint16_t shared = kUnshared;
  uint32_t arg = 0;
};

// A set of words that may say yes too often, never no: 256 bits. Full where nothing is
// known.
struct WordFilter {
  std::array<uint64_t, 4> bits{~0ULL, ~0ULL, ~0ULL, ~0ULL};

  static WordFilter Nothing() { return {{0, 0, 0, 0}}; }
  static size_t Bit(text::WordId id) { return (id * 0x9E3779B1u) >> 24; }
  void Add(text::WordId id) { bits[Bit(id) >> 6] |= 1ULL << (Bit(id) & 63); }
  bool Has(text::WordId id) const {
    return (bits[Bit(id) >> 6] >> (Bit(id) & 63) & 1) != 0;
  }
};

// A choice of many, by the word at hand.
struct Branch {
  struct Row {
    text::WordId word = 0;
    uint32_t first = 0;  // into targets
    uint32_t count = 0;
  };
  std::vector<Row> rows;  // by word
  std::vector<uint16_t> targets;
  uint32_t other_count = 0;  // targets[0, other_count) are for every other word

  std::span<const uint16_t> For(text::WordId word) const;

  template <typename Archive>
  void Transfer(Archive& archive) {
    archive(rows, targets, other_count);
  }
};

// A word of `group` stands between `least` and `most` words after the start of the match.
struct Ask {
  GroupId group = kNoGroup;
  uint16_t least = 0;
  uint16_t most = 0;

  auto operator<=>(const Ask&) const = default;
};

// One way to find a program: any match that takes this way has a word of `by`, which is
// rare, and of each of `needs`.
struct Key {
  Ask by;
  std::vector<Ask> needs;  // at most kMaxNeeds
};

inline constexpr size_t kMaxInstructions = 4000;
inline constexpr size_t kMaxCaptures = 8;
inline constexpr size_t kMaxNeeds = 4;
inline constexpr int kMaxBreakMarks = 4;      // of a clause boundary
inline constexpr int kMaxInsertionWords = 4;  // between the marks of a weak insertion
inline constexpr int kMaxReach = 60'000;      // words; more than any sentence has

// Where alone a match can start.
enum class Anchor : uint8_t { kAnywhere, kClauseStart, kSentenceStart };

struct Program {
  std::vector<Inst> code;
  std::vector<Branch> branches;
  uint16_t start = 0;
  uint16_t shared_count = 0;
  uint16_t most = 0;                  // words of the longest match
  WordFilter opening;                 // the words that a match can begin with
  std::vector<std::string> captures;  // slot 2i and 2i+1 hold captures[i]
  std::vector<Key> keys;              // every match takes one of these ways
  GroupId first = kNoGroup;           // of the first word of every match
  Anchor anchor = Anchor::kAnywhere;

  // What is asked for once the program is in a frozen set.
  template <typename Archive>
  void Transfer(Archive& archive) {
    archive(code, branches, start, shared_count, most, opening, captures, anchor);
  }
};

}  // namespace amends::match
