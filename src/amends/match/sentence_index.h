// What the words of one sentence have, and which phrases of a set may start where.
// Internal to match.
#pragma once

#include <cstdint>

#include "amends/match/phrase_set.h"
#include "amends/match/scratch.h"
#include "amends/match/steps.h"

namespace amends::match {

// For sentences of fewer than 64 * kBlocks words.
template <size_t kBlocks>
class SentenceIndex {
 public:
  using Set = Positions<kBlocks>;

  // Of one state one index may live at a time.
  SentenceIndex(const PhraseSet& phrases, const Steps& steps, Scratch::State& state);

  // Calls attempt(phrase, starts) for every phrase that may match, with all the places at
  // which a match of it may start.
  template <typename Attempt>
  void ForEachCandidate(const Attempt& attempt) {
    CollectCandidates();
    for (uint32_t phrase : state_.candidates) attempt(phrase, StartsOf(phrase));
  }

 private:
  void Add(const uint64_t* row, uint32_t position);
  bool IsPresent(PhraseSet::Number group) const {
    return (state_.present[group >> 6] >> (group & 63) & 1) != 0;
  }
  void CollectCandidates();
  void AddStarts(const PhraseSet::Entry& entry);
  Set Before(const PhraseSet::Need& need) const;
  Set Allowed(Anchor anchor, const Set& starts) const;
  Set StartsOf(uint32_t phrase) const;

  const PhraseSet& phrases_;
  const Steps& steps_;
  Scratch::State& state_;
};

extern template class SentenceIndex<1>;
extern template class SentenceIndex<kMostBlocks>;

}  // namespace amends::match
