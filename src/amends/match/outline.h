// What every match of a phrase must hold, and how far from its start: by this the index
// finds the phrase. Internal to match.
#pragma once

#include <vector>

#include "amends/match/lexicon.h"
#include "amends/match/part.h"

namespace amends::match {

// The words that a match can begin with.
struct Opening {
  bool anything = false;            // or with any other
  std::vector<text::WordId> words;  // sorted
};

struct Outline {
  int least = 0;  // words of the shortest and the longest match
  int most = 0;   // at most kMaxReach
  // The rarest words of which one stands in every match, by the frequencies of the
  // lexicon; empty where no word is required.
  std::vector<Key> keys;
  // Lists of keys, of each of which one stands in every match; at most kMaxNeeds.
  std::vector<std::vector<Key>> needs;
  Opening opening;
};

Outline OutlineOf(const Part& part, const Lexicon& lexicon);
Opening OpeningOf(const Part& part, const Lexicon& lexicon);

// All words of the keys, sorted; none where a key is no word.
std::vector<text::WordId> WordsOf(const std::vector<Key>& keys, const Lexicon& lexicon);

}  // namespace amends::match
