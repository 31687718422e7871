#include "amends/match/sentence_index.h"

#include <algorithm>
#include <bit>

namespace amends::match {
namespace {

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
  const size_t groups = phrases.row_length() * 64;
  if (state_.places.size() < groups) {
    state_.place_stamps.resize(groups);
    state_.places.resize(groups);
  }
  state_.candidates.clear();
  state_.rows.clear();
  state_.present.assign(phrases.row_length(), 0);
  const size_t always = phrases.always_present();
  state_.present[always >> 6] |= 1ULL << (always & 63);
  for (uint32_t i = 0; i < steps.size(); ++i) {
    if (steps.taken(i)) continue;
    AddRow(phrases.RowOf(steps.id(i)), i);
    ForEachBuiltin(TellingBuiltinsOf(steps.word(i)),
                   [&](Builtin builtin) { AddRow(phrases.RowOf(builtin), i); });
  }
}

template <size_t kBlocks>
void SentenceIndex<kBlocks>::AddRow(const uint64_t* row, uint32_t position) {
  if (row == nullptr) return;
  state_.rows.push_back({row, position});
  uint64_t* present = state_.present.data();
  const size_t length = phrases_.row_length();
  for (size_t i = 0; i < length; ++i) present[i] |= row[i];
}

template <size_t kBlocks>
void SentenceIndex<kBlocks>::CollectCandidates() {
  for (uint32_t i = 0; i < steps_.size(); ++i) {
    if (steps_.taken(i)) continue;
    Follow(phrases_.TriggersOf(steps_.id(i)), i);
    ForEachBuiltin(TellingBuiltinsOf(steps_.word(i)),
                   [&](Builtin builtin) { Follow(phrases_.TriggersOf(builtin), i); });
  }
}

// Most ways fall at what they ask for first: 64 of them are asked at a time.
template <size_t kBlocks>
void SentenceIndex<kBlocks>::Follow(std::span<const PhraseSet::Trigger> triggers,
                                    uint32_t position) {
  while (!triggers.empty()) {
    const auto some = triggers.first(std::min<size_t>(triggers.size(), 64));
    triggers = triggers.subspan(some.size());
    uint64_t open = 0;
    for (size_t i = 0; i < some.size(); ++i) {
      const auto [one, other] = some[i].groups;
      open |= static_cast<uint64_t>(IsPresent(one) && IsPresent(other)) << i;
    }
    for (; open != 0; open &= open - 1) {
      const auto i = static_cast<size_t>(std::countr_zero(open));
      AddStarts(phrases_.way(some[i].way), position);
    }
  }
}

// The starts from which the word that the way hangs on, and each need of it, lie as far
// off as it asks.
template <size_t kBlocks>
void SentenceIndex<kBlocks>::AddStarts(const PhraseSet::Way& way, uint32_t position) {
  for (const PhraseSet::Need& need : way.needs) {
    if (need.group == PhraseSet::kAnything) break;
    if (!IsPresent(need.group)) return;
  }
  Set starts = Earlier(Set::At(position), way.least, way.most);
  for (const PhraseSet::Need& need : way.needs) {
    if (starts.empty()) return;
    if (need.group == PhraseSet::kAnything) break;
    starts = starts & Earlier(PlacesOf(need.group), need.least, need.most);
  }
  starts = Allowed(phrases_.program(way.phrase).anchor, starts);
  if (starts.empty()) return;
  if (state_.candidate_stamps[way.phrase] != state_.stamp) {
    state_.candidate_stamps[way.phrase] = state_.stamp;
    state_.starts[way.phrase] = {};
    state_.candidates.push_back(way.phrase);
  }
  for (size_t i = 0; i < kBlocks; ++i) {
    state_.starts[way.phrase].blocks[i] |= starts.blocks[i];
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

// Where the words of a group stand.
template <size_t kBlocks>
Positions<kBlocks> SentenceIndex<kBlocks>::PlacesOf(PhraseSet::Number group) {
  Set places;
  auto& known = state_.places[group].blocks;
  if (state_.place_stamps[group] == state_.stamp) {
    std::copy_n(known.begin(), kBlocks, places.blocks.begin());
    return places;
  }
  const size_t block = group >> 6;
  const uint32_t shift = group & 63;
  for (const auto& [row, position] : state_.rows) {
    places.blocks[position >> 6] |= (row[block] >> shift & 1) << (position & 63);
  }
  state_.place_stamps[group] = state_.stamp;
  std::copy_n(places.blocks.begin(), kBlocks, known.begin());
  return places;
}

template class SentenceIndex<1>;
template class SentenceIndex<kMostBlocks>;

}  // namespace amends::match
