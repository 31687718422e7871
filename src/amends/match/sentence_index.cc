#include "amends/match/sentence_index.h"

#include <algorithm>
#include <bit>

namespace amends::match {
namespace {

template <typename Each>
void ForEachBuiltin(uint8_t bits, const Each& each) {
  for (unsigned left = bits; left != 0; left &= left - 1) {
    each(static_cast<Builtin>(std::countr_zero(left)));
  }
}

// The positions that lie least to most before one of `places`.
Positions<1> Earlier(const Positions<1>& places, uint32_t least, uint32_t most) {
  if (least >= 64) return {};
  uint64_t reached = places.blocks[0] >> least;
  uint32_t width = std::min(most - least, 63U);  // how much further it still spreads
  for (uint32_t step = 1; width > 0; step *= 2) {
    const uint32_t shift = std::min(step, width);
    reached |= reached >> shift;
    width -= shift;
  }
  return {{reached}};
}

template <size_t kBlocks>
Positions<kBlocks> Earlier(const Positions<kBlocks>& places, uint32_t least,
                           uint32_t most) {
  Positions<kBlocks> reached;
  places.ForEach([&](uint32_t position) {
    if (position < least) return;
    const uint32_t from = position - std::min(position, most);
    for (uint32_t at = from; at <= position - least; ++at) reached.Add(at);
  });
  return reached;
}

}  // namespace

template <size_t kBlocks>
SentenceIndex<kBlocks>::SentenceIndex(const PhraseSet& phrases, const Steps& steps,
                                      Scratch::State& state)
    : phrases_(phrases), steps_(steps), state_(state) {
  if (state_.candidate_stamps.size() < phrases.size()) {
    state_.candidate_stamps.resize(phrases.size());
    state_.starts.resize(phrases.size());
  }
  state_.candidates.clear();
  state_.rows.clear();
  state_.present.assign(phrases.row_length(), 0);
  state_.present[phrases.always_present() >> 6] |= 1ULL
                                                   << (phrases.always_present() & 63);
  for (uint32_t i = 0; i < steps.size(); ++i) {
    if (steps.taken(i)) continue;
    Add(phrases.RowOf(steps.id(i)), i);
    ForEachBuiltin(TellingBuiltinsOf(steps.word(i)),
                   [&](Builtin builtin) { Add(phrases.RowOf(builtin), i); });
  }
}

template <size_t kBlocks>
void SentenceIndex<kBlocks>::Add(const uint64_t* row, uint32_t position) {
  if (row == nullptr) return;
  state_.rows.push_back({row, position});
  uint64_t* present = state_.present.data();
  const size_t length = phrases_.row_length();
  for (size_t i = 0; i < length; ++i) present[i] |= row[i];
}

// The phrases of which the sentence has all that one of their ways needs. Most ways fall
// at what they ask for first.
template <size_t kBlocks>
void SentenceIndex<kBlocks>::CollectCandidates() {
  const size_t listed = phrases_.listed_count();
  for (size_t block = 0; block * 64 < listed; ++block) {
    for (uint64_t bits = state_.present[block]; bits != 0; bits &= bits - 1) {
      const size_t group = block * 64 + static_cast<size_t>(std::countr_zero(bits));
      if (group >= listed) return;
      const auto [first, last] = phrases_.EntriesOf(group);
      for (uint32_t entry = first; entry < last; ++entry) {
        const auto [one, other] = phrases_.probe(entry);
        if (IsPresent(one) & IsPresent(other)) AddStarts(phrases_.entry(entry));
      }
    }
  }
}

// The starts from which each need of the entry lies as far off as it asks.
template <size_t kBlocks>
void SentenceIndex<kBlocks>::AddStarts(const PhraseSet::Entry& entry) {
  for (const PhraseSet::Need& need : entry.needs) {
    if (need.group == PhraseSet::kAnything) break;
    if (!IsPresent(need.group)) return;
  }
  Set starts = Before({phrases_.first(entry.phrase), 0, 0});
  for (const PhraseSet::Need& need : entry.needs) {
    if (starts.empty()) return;
    if (need.group == PhraseSet::kAnything) break;
    starts = starts & Before(need);
  }
  starts = Allowed(phrases_.program(entry.phrase).anchor, starts);
  if (starts.empty()) return;
  if (state_.candidate_stamps[entry.phrase] != state_.stamp) {
    state_.candidate_stamps[entry.phrase] = state_.stamp;
    state_.starts[entry.phrase] = {};
    state_.candidates.push_back(entry.phrase);
  }
  for (size_t i = 0; i < kBlocks; ++i) {
    state_.starts[entry.phrase].blocks[i] |= starts.blocks[i];
  }
}

template <size_t kBlocks>
Positions<kBlocks> SentenceIndex<kBlocks>::StartsOf(uint32_t phrase) const {
  Set starts;
  std::copy_n(state_.starts[phrase].blocks.begin(), kBlocks, starts.blocks.begin());
  return starts;
}

// Those of the starts that the anchor allows.
template <size_t kBlocks>
Positions<kBlocks> SentenceIndex<kBlocks>::Allowed(Anchor anchor,
                                                   const Set& starts) const {
  if (anchor == Anchor::kAnywhere) return starts;
  Set allowed;
  starts.ForEach([&](uint32_t position) {
    const bool fits = anchor == Anchor::kSentenceStart ? steps_.AtSentenceStart(position)
                                                       : steps_.AtClauseStart(position);
    if (fits) allowed.Add(position);
  });
  return allowed;
}

// The starts that have a word of the group least to most words after them.
template <size_t kBlocks>
Positions<kBlocks> SentenceIndex<kBlocks>::Before(const PhraseSet::Need& need) const {
  Set places;
  if (need.group == PhraseSet::kAnything) {
    places.blocks.fill(~0ULL);
    return places;
  }
  const size_t block = need.group >> 6;
  const uint32_t shift = need.group & 63;
  for (const auto& [row, position] : state_.rows) {
    places.blocks[position >> 6] |= (row[block] >> shift & 1) << (position & 63);
  }
  return Earlier(places, need.least, need.most);
}

template class SentenceIndex<1>;
template class SentenceIndex<kMostBlocks>;

}  // namespace amends::match
