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
  kGap,            // over up to arg words
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

// A choice of many, by the word at hand.
struct Branch {
  struct Row {
    text::WordId word = 0;
    uint32_t first = 0;  // into targets
    uint32_t count = 0;  // 0 for a place that is free
  };
  std::vector<Row> rows;  // a hash table of words, at most half full
  std::vector<uint16_t> targets;
  uint32_t other_count = 0;  // targets[0, other_count) are for every other word

  std::span<const uint16_t> For(text::WordId word) const {
    for (size_t place = Place(word);; place = (place + 1) & (rows.size() - 1)) {
      const Row& row = rows[place];
      if (row.count == 0) return {targets.data(), other_count};
      if (row.word == word) return {targets.data() + row.first, row.count};
    }
  }

  // Lays the table out from rows of different words.
  void Lay(const std::vector<Row>& from);

  template <typename Archive>
  void Transfer(Archive& archive) {
    archive(rows, targets, other_count);
  }

 private:
  size_t Place(text::WordId word) const {
    return (word * 0x9E3779B1u >> 7) & (rows.size() - 1);
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
  std::vector<Inst> code;  // every step leads to steps before it; kDone is the first
  std::vector<Branch> branches;
  uint16_t start = 0;
  uint16_t shared_count = 0;
  uint16_t most = 0;  // words of the longest match
  // Of a class: the words that a match can begin with, a set of the lexicon or kAnything,
  // and these builtins.
  static constexpr uint32_t kAnything = 0xFFFFFFFF;
  uint32_t opening = kAnything;
  uint8_t opening_builtins = 0;
  std::vector<std::string> captures;  // slot 2i and 2i+1 hold captures[i]
  std::vector<Key> keys;              // every match takes one of these ways
  GroupId first = kNoGroup;           // of the first word of every match
  Anchor anchor = Anchor::kAnywhere;

  // What is asked for once the program is in a frozen set.
  template <typename Archive>
  void Transfer(Archive& archive) {
    archive(code, branches, start, shared_count, most, opening, opening_builtins,
            captures, anchor);
  }
};

}  // namespace amends::match
