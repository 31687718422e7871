// What every match of a phrase must hold, and how far from its start: by this the index
// finds the phrase. Internal to match.
#pragma once

#include <vector>

#include "amends/match/lexicon.h"
#include "amends/match/part.h"

namespace amends::match {

// What a match can begin with.
struct Opening {
  bool anything = false;  // then the group is empty
  Group group;
};

struct Outline {
  int least = 0;  // words of the shortest and the longest match
  int most = 0;   // at most kMaxReach
  // By the rarest words, by the frequencies of the lexicon; empty where no word is
  // required.
  std::vector<Key> keys;
  Opening opening;
};

// Interns groups of words in the lexicon.
Outline OutlineOf(const Part& part, Lexicon& lexicon);
Opening OpeningOf(const Part& part, const Lexicon& lexicon);
Anchor AnchorOf(const Part& part);

}  // namespace amends::match
