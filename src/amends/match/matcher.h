// Finds phrases in sentences: looks the words of a sentence up in the index of a
// PhraseSet and runs the few candidates. A Matcher is immutable and safe from any thread;
// the Scratch is one thread's.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "amends/match/lexicon.h"
#include "amends/match/phrase_set.h"
#include "amends/text/text.h"

namespace amends::match {

// A range of words [begin, end) of Text::words.
struct Range {
  uint32_t begin = 0;
  uint32_t end = 0;

  bool overlaps(const Range& other) const {
    return begin < other.end && other.begin < end;
  }
  auto operator<=>(const Range&) const = default;
};

struct Match {
  uint32_t owner = 0;   // as given to PhraseSet::Add
  uint32_t phrase = 0;  // number of the phrase in its set
  Range words;          // as matched; Text::SpanOf takes in whole contractions
  uint32_t head = 0;    // a word of Text::words, inside words
  std::array<Range, kMaxCaptures> captures{};  // by number; {0, 0} where not matched
};

// Memory that is used again from sentence to sentence.
class Scratch {
 public:
  Scratch();
  ~Scratch();
  Scratch(Scratch&&) noexcept;
  Scratch& operator=(Scratch&&) noexcept;
  struct State;

 private:
  friend class Matcher;
  std::unique_ptr<State> state_;
};

class Matcher {
 public:
  explicit Matcher(const Lexicon& lexicon) : lexicon_(lexicon) {}

  // Appends every match in the sentence, ordered by owner and start, one for each head,
  // none overlapping another of its owner. taken holds a flag for each word of the text,
  // or is empty.
  void Find(const PhraseSet& phrases, const text::Text& text,
            const text::Sentence& sentence, std::span<const uint8_t> taken,
            Scratch& scratch, std::vector<Match>& found) const;

  // The same for one phrase, tried at every start: the slow way, for tests.
  void FindOne(const PhraseSet& phrases, uint32_t phrase, const text::Text& text,
               const text::Sentence& sentence, std::span<const uint8_t> taken,
               Scratch& scratch, std::vector<Match>& found) const;

  // Whether some match of the phrase, the shortest or not, starts at a word of `starts`
  // and ends before one of `ends` (at its `begin`, or further on up to its `end`, which
  // may be the end of the sentence).
  bool Matches(const PhraseSet& phrases, uint32_t phrase, const text::Text& text,
               const text::Sentence& sentence, Range starts, Range ends,
               std::span<const uint8_t> taken, Scratch& scratch) const;

 private:
  const Lexicon& lexicon_;
};

}  // namespace amends::match
