// Compiled phrases with their owners, and an index over them: each way to a phrase hangs
// on its rarest word, and asks for groups of words that must stand near. Filled while an
// engine is built, then Freeze; const members are safe from any thread.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "amends/match/bit_rows.h"
#include "amends/match/lexicon.h"
#include "amends/match/program.h"

namespace amends::match {

class PhraseSet {
 public:
  // The number of a group that is asked for; kAnything asks for nothing.
  using Number = uint16_t;
  static constexpr Number kAnything = 0xFFFF;

  // A word of the group stands least to most words after the start.
  struct Need {
    Number group = kAnything;
    uint16_t least = 0;
    uint16_t most = 0;
  };
  // One way to a phrase, by a word least to most words after the start.
  struct Way {
    uint32_t phrase = 0;
    uint16_t least = 0;
    uint16_t most = 0;
    std::array<Need, kMaxNeeds + 1> needs{};  // the rarest first, kAnything last
  };
  // A way that hangs on a word, with what it asks for first; always_present() where it
  // asks for nothing.
  struct Trigger {
    uint32_t way = 0;
    std::array<Number, 2> groups{};
  };

  // Returns the number of the phrase.
  uint32_t Add(Program program, uint32_t owner);

  // Builds the index. Call once, after Lexicon::Freeze.
  void Freeze(const Lexicon& lexicon);

  size_t size() const { return programs_.size(); }
  const Program& program(uint32_t phrase) const { return programs_[phrase]; }
  uint32_t owner(uint32_t phrase) const { return owners_[phrase]; }

  // For the matcher.
  // Row of the groups that a word is in, 64 to a number; nullptr where it is in none.
  const uint64_t* RowOf(text::WordId word) const { return rows_.Row(word); }
  const uint64_t* RowOf(Builtin builtin) const { return rows_.Row(PlaceOf(builtin)); }
  size_t row_length() const { return rows_.length(); }
  // The number of no group, which a sentence always has.
  Number always_present() const { return always_present_; }
  std::span<const Trigger> TriggersOf(text::WordId word) const { return Triggers(word); }
  std::span<const Trigger> TriggersOf(Builtin builtin) const {
    return Triggers(PlaceOf(builtin));
  }
  const Way& way(uint32_t number) const { return ways_[number]; }
  // Whether a match of the phrase can begin with the word, which is of these builtins.
  bool MayBeginWith(uint32_t phrase, text::WordId word, uint8_t builtins) const;

  template <typename Archive>
  void Transfer(Archive& archive) {
    archive(programs_, owners_, firsts_, ways_, triggers_, first_trigger_, rows_,
            always_present_, words_);
  }

 private:
  // Words are placed by their id, builtins behind them.
  size_t PlaceOf(Builtin builtin) const { return words_ + static_cast<size_t>(builtin); }
  std::span<const Trigger> Triggers(size_t place) const {
    return {&triggers_[first_trigger_[place]], &triggers_[first_trigger_[place + 1]]};
  }
  template <typename Each>
  void ForEachPlace(const Group& group, const Each& each) const;
  void FillRows(const Lexicon& lexicon, const std::vector<GroupId>& groups);
  void FillTriggers(const Lexicon& lexicon, const std::vector<GroupId>& by);

  std::vector<Program> programs_;
  std::vector<uint32_t> owners_;
  std::vector<Number> firsts_;  // by phrase: the group of its first word
  std::vector<Way> ways_;
  std::vector<Trigger> triggers_;  // by place, and one that is none's
  std::vector<uint32_t> first_trigger_;
  BitRows rows_;
  Number always_present_ = 0;
  size_t words_ = 0;
};

}  // namespace amends::match
