// Compiled phrases with their owners, and an index from the words that each cannot do
// without. Filled while an engine is built, then Freeze; const members are safe from any
// thread.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "amends/match/lexicon.h"
#include "amends/match/program.h"

namespace amends::match {

class PhraseSet {
 public:
  // One way to a phrase from a word that stands between `least` and `most` words behind
  // the start of its matches.
  struct Entry {
    uint32_t phrase = 0;
    uint16_t least = 0;
    uint16_t most = 0;
    WordFilter need;  // a word of it must stand in the sentence
  };
  // What is asked of a sentence and of a start before a phrase is tried there.
  struct Demand {
    WordFilter opening;
    std::array<uint32_t, kMaxNeeds> needs{};  // sets of which a word must stand there
    size_t need_count = 0;
  };

  // Returns the number of the phrase.
  uint32_t Add(Program program, uint32_t owner);

  // Builds the index. Call once, after Lexicon::Freeze.
  void Freeze(const Lexicon& lexicon);

  size_t size() const { return programs_.size(); }
  const Program& program(uint32_t phrase) const { return programs_[phrase]; }
  uint32_t owner(uint32_t phrase) const { return owners_[phrase]; }
  const Demand& demand(uint32_t phrase) const { return demands_[phrase]; }

  // For the matcher: the lists of entries that a word leads to, then what is in a list.
  std::span<const uint32_t> ListsOf(text::WordId word) const {
    return Slice(lists_, first_list_, word);
  }
  uint32_t ListOf(Builtin builtin) const {
    return builtin_lists_ + static_cast<uint32_t>(builtin);
  }
  std::span<const Entry> Entries(uint32_t list) const {
    return Slice(entries_, first_entry_, list);
  }

 private:
  template <typename T>
  static std::span<const T> Slice(const std::vector<T>& items,
                                  const std::vector<uint32_t>& firsts, uint32_t i) {
    return {items.data() + firsts[i], items.data() + firsts[i + 1]};
  }
  void ListWords(const Lexicon& lexicon);

  std::vector<Program> programs_;
  std::vector<uint32_t> owners_;
  std::vector<Demand> demands_;
  std::vector<Entry> entries_;
  std::vector<uint32_t>
      first_entry_;  // into entries_: by WordId, then by set, then by builtin
  std::vector<uint32_t> lists_;
  std::vector<uint32_t> first_list_;  // into lists_, by WordId
  uint32_t builtin_lists_ = 0;
};

}  // namespace amends::match
