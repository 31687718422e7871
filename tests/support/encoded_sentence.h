// A sentence as a string for regular expressions: every word is a few characters, and
// what stands between two words has characters of its own.
//
// A word is two characters: its features (kind, whether taken, what it is) and its
// canonical form; between the two stand those of the shapes that a number has. Before a
// word stand, in this order,
// - the number of its place;
// - the signs of the places that are there, several times over so that several signs of a
//   phrase can stand at one place in any order. What has read as far as behind an 'o' is
//   right behind the sign of a boundary; a 'p' ends that;
// - for every class of more than words that begins here, the class and the place where it
//   ends, once for each end;
// - 'z', or 'Z' where a match may end;
// - 'C' where a clause opens with the word.
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

// Numbered from 0: the shape of a number, a place, a place where a class ends, a class.
// Ranges of such characters, as RE2 writes them, are without the brackets.
uint32_t ShapeLetter(size_t shape);
uint32_t PlaceLetter(size_t place);
uint32_t EndLetter(size_t place);
uint32_t ClassLetter(size_t number);
extern const char* const kShapeRange;
extern const char* const kPlaceRange;
extern const char* const kClassRange;  // of classes and the places where they end

class EncodedSentence {
 public:
  // repeats: how many signs a phrase may ask for at one place, and one more.
  EncodedSentence(const text::Text& text, const text::Sentence& sentence,
                  std::span<const uint8_t> taken, const WordLetters& letters, int repeats,
                  const std::function<std::vector<size_t>(std::string_view)>& shapes_of);

  // A class that begins at a place, and the places where it ends, the first choice first.
  // Call Write after the last.
  void AddClass(size_t number, uint32_t begin, const std::vector<uint32_t>& ends);
  void Write();

  // As Write left them; marks may be set in place.
  std::string& letters() { return letters_; }
  const std::string& letters() const { return letters_; }

  uint32_t words() const { return static_cast<uint32_t>(words_.size()); }
  // Where the characters of a place begin, and where its 'z' stands.
  size_t Begin(uint32_t place) const { return begins_[place]; }
  size_t Mark(uint32_t place) const { return marks_[place]; }
  // How many words end at or before an offset.
  uint32_t WordsBefore(size_t offset) const;

 private:
  std::vector<std::string> words_;
  std::vector<std::string> signs_;    // by place
  std::vector<std::string> classes_;  // by place
  std::string letters_;
  std::vector<size_t> begins_;
  std::vector<size_t> marks_;
  std::vector<size_t> ends_;  // of words
};

}  // namespace amends::testing
