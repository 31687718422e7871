#include "amends/match/phrase_set.h"

#include <algorithm>
#include <utility>

namespace amends::match {

uint32_t PhraseSet::Add(Program program, uint32_t owner) {
  programs_.push_back(std::move(program));
  owners_.push_back(owner);
  return static_cast<uint32_t>(programs_.size() - 1);
}

PhraseSet::Bit PhraseSet::BitOf(GroupId group) {
  if (group == kNoGroup) return 0;
  if (bits_.size() <= group) bits_.resize(group + 1);
  if (bits_[group] == 0) {
    bits_[group] = static_cast<Bit>(groups_.size());
    groups_.push_back(group);
  }
  return bits_[group];
}

PhraseSet::Need PhraseSet::NeedOf(const Ask& ask) {
  return {BitOf(ask.group), ask.least, ask.most};
}

void PhraseSet::Freeze(const Lexicon& lexicon) {
  groups_.assign(1, kNoGroup);
  std::vector<std::pair<Bit, Entry>> entries;
  for (uint32_t phrase = 0; phrase < programs_.size(); ++phrase) {
    first_bits_.push_back(BitOf(programs_[phrase].first));
    for (const Key& key : programs_[phrase].keys) {
      Entry entry{phrase, {NeedOf(key.by)}};
      for (size_t i = 0; i < key.needs.size(); ++i) {
        entry.needs[i + 1] = NeedOf(key.needs[i]);
      }
      entries.emplace_back(entry.needs[0].bit, entry);
    }
  }
  std::ranges::stable_sort(entries, {}, &std::pair<Bit, Entry>::first);
  first_entry_.assign(groups_.size() + 1, 0);
  for (const auto& [bit, entry] : entries) {
    ++first_entry_[bit + size_t{1}];
    entries_.push_back(entry);
  }
  for (size_t i = 1; i < first_entry_.size(); ++i) first_entry_[i] += first_entry_[i - 1];
  BuildRows(lexicon);
}

void PhraseSet::BuildRows(const Lexicon& lexicon) {
  words_ = lexicon.word_count();
  row_length_ = (groups_.size() + 63) / 64;
  rows_.assign((words_ + kBuiltinCount) * row_length_, 0);
  key_bits_.assign(row_length_, 0);
  for (size_t bit = 1; bit < groups_.size(); ++bit) {
    const Group& group = lexicon.groups()[groups_[bit]];
    const uint64_t mask = 1ULL << (bit & 63);
    const auto add = [&](size_t row) { rows_[row * row_length_ + (bit >> 6)] |= mask; };
    for (text::WordId word : group.words) add(word);
    for (size_t i = 0; i < kBuiltinCount; ++i) {
      if ((group.builtins >> i & 1) != 0) add(words_ + i);
    }
    if (!EntriesOf(bit).empty()) key_bits_[bit >> 6] |= mask;
  }
}

}  // namespace amends::match
