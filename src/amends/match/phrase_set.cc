#include "amends/match/phrase_set.h"

#include <algorithm>
#include <map>
#include <utility>

namespace amends::match {
namespace {

// Numbers groups in the order in which they are asked for.
class Numbers {
 public:
  PhraseSet::Number Of(GroupId group) {
    if (group == kNoGroup) return PhraseSet::kAnything;
    if (numbers_.size() <= group) numbers_.resize(group + 1, PhraseSet::kAnything);
    PhraseSet::Number& number = numbers_[group];
    if (number == PhraseSet::kAnything) {
      number = static_cast<PhraseSet::Number>(groups_.size());
      groups_.push_back(group);
    }
    return number;
  }
  PhraseSet::Need Of(const Ask& ask) { return {Of(ask.group), ask.least, ask.most}; }

  const std::vector<GroupId>& groups() const { return groups_; }

 private:
  std::vector<PhraseSet::Number> numbers_;  // by group
  std::vector<GroupId> groups_;             // by number
};

}  // namespace

uint32_t PhraseSet::Add(Program program, uint32_t owner) {
  programs_.push_back(std::move(program));
  owners_.push_back(owner);
  return static_cast<uint32_t>(programs_.size() - 1);
}

void PhraseSet::Freeze(const Lexicon& lexicon) {
  Numbers numbers;
  for (const Program& program : programs_) {
    for (const Key& key : program.keys) numbers.Of(key.by.group);
  }
  first_entry_.assign(numbers.groups().size() + 1, 0);
  std::vector<std::pair<Number, Entry>> entries;
  for (uint32_t phrase = 0; phrase < programs_.size(); ++phrase) {
    firsts_.push_back(numbers.Of(programs_[phrase].first));
    for (const Key& key : programs_[phrase].keys) {
      Entry entry{phrase, {numbers.Of(key.by)}};
      for (size_t i = 0; i < key.needs.size(); ++i) {
        entry.needs[i + 1] = numbers.Of(key.needs[i]);
      }
      entries.emplace_back(entry.needs[0].group, entry);
    }
  }
  std::ranges::stable_sort(entries, {}, &std::pair<Number, Entry>::first);
  for (const auto& [group, entry] : entries) {
    ++first_entry_[group + size_t{1}];
    entries_.push_back(entry);
  }
  for (size_t i = 1; i < first_entry_.size(); ++i) first_entry_[i] += first_entry_[i - 1];
  FillRows(lexicon, numbers.groups());
  for (const Entry& entry : entries_) {
    Probe& probe = probes_.emplace_back();
    for (size_t i = 0; i < probe.size(); ++i) {
      const Number group = entry.needs[i + 1].group;
      probe[i] = group == kAnything ? static_cast<Number>(always_present()) : group;
    }
  }
}

void PhraseSet::FillRows(const Lexicon& lexicon, const std::vector<GroupId>& groups) {
  words_ = lexicon.word_count();
  row_length_ = groups.size() / 64 + 1;  // with room for always_present()
  std::vector<std::vector<Number>> groups_of(words_ + kBuiltinCount);
  for (size_t number = 0; number < groups.size(); ++number) {
    const Group& group = lexicon.groups()[groups[number]];
    for (text::WordId word : group.words) {
      groups_of[word].push_back(static_cast<Number>(number));
    }
    for (size_t i = 0; i < kBuiltinCount; ++i) {
      if ((group.builtins >> i & 1) == 0) continue;
      groups_of[words_ + i].push_back(static_cast<Number>(number));
    }
  }
  std::map<std::vector<Number>, uint32_t> known{{{}, 0}};
  rows_.assign(row_length_, 0);
  for (const std::vector<Number>& members : groups_of) {
    const auto [row, is_new] =
        known.try_emplace(members, static_cast<uint32_t>(known.size()));
    row_of_.push_back(row->second);
    if (!is_new) continue;
    rows_.resize(rows_.size() + row_length_);
    uint64_t* bits = &rows_[row->second * row_length_];
    for (Number group : members) bits[group >> 6] |= 1ULL << (group & 63);
  }
}

}  // namespace amends::match
