// What the words of one sentence have, and which phrases of a set may start where. Internal
// to match.
#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <span>

#include "amends/match/phrase_set.h"
#include "amends/match/sentence_run.h"

namespace amends::match {

class SentenceIndex {
 public:
  // The run must be of the same state, of which one index may live at a time.
  SentenceIndex(const PhraseSet& phrases, const SentenceRun& run, Scratch::State& state);
  ~SentenceIndex();
  SentenceIndex(const SentenceIndex&) = delete;
  SentenceIndex& operator=(const SentenceIndex&) = delete;

  // Calls attempt(phrase, start) for every start at which the phrase may match, phrase by
  // phrase, the starts in order.
  template <typename Attempt>
  void ForEachStart(const Attempt& attempt) {
    CollectCandidates();
    for (uint32_t phrase : state_.candidates) {
      const uint64_t* starts = &state_.starts[phrase * kMostBlocks];
      for (uint32_t block = 0; block < blocks_; ++block) {
        for (uint64_t bits = starts[block]; bits != 0; bits &= bits - 1) {
          attempt(phrase, block * 64 + static_cast<uint32_t>(std::countr_zero(bits)));
        }
      }
    }
  }

 private:
  // Positions of a sentence as bits, 64 in a block.
  static constexpr uint32_t kMostBlocks = 5;  // no sentence has more than 300 words
  using Positions = std::array<uint64_t, kMostBlocks>;

  void Add(std::span<const PhraseSet::Number> groups, uint32_t position);
  uint64_t PlacesOf(PhraseSet::Number group, uint32_t block) const {
    return state_.places[block * phrases_.group_count() + group];
  }
  bool HasAll(const PhraseSet::Entry& entry) const;
  void CollectCandidates();
  void AddStarts(const PhraseSet::Entry& entry);
  bool Keep(const PhraseSet::Need& need, Positions& starts);
  bool KeepAnchored(Anchor anchor, Positions& starts);

  const PhraseSet& phrases_;
  const SentenceRun& run_;
  Scratch::State& state_;
  uint32_t count_;
  uint32_t blocks_;
};

}  // namespace amends::match
