#include "amends/match/phrase_set.h"

#include <algorithm>
#include <utility>

namespace amends::match {

uint32_t PhraseSet::Add(Program program, uint32_t owner) {
  Demand demand;
  demand.opening = program.opening;
  demand.need_count = program.needs.size();
  std::ranges::copy(program.needs, demand.needs.begin());
  demands_.push_back(demand);
  programs_.push_back(std::move(program));
  owners_.push_back(owner);
  return static_cast<uint32_t>(programs_.size() - 1);
}

void PhraseSet::Freeze(const Lexicon& lexicon) {
  const auto words = static_cast<uint32_t>(lexicon.word_count());
  const auto sets = static_cast<uint32_t>(lexicon.set_count());
  auto list_of = [&](const Key& key) -> uint32_t {
    switch (key.kind) {
      case Key::Kind::kWord:
        return key.word;
      case Key::Kind::kSet:
        return words + key.word;
      case Key::Kind::kBuiltin:
        break;
    }
    return words + sets + key.word;
  };
  std::vector<std::pair<uint32_t, Entry>> entries;
  for (uint32_t phrase = 0; phrase < programs_.size(); ++phrase) {
    for (const Key& key : programs_[phrase].keys) {
      entries.push_back({list_of(key), {phrase, key.least, key.most, key.need}});
    }
  }
  std::ranges::stable_sort(entries, {}, &std::pair<uint32_t, Entry>::first);
  first_entry_.assign(words + sets + kBuiltins.size() + 1, 0);
  entries_.clear();
  for (const auto& [list, entry] : entries) {
    ++first_entry_[list + 1];
    entries_.push_back(entry);
  }
  for (size_t i = 1; i < first_entry_.size(); ++i) first_entry_[i] += first_entry_[i - 1];
  builtin_lists_ = words + sets;
  ListWords(lexicon);
}

// The lists that are not empty: the word's own and those of its sets.
void PhraseSet::ListWords(const Lexicon& lexicon) {
  const size_t words = lexicon.word_count();
  std::vector<std::pair<text::WordId, uint32_t>> pairs;
  for (uint32_t word = 0; word < words; ++word) {
    if (!Entries(word).empty()) pairs.emplace_back(word, word);
  }
  for (uint32_t set = 0; set < lexicon.set_count(); ++set) {
    const auto list = static_cast<uint32_t>(words + set);
    if (Entries(list).empty()) continue;
    for (text::WordId word : lexicon.Set(set)) pairs.emplace_back(word, list);
  }
  std::ranges::sort(pairs);
  first_list_.assign(words + 1, 0);
  lists_.clear();
  for (const auto& [word, list] : pairs) {
    ++first_list_[word + 1];
    lists_.push_back(list);
  }
  for (size_t i = 1; i < first_list_.size(); ++i) first_list_[i] += first_list_[i - 1];
}

}  // namespace amends::match
