// Finds phrases in sentences. A PhraseSet holds compiled phrases with their owners and an index
// from the words that each cannot do without: every word has a row of bits, one for each group
// of words that some phrase asks for; what a sentence has is the sum of its words' rows. A
// Matcher runs the few phrases that ask for nothing else. Both are immutable once built and safe from any thread; the
// Scratch is one thread's.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "amends/match/lexicon.h"
#include "amends/match/program.h"
#include "amends/text/text.h"

namespace amends::match {

// A range of words [begin, end) of Text::words.
struct Range {
  uint32_t begin = 0;
  uint32_t end = 0;

  bool overlaps(const Range& other) const { return begin < other.end && other.begin < end; }
  auto operator<=>(const Range&) const = default;
};

struct Match {
  uint32_t owner = 0;   // as given to PhraseSet::Add
  uint32_t phrase = 0;  // number of the phrase in its set
  Range words;
  uint32_t head = 0;  // a word of Text::words
  std::array<Range, kMaxCaptures> captures{};  // empty where not matched
};

inline constexpr size_t kMostNeeds = 4;

class PhraseSet {
 public:
  // Returns the number of the phrase.
  uint32_t Add(Program program, uint32_t owner);

  // Builds the index. Call once, after Lexicon::Freeze.
  void Freeze(const Lexicon& lexicon);

  size_t size() const { return programs_.size(); }
  const Program& program(uint32_t phrase) const { return programs_[phrase]; }
  uint32_t owner(uint32_t phrase) const { return owners_[phrase]; }

 private:
  friend class Matcher;
  friend class SentenceIndex;
  // An Ask for a bit. Bit 0 asks for nothing.
  struct Need {
    uint16_t bit = 0;
    uint16_t least = 0;
    uint16_t most = 0;
  };
  // One way to find a phrase, listed under the bit of the rarest word.
  struct Entry {
    uint32_t phrase = 0;
    std::array<Need, kMostNeeds + 1> needs{};  // that word first
  };

  uint16_t BitOf(GroupId group);
  Need NeedOf(const Ask& ask);
  void BuildRows(const Lexicon& lexicon);

  std::vector<Program> programs_;
  std::vector<uint32_t> owners_;
  std::vector<GroupId> groups_;         // by bit; bit 0 is every sentence's
  std::vector<uint16_t> bits_;          // by group
  std::vector<uint16_t> first_bits_;    // by phrase: of its first word; 0 where not known
  std::vector<Entry> entries_;
  std::vector<uint32_t> first_entry_;   // by bit, into entries_
  std::vector<uint64_t> key_bits_;      // those that have entries
  std::vector<uint64_t> rows_;          // by WordId, then by builtin: the bits of the word
  size_t row_length_ = 0;
  size_t words_ = 0;
};

// Memory that is used again from sentence to sentence.
class Scratch {
 public:
  Scratch();
  ~Scratch();
  Scratch(Scratch&&) noexcept;
  Scratch& operator=(Scratch&&) noexcept;

 private:
  friend class Matcher;
  friend class SentenceRun;
  friend class SentenceIndex;
  struct State;
  State* state_;
};

class Matcher {
 public:
  explicit Matcher(const Lexicon& lexicon) : lexicon_(lexicon) {}

  // Appends every match in the sentence, ordered by owner and start, one for each head, none
  // overlapping another of its owner. taken holds a flag for each word of the text, or is empty.
  void Find(const PhraseSet& phrases, const text::Text& text, const text::Sentence& sentence,
            std::span<const uint8_t> taken, Scratch& scratch, std::vector<Match>& found) const;

  // The same for one phrase, tried at every start: the slow way, for `unless` and for tests.
  void FindOne(const PhraseSet& phrases, uint32_t phrase, const text::Text& text,
               const text::Sentence& sentence, std::span<const uint8_t> taken, Scratch& scratch,
               std::vector<Match>& found) const;

  // Every match of one phrase that starts at a word of [first, last) of the sentence, whether
  // or not they overlap: for `unless`.
  void FindFrom(const PhraseSet& phrases, uint32_t phrase, const text::Text& text,
                const text::Sentence& sentence, Range starts, std::span<const uint8_t> taken,
                Scratch& scratch, std::vector<Match>& found) const;

 private:
  const Lexicon& lexicon_;
};

}  // namespace amends::match
