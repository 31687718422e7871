// The memory of a Scratch. Internal to match.
#pragma once

#include <cstdint>
#include <vector>

#include "amends/match/matcher.h"
#include "amends/match/positions.h"
#include "amends/match/program.h"

namespace amends::match {

struct Scratch::State {
  // Something remembered of a class at a position: items [first, first + count).
  struct Memo {
    uint32_t stamp = 0;
    uint32_t first = 0;
    uint32_t count = 0;
  };

  // Begins another sentence: what was remembered of the last one no longer counts.
  void Begin(size_t class_programs, size_t positions);

  uint32_t stamp = 0;

  // Of Reach: one level for each class inside another.
  struct Level {
    std::vector<uint64_t> pending;  // the steps still to be taken, as bits
    std::vector<uint64_t> places;   // by step: the positions that came to it
  };
  std::vector<Level> levels;
  std::vector<Memo> reached;           // by class program and position
  std::vector<uint64_t> reached_ends;  // blocks of positions

  // Of Tracer.
  struct Node {  // a step to be taken; mark is the last one on the way to it, 0 for none
    uint32_t position = 0;
    uint32_t mark = 0;
    uint16_t pc = 0;
  };
  struct Mark {  // a capture or a head on a way, with the one before it
    uint32_t before = 0;
    uint32_t position = 0;
    const Inst* inst = nullptr;
  };
  std::vector<Memo> memos;        // by class program and position
  std::vector<uint32_t> ends;     // of the memos, each once, in the order of the ways
  std::vector<uint32_t> pending;  // ends that walks under way have found
  std::vector<Node> nodes;        // a stack, shared by the walks under way
  std::vector<Mark> marks;        // of one walk
  std::vector<uint64_t> visited;  // a stack of bit sets, one for each walk under way

  // Of SentenceIndex.
  struct PlacedRow {
    const uint64_t* row = nullptr;  // of PhraseSet
    uint32_t position = 0;
  };
  std::vector<PlacedRow> rows;             // of all words, by position
  std::vector<uint64_t> present;           // the groups that have a word here, as bits
  std::vector<uint32_t> candidate_stamps;  // by phrase
  std::vector<Positions<kMostBlocks>> starts;  // by phrase
  std::vector<uint32_t> candidates;            // phrases
};

}  // namespace amends::match
