// Where the matches of a program can end. All starts are followed at once: each step of
// the program is taken a single time, from every position that can come to it. Internal
// to match.
#pragma once

#include <cstdint>

#include "amends/match/positions.h"
#include "amends/match/scratch.h"
#include "amends/match/steps.h"

namespace amends::match {

// For sentences of fewer than 64 * kBlocks words.
template <size_t kBlocks>
class Reach {
 public:
  using Set = Positions<kBlocks>;

  // Of one state one Reach may live at a time.
  Reach(const Steps& steps, Scratch::State& state) : steps_(steps), state_(state) {}

  // The ends of all matches that begin at one of the starts.
  Set Ends(const Program& program, const Set& starts) {
    return Follow(program, starts, 0);
  }

 private:
  Set Follow(const Program& program, const Set& starts, size_t depth);
  Set Past(const Inst& inst, const Set& from, size_t depth);
  Set PastGap(const Inst& inst, const Set& from);
  Set PastSome(const Inst& inst, const Set& from) const;
  Set OfClass(uint32_t call, uint32_t position, size_t depth);

  const Steps& steps_;
  Scratch::State& state_;
  Set gap_words_;  // the words that a gap can take, once a gap has asked
  bool knows_gap_words_ = false;
};

extern template class Reach<1>;
extern template class Reach<kMostBlocks>;

}  // namespace amends::match
