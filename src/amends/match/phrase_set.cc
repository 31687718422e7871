#include "amends/match/phrase_set.h"

#include <algorithm>
#include <utility>

namespace amends::match {
namespace {

// Numbers groups in the order in which they are asked for. Those that come when all
// numbers are given are not asked for: what is looked at is more, what is found the same.
class Numbers {
 public:
  PhraseSet::Number Of(GroupId group) {
    if (group == kNoGroup) return PhraseSet::kAnything;
    if (numbers_.size() <= group) numbers_.resize(group + 1, PhraseSet::kAnything);
    PhraseSet::Number& number = numbers_[group];
    if (number == PhraseSet::kAnything && groups_.size() < kMostGroups) {
      number = static_cast<PhraseSet::Number>(groups_.size());
      groups_.push_back(group);
    }
    return number;
  }
  PhraseSet::Need Of(const Ask& ask) { return {Of(ask.group), ask.least, ask.most}; }

  const std::vector<GroupId>& groups() const { return groups_; }

 private:
  static constexpr size_t kMostGroups = PhraseSet::kAnything - 1;  // one is no group's

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
  std::vector<GroupId> by;  // of ways_
  for (uint32_t phrase = 0; phrase < programs_.size(); ++phrase) {
    const Program& program = programs_[phrase];
    firsts_.push_back(numbers.Of(program.first));
    for (const Key& key : program.keys) {
      Way& way = ways_.emplace_back(Way{phrase, key.by.least, key.by.most, {}});
      by.push_back(key.by.group);
      size_t count = 0;
      for (const Ask& need : key.needs) way.needs[count++] = numbers.Of(need);
      way.needs[count] = {firsts_.back(), 0, 0};
    }
  }
  words_ = lexicon.word_count();
  FillRows(lexicon, numbers.groups());
  FillTriggers(lexicon, by);
}

template <typename Each>
void PhraseSet::ForEachPlace(const Group& group, const Each& each) const {
  for (text::WordId word : group.words) each(word);
  ForEachBuiltin(group.builtins, [&](Builtin builtin) { each(PlaceOf(builtin)); });
}

void PhraseSet::FillRows(const Lexicon& lexicon, const std::vector<GroupId>& groups) {
  std::vector<std::vector<uint32_t>> groups_of(words_ + kBuiltinCount);
  for (uint32_t number = 0; number < groups.size(); ++number) {
    ForEachPlace(lexicon.groups()[groups[number]],
                 [&](size_t place) { groups_of[place].push_back(number); });
  }
  always_present_ = static_cast<Number>(groups.size());
  rows_ = BitRows(groups_of, groups.size() + 1);
}

void PhraseSet::FillTriggers(const Lexicon& lexicon, const std::vector<GroupId>& by) {
  std::vector<std::vector<uint32_t>> ways_of(words_ + kBuiltinCount);
  for (uint32_t way = 0; way < ways_.size(); ++way) {
    ForEachPlace(lexicon.groups()[by[way]],
                 [&](size_t place) { ways_of[place].push_back(way); });
  }
  for (const std::vector<uint32_t>& ways : ways_of) {
    first_trigger_.push_back(static_cast<uint32_t>(triggers_.size()));
    for (uint32_t way : ways) {
      Trigger& trigger = triggers_.emplace_back(Trigger{way, {}});
      for (size_t i = 0; i < trigger.groups.size(); ++i) {
        const Number group = ways_[way].needs[i].group;
        trigger.groups[i] = group == kAnything ? always_present_ : group;
      }
    }
  }
  first_trigger_.push_back(static_cast<uint32_t>(triggers_.size()));
  triggers_.emplace_back();
}

bool PhraseSet::MayBeginWith(uint32_t phrase, text::WordId word, uint8_t builtins) const {
  const Number first = firsts_[phrase];
  bool may = first == kAnything || rows_.Has(word, first);
  ForEachBuiltin(builtins, [&](Builtin builtin) {
    may = may || rows_.Has(PlaceOf(builtin), first);
  });
  return may;
}

}  // namespace amends::match
