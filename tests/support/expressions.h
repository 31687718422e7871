// The pieces that phrases become as regular expressions over an EncodedSentence.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "tests/support/encoded_sentence.h"

namespace amends::testing {

// What may stand before a word.
const std::string& Fore();

// Where a phrase begins, and a member of a class: as good as behind the sign of a
// boundary.
const std::string& Beginning();

// The characters of words that are not taken; and that are no marks.
const std::string& UntakenLooks();
const std::string& UntakenWordLooks();
bool IsWord(const WordLook& look);

// One of these characters, or none of them.
std::string LetterOf(const std::set<uint32_t>& letters, bool negated = false);

// One word with such a look and such a letter, with what stands before it.
std::string WordWith(const std::string& looks, const std::string& letter);

// A number with a shape.
std::string ShapedWord(size_t shape);

// One word that a gap may pass over: the first word of a clause only right behind the
// sign of a boundary.
std::string GapWord();

// A mark, of whatever grade.
std::string AnyMark(const std::string& letter = ".");
std::string WeakMark(const std::string& letter);

// The sign of a place; whether what follows is right behind a boundary.
std::string SignOf(char sign, bool boundary);

// A class that begins here: on to one of the places where it ends, of so many.
std::string CallOf(size_t number, uint32_t places);

// One of several, the first first.
std::string AnyOf(const std::vector<std::string>& expressions);

}  // namespace amends::testing
