// Compiled phrases with their owners, and an index from the words that each cannot do
// without: every group of words that some phrase asks for has a number, and every word the
// list of the groups it is in. Filled while an engine is built, then Freeze; const members
// are safe from any thread.
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
  // The number of a group in this set; those that entries are listed under come first.
  // kAnything asks for nothing.
  using Number = uint16_t;
  static constexpr Number kAnything = 0xFFFF;

  struct Need {
    Number group = kAnything;
    uint16_t least = 0;
    uint16_t most = 0;
  };
  // One way to a phrase, listed under the group of its rarest word.
  struct Entry {
    uint32_t phrase = 0;
    std::array<Need, kMaxNeeds + 1> needs{};  // that group first, kAnything last
  };

  // Returns the number of the phrase.
  uint32_t Add(Program program, uint32_t owner);

  // Builds the index. Call once, after Lexicon::Freeze.
  void Freeze(const Lexicon& lexicon);

  size_t size() const { return programs_.size(); }
  const Program& program(uint32_t phrase) const { return programs_[phrase]; }
  uint32_t owner(uint32_t phrase) const { return owners_[phrase]; }

  // For the matcher.
  size_t group_count() const { return group_count_; }
  // The groups that a word is in, in order.
  std::span<const Number> GroupsOf(text::WordId word) const {
    return Slice(groups_, first_group_, word);
  }
  std::span<const Number> GroupsOf(Builtin builtin) const {
    return Slice(groups_, first_group_, words_ + static_cast<size_t>(builtin));
  }
  bool HasEntries(Number group) const { return group + size_t{1} < first_entry_.size(); }
  std::span<const Entry> EntriesOf(Number group) const {
    return Slice(entries_, first_entry_, group);
  }
  // Of the first word of the phrase.
  Number first(uint32_t phrase) const { return firsts_[phrase]; }

  template <typename Archive>
  void Transfer(Archive& archive) {
    archive(programs_, owners_, firsts_, entries_, first_entry_, groups_, first_group_,
            group_count_, words_);
  }

 private:
  template <typename T>
  static std::span<const T> Slice(const std::vector<T>& items,
                                  const std::vector<uint32_t>& firsts, size_t i) {
    return {items.data() + firsts[i], items.data() + firsts[i + 1]};
  }
  void ListWords(const Lexicon& lexicon, const std::vector<GroupId>& groups);

  std::vector<Program> programs_;
  std::vector<uint32_t> owners_;
  std::vector<Number> firsts_;  // by phrase
  std::vector<Entry> entries_;
  std::vector<uint32_t> first_entry_;  // into entries_, by group
  std::vector<Number> groups_;
  std::vector<uint32_t> first_group_;  // into groups_, by WordId, then by builtin
  size_t group_count_ = 0;
  size_t words_ = 0;
};

}  // namespace amends::match
