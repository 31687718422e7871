// Compiled phrases with their owners, and an index from the words that each cannot do
// without: every group of words that some phrase asks for has a number, and every word a
// row of bits that says which groups it is in. Filled while an engine is built, then
// Freeze; const members are safe from any thread.
#pragma once

#include <array>
#include <cstdint>
#include <utility>
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
  // What else a way asks for first; always_present() where it asks for nothing.
  using Probe = std::array<Number, 2>;

  // Returns the number of the phrase.
  uint32_t Add(Program program, uint32_t owner);

  // Builds the index. Call once, after Lexicon::Freeze.
  void Freeze(const Lexicon& lexicon);

  size_t size() const { return programs_.size(); }
  const Program& program(uint32_t phrase) const { return programs_[phrase]; }
  uint32_t owner(uint32_t phrase) const { return owners_[phrase]; }

  // For the matcher.
  // Row of the groups that a word is in, 64 to a number; nullptr where it is in none.
  const uint64_t* RowOf(text::WordId word) const { return Row(row_of_[word]); }
  const uint64_t* RowOf(Builtin builtin) const {
    return Row(row_of_[words_ + static_cast<size_t>(builtin)]);
  }
  size_t row_length() const { return row_length_; }
  // Only the first so many groups have entries.
  size_t listed_count() const { return first_entry_.size() - 1; }
  // Numbers [first, second) of the entries of a group.
  std::pair<uint32_t, uint32_t> EntriesOf(size_t group) const {
    return {first_entry_[group], first_entry_[group + 1]};
  }
  const Entry& entry(uint32_t number) const { return entries_[number]; }
  const Probe& probe(uint32_t number) const { return probes_[number]; }
  // The number of no group, which a sentence always has.
  size_t always_present() const { return 64 * row_length_ - 1; }
  // Of the first word of the phrase.
  Number first(uint32_t phrase) const { return firsts_[phrase]; }

  template <typename Archive>
  void Transfer(Archive& archive) {
    archive(programs_, owners_, firsts_, entries_, probes_, first_entry_, rows_, row_of_,
            row_length_, words_);
  }

 private:
  const uint64_t* Row(uint32_t row) const {
    return row == 0 ? nullptr : rows_.data() + row * row_length_;
  }
  void FillRows(const Lexicon& lexicon, const std::vector<GroupId>& groups);

  std::vector<Program> programs_;
  std::vector<uint32_t> owners_;
  std::vector<Number> firsts_;            // by phrase
  std::vector<Entry> entries_;            // by group
  std::vector<Probe> probes_;             // of entries_
  std::vector<uint32_t> first_entry_{0};  // into entries_, by group
  std::vector<uint64_t> rows_;            // each once, the empty one first
  std::vector<uint32_t> row_of_;          // by WordId, then by builtin
  size_t row_length_ = 0;
  size_t words_ = 0;
};

}  // namespace amends::match
