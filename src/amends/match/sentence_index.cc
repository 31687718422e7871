#include "amends/match/sentence_index.h"

#include <algorithm>

namespace amends::match {
namespace {

template <typename T>
void Grow(std::vector<T>& items, size_t size) {
  if (items.size() < size) items.resize(size);
}

template <typename Each>
void ForEachBuiltin(uint8_t bits, const Each& each) {
  for (unsigned left = bits; left != 0; left &= left - 1) {
    each(static_cast<Builtin>(std::countr_zero(left)));
  }
}

// The positions that lie least to most before one of `places`, within one block.
uint64_t Before(uint64_t places, uint32_t least, uint32_t most) {
  if (least >= 64) return 0;
  uint64_t reached = places >> least;
  uint32_t width = std::min(most - least, 63U);  // how much further it still spreads
  for (uint32_t step = 1; width > 0; step *= 2) {
    const uint32_t shift = std::min(step, width);
    reached |= reached >> shift;
    width -= shift;
  }
  return reached;
}

}  // namespace

SentenceIndex::SentenceIndex(const PhraseSet& phrases, const SentenceRun& run,
                             Scratch::State& state)
    : phrases_(phrases),
      run_(run),
      state_(state),
      count_(run.size()),
      blocks_((count_ + 63) / 64) {
  Grow(state_.places, phrases.group_count() * kMostBlocks);
  Grow(state_.candidate_stamps, phrases.size());
  Grow(state_.starts, phrases.size() * kMostBlocks);
  state_.candidates.clear();
  for (uint32_t i = 0; i < count_; ++i) {
    if (run.taken(i)) continue;
    Add(phrases.GroupsOf(run.word(i).id), i);
    ForEachBuiltin(TellingBuiltinsOf(run.word(i)),
                   [&](Builtin builtin) { Add(phrases.GroupsOf(builtin), i); });
  }
}

SentenceIndex::~SentenceIndex() {
  for (PhraseSet::Number group : state_.present) {
    for (uint32_t block = 0; block < blocks_; ++block) {
      state_.places[block * phrases_.group_count() + group] = 0;
    }
  }
  state_.present.clear();
}

void SentenceIndex::Add(std::span<const PhraseSet::Number> groups, uint32_t position) {
  const uint64_t bit = 1ULL << (position & 63);
  uint64_t* places = &state_.places[(position >> 6) * phrases_.group_count()];
  for (PhraseSet::Number group : groups) {
    // A group may be noted once for each block: it is only cleared by this.
    if (places[group] == 0) state_.present.push_back(group);
    places[group] |= bit;
  }
}

bool SentenceIndex::HasAll(const PhraseSet::Entry& entry) const {
  for (const PhraseSet::Need& need : entry.needs) {
    if (need.group == PhraseSet::kAnything) return true;
    uint64_t any = 0;
    for (uint32_t block = 0; block < blocks_; ++block) any |= PlacesOf(need.group, block);
    if (any == 0) return false;
  }
  return true;
}

// The phrases of which the sentence has all that one of their ways needs.
void SentenceIndex::CollectCandidates() {
  for (PhraseSet::Number group : state_.present) {
    if (!phrases_.HasEntries(group)) continue;
    for (const PhraseSet::Entry& entry : phrases_.EntriesOf(group)) {
      if (HasAll(entry)) AddStarts(entry);
    }
  }
}

// The starts from which each need of the entry lies as far off as it asks.
void SentenceIndex::AddStarts(const PhraseSet::Entry& entry) {
  Positions starts;
  starts.fill(~0ULL);
  if (!Keep({phrases_.first(entry.phrase), 0, 0}, starts)) return;
  for (const PhraseSet::Need& need : entry.needs) {
    if (!Keep(need, starts)) return;
  }
  const Anchor anchor = phrases_.program(entry.phrase).anchor;
  if (anchor != Anchor::kAnywhere && !KeepAnchored(anchor, starts)) return;
  uint64_t* all = &state_.starts[entry.phrase * kMostBlocks];
  if (state_.candidate_stamps[entry.phrase] != state_.stamp) {
    state_.candidate_stamps[entry.phrase] = state_.stamp;
    std::fill(all, all + kMostBlocks, 0);
    state_.candidates.push_back(entry.phrase);
  }
  for (uint32_t block = 0; block < blocks_; ++block) all[block] |= starts[block];
}

// Keeps those starts that the anchor allows; false where none is left.
bool SentenceIndex::KeepAnchored(Anchor anchor, Positions& starts) {
  uint64_t any = 0;
  for (uint32_t block = 0; block < blocks_; ++block) {
    for (uint64_t bits = starts[block]; bits != 0; bits &= bits - 1) {
      const auto position = block * 64 + static_cast<uint32_t>(std::countr_zero(bits));
      if (!run_.Allows(anchor, position)) starts[block] &= ~(bits & -bits);
    }
    any |= starts[block];
  }
  return any != 0;
}

// Keeps those starts that have a word of the group least to most words after them; false
// where none is left.
bool SentenceIndex::Keep(const PhraseSet::Need& need, Positions& starts) {
  if (need.group == PhraseSet::kAnything) return true;
  if (blocks_ == 1) {
    starts[0] &= Before(PlacesOf(need.group, 0), need.least, need.most);
    return starts[0] != 0;
  }
  Positions reached{};
  for (uint32_t position = need.least; position < count_; ++position) {
    if ((PlacesOf(need.group, position >> 6) >> (position & 63) & 1) == 0) continue;
    const uint32_t from = position - std::min<uint32_t>(position, need.most);
    for (uint32_t at = from; at <= position - need.least; ++at) {
      reached[at >> 6] |= 1ULL << (at & 63);
    }
  }
  uint64_t any = 0;
  for (uint32_t block = 0; block < blocks_; ++block) any |= starts[block] &= reached[block];
  return any != 0;
}

}  // namespace amends::match
