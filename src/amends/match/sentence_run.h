// Runs programs over one sentence under one set of taken words: docs/phrases.md in code.
// Internal to match.
#pragma once

#include <cstdint>
#include <limits>
#include <memory>
#include <span>
#include <vector>

#include "amends/match/matcher.h"

namespace amends::match {

inline constexpr uint32_t kNowhere = std::numeric_limits<uint32_t>::max();

struct Scratch::State {
  // The ends of a class from a place: ends[first, first + count).
  struct Memo {
    uint32_t stamp = 0;
    uint32_t first = 0;
    uint32_t count = 0;
  };
  // A step to be taken; mark is the last one on the way to it, 0 for none.
  struct Node {
    uint32_t position = 0;
    uint32_t mark = 0;
    uint16_t pc = 0;
  };
  // A capture or a head on the way of a walk, with the one before it.
  struct Mark {
    uint32_t before = 0;
    uint32_t position = 0;
    const Inst* inst = nullptr;
  };

  // Begins another sentence: what was remembered of the last one no longer counts.
  void Begin(size_t class_programs, size_t positions);

  uint32_t stamp = 0;
  std::vector<Memo> memos;           // by class program and position
  std::vector<uint32_t> ends;        // of the memos, each once, in the order of the ways
  std::vector<uint32_t> pending;     // ends that walks under way have found
  std::vector<Node> nodes;           // a stack, shared by the walks under way
  std::vector<Mark> marks;           // of one walk
  std::vector<uint64_t> visited;     // a stack of bit sets, one for each walk under way

  // Of the SentenceIndex. Positions are bits, 64 in a block; all places are empty between
  // two sentences.
  std::vector<uint64_t> places;            // by block and group: the positions of its words
  std::vector<uint16_t> present;           // the groups that have a place
  std::vector<uint32_t> candidate_stamps;  // by phrase
  std::vector<uint64_t> starts;            // by phrase and block
  std::vector<uint32_t> candidates;        // phrases
};

class SentenceRun {
 public:
  SentenceRun(const Lexicon& lexicon, const text::Text& text,
              const text::Sentence& sentence, std::span<const uint8_t> taken,
              Scratch::State& state);

  uint32_t size() const { return count_; }
  const text::Word& word(uint32_t position) const { return words_[position]; }
  bool taken(uint32_t position) const {
    return taken_ != nullptr && taken_[position] != 0;
  }

  // Whether a match may start at the position, for all that its anchor says.
  bool Allows(Anchor anchor, uint32_t position) const;

  // The end of the shortest match from start, or kNowhere.
  uint32_t ShortestEnd(const Program& program, uint32_t start);

  // Fills head and captures of the match of a program from start to end, as places in the
  // sentence.
  void Trace(const Program& program, uint32_t start, uint32_t end, Match& match);

 private:
  enum class Goal : uint8_t { kNearest, kAll, kTrace };
  struct Walk;

  template <Goal goal>
  void Run(Walk& walk);
  template <Goal goal>
  void Follow(Walk& walk, Scratch::State::Node node);
  bool IsNew(Walk& walk, const Inst& inst, uint32_t position);
  std::span<const uint32_t> Ends(uint32_t call, uint32_t position);
  void Recall(uint32_t mark, Match& match) const;

  bool Matches(const Inst& inst, uint32_t position) const;
  bool MayPassOver(uint32_t position, bool may_open) const;
  bool AtSentenceStart(uint32_t position) const;
  bool AtSentenceEnd(uint32_t position) const;
  bool OpensClause(uint32_t position) const;
  bool AtClauseEnd(uint32_t position) const;
  uint32_t PastBreak(uint32_t position) const;
  uint32_t PastInsertion(uint32_t position) const;
  uint32_t PastStep(const Inst& inst, uint32_t position) const;

  const Lexicon& lexicon_;
  Scratch::State& state_;
  const text::Text& text_;
  const text::Word* words_;
  uint32_t count_;
  const uint8_t* taken_;
};

}  // namespace amends::match
