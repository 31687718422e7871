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
    : phrases_(phrases), state_(state), count_(run.size()), blocks_((count_ + 63) / 64) {
  state_.rows.resize(count_);
  state_.builtins.resize(count_);
  state_.present.assign(phrases.row_length(), 0);
  state_.present[0] = 1;
  for (uint32_t i = 0; i < count_; ++i) {
    const text::Word& word = run.word(i);
    const bool taken = run.taken(i);
    state_.rows[i] = phrases.RowOf(taken ? text::kUnknownWord : word.id);
    state_.builtins[i] = taken ? 0 : TellingBuiltinsOf(word);
    if (word.id != text::kUnknownWord) Add(state_.rows[i]);
    ForEachBuiltin(state_.builtins[i],
                   [this](Builtin builtin) { Add(phrases_.RowOf(builtin)); });
  }
  Grow(state_.place_stamps, phrases.bit_count());
  Grow(state_.places, phrases.bit_count() * kMostBlocks);
  Grow(state_.candidate_stamps, phrases.size());
  Grow(state_.starts, phrases.size() * kMostBlocks);
  state_.candidates.clear();
}

void SentenceIndex::Add(const uint64_t* row) {
  for (size_t i = 0; i < phrases_.row_length(); ++i) state_.present[i] |= row[i];
}

bool SentenceIndex::HasAt(uint32_t position, PhraseSet::Bit bit) const {
  const auto has = [bit](const uint64_t* row) { return (row[bit >> 6] >> (bit & 63) & 1) != 0; };
  bool found = has(state_.rows[position]);
  ForEachBuiltin(state_.builtins[position],
                 [&](Builtin builtin) { found = found || has(phrases_.RowOf(builtin)); });
  return found;
}

// The positions whose words have the bit.
const uint64_t* SentenceIndex::PlacesOf(PhraseSet::Bit bit) {
  uint64_t* places = &state_.places[bit * kMostBlocks];
  if (state_.place_stamps[bit] == state_.stamp) return places;
  state_.place_stamps[bit] = state_.stamp;
  std::fill(places, places + kMostBlocks, 0);
  for (uint32_t i = 0; i < count_; ++i) {
    if (HasAt(i, bit)) places[i >> 6] |= 1ULL << (i & 63);
  }
  return places;
}

// The phrases of which the sentence has all that one of their ways needs.
void SentenceIndex::CollectCandidates() {
  for (size_t i = 0; i < phrases_.row_length(); ++i) {
    for (uint64_t bits = state_.present[i] & phrases_.key_bits()[i]; bits != 0;
         bits &= bits - 1) {
      const size_t bit = i * 64 + static_cast<size_t>(std::countr_zero(bits));
      for (const PhraseSet::Entry& entry : phrases_.EntriesOf(bit)) {
        const bool all = std::ranges::all_of(
            entry.needs, [this](const PhraseSet::Need& need) { return Has(need.bit); });
        if (all) AddStarts(entry);
      }
    }
  }
}

// The starts from which each need of the entry lies as far off as it asks.
void SentenceIndex::AddStarts(const PhraseSet::Entry& entry) {
  Positions starts;
  starts.fill(~0ULL);
  const PhraseSet::Bit first = phrases_.first_bit(entry.phrase);
  if (first != 0 && !Keep({first, 0, 0}, starts)) return;
  for (const PhraseSet::Need& need : entry.needs) {
    if (need.bit != 0 && !Keep(need, starts)) return;
  }
  uint64_t* all = &state_.starts[entry.phrase * kMostBlocks];
  if (state_.candidate_stamps[entry.phrase] != state_.stamp) {
    state_.candidate_stamps[entry.phrase] = state_.stamp;
    std::fill(all, all + kMostBlocks, 0);
    state_.candidates.push_back(entry.phrase);
  }
  for (uint32_t block = 0; block < blocks_; ++block) all[block] |= starts[block];
}

// Keeps those starts that have a place of the bit least to most words after them; false
// where none is left.
bool SentenceIndex::Keep(const PhraseSet::Need& need, Positions& starts) {
  const uint64_t* places = PlacesOf(need.bit);
  if (blocks_ == 1) {
    starts[0] &= Before(places[0], need.least, need.most);
    return starts[0] != 0;
  }
  Positions reached{};
  for (uint32_t position = need.least; position < count_; ++position) {
    if ((places[position >> 6] >> (position & 63) & 1) == 0) continue;
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
