// A sentence as a string for regular expressions: every word is a few characters, and
// what stands between two words has characters of its own.
//
// A word is two characters: its features (kind, whether taken, what it is) and its
// canonical form; between the two stand those of the shapes that a number has. Before a
// word stand the signs of the places that are there, several times over so that several
// signs of a phrase can stand at one place in any order, and 'C' where a clause opens
// with the word. What has read as far as behind an 'o' is right behind the sign of a
// boundary; a 'p' ends that.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "amends/text/text.h"

namespace amends::testing {

// The signs of places.
inline constexpr char kSentenceStartSign = 'a';
inline constexpr char kClauseStartSign = 'b';
inline constexpr char kClauseOpensSign = 'c';  // a clause boundary, no mark following
inline constexpr char kClauseEndSign = 'd';
inline constexpr char kSentenceEndSign = 'e';
inline constexpr char kOpening = 'C';
inline constexpr const char* kAllSigns = "abcdeop";

// Characters for canonical forms: those that phrases mention, and one for all others.
class WordLetters {
 public:
  // The character of a form, made where there is none.
  uint32_t Intern(std::string_view form);
  uint32_t Find(std::string_view form) const;

 private:
  std::map<std::string, uint32_t, std::less<>> letters_;
};

// What the first character of a word says.
struct WordLook {
  enum Kind { kWord, kMark, kWeakMark, kClauseMark, kSentenceMark } kind = kWord;
  bool taken = false;
  bool number = false;
  bool capital = false;  // not only because it begins the sentence
  bool capitals = false;
  bool quoted = false;
  bool verbatim = false;
};

// The class of the characters of all looks for which test holds, as RE2 writes it.
std::string LooksWhere(const std::function<bool(const WordLook&)>& test);

std::string Utf8(uint32_t code_point);

// The character that says a number has this shape.
uint32_t ShapeLetter(size_t shape);

struct EncodedSentence {
  std::string letters;
  std::vector<size_t>
      places;                // where each word begins, with its signs; the end's as well
  std::vector<size_t> ends;  // where each word ends

  // How many words end at or before an offset.
  uint32_t WordsBefore(size_t offset) const;
};

// repeats: how many signs a phrase may ask for at one place, and one more.
EncodedSentence Encode(
    const text::Text& text, const text::Sentence& sentence,
    std::span<const uint8_t> taken, const WordLetters& letters, int repeats,
    const std::function<std::vector<size_t>(std::string_view)>& shapes_of);

}  // namespace amends::testing
