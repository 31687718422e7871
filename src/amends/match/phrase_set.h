// Compiled phrases with their owners, and an index from the words that each cannot do
// without: every word has a row of bits, one for each group of words that some phrase asks
// for; what a sentence has is the sum of its words' rows. Filled while an engine is built,
// then Freeze; const members are safe from any thread.
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
  // Of a group. Bit 0 asks for nothing: every sentence has it.
  using Bit = uint16_t;

  // An Ask for a bit.
  struct Need {
    Bit bit = 0;
    uint16_t least = 0;
    uint16_t most = 0;
  };
  // One way to a phrase, listed under the bit of its rarest word.
  struct Entry {
    uint32_t phrase = 0;
    std::array<Need, kMaxNeeds + 1> needs{};  // that word first
  };

  // Returns the number of the phrase.
  uint32_t Add(Program program, uint32_t owner);

  // Builds the index. Call once, after Lexicon::Freeze.
  void Freeze(const Lexicon& lexicon);

  size_t size() const { return programs_.size(); }
  const Program& program(uint32_t phrase) const { return programs_[phrase]; }
  uint32_t owner(uint32_t phrase) const { return owners_[phrase]; }

  // For the matcher.
  size_t bit_count() const { return groups_.size(); }
  size_t row_length() const { return row_length_; }  // of 64 bits
  const uint64_t* RowOf(text::WordId word) const { return &rows_[word * row_length_]; }
  const uint64_t* RowOf(Builtin builtin) const {
    return &rows_[(words_ + static_cast<size_t>(builtin)) * row_length_];
  }
  // The bits under which entries are listed.
  const std::vector<uint64_t>& key_bits() const { return key_bits_; }
  std::span<const Entry> EntriesOf(size_t bit) const {
    return {entries_.data() + first_entry_[bit], entries_.data() + first_entry_[bit + 1]};
  }
  // Of the first word of the phrase.
  Bit first_bit(uint32_t phrase) const { return first_bits_[phrase]; }

 private:
  Bit BitOf(GroupId group);
  Need NeedOf(const Ask& ask);
  void BuildRows(const Lexicon& lexicon);

  std::vector<Program> programs_;
  std::vector<uint32_t> owners_;
  std::vector<GroupId> groups_;  // by bit
  std::vector<Bit> bits_;        // by group
  std::vector<Bit> first_bits_;  // by phrase
  std::vector<Entry> entries_;
  std::vector<uint32_t> first_entry_;  // into entries_, by bit
  std::vector<uint64_t> key_bits_;
  std::vector<uint64_t> rows_;  // by WordId, then by builtin
  size_t row_length_ = 0;
  size_t words_ = 0;
};

}  // namespace amends::match
