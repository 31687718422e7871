// A text as rules see it: words in canonical form, grouped into clauses and sentences.
//
// Every word keeps the byte span of the source it was read from, so nothing is ever
// searched back. Several words may share one span (the two words of "I'm"); an edit snaps
// outwards to it. Punctuation is a word; a run of one mark is one word; a line break is
// nothing, a blank line ends a sentence. Values only: made by Analyzer, safe to read from
// any thread.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "amends/text/span.h"

namespace amends::text {

using WordId = uint32_t;
inline constexpr WordId kUnknownWord = 0;  // a word that no pack mentions

// What stands between a word and the one before it. A punctuation word carries its own
// grade: kWeak for a comma around a name or a bracket round an aside, kClause for other
// punctuation inside the sentence. A word that opens a clause without punctuation (a
// conjunction, a relative pronoun, a new subject) carries kClause; the first word of a
// sentence carries kSentence.
enum class Boundary : uint8_t { kNone, kWeak, kClause, kSentence };

// Who acts in a clause, read from its first words: "we'll reach you asap" is kWe, "please
// come back asap" is kImperative, "happy to help" is kNone.
enum class Subject : uint8_t { kNone, kI, kWe, kYou, kThird, kImperative };

enum Feature : uint16_t {
  kCapitalised =
      1 << 0,         // first letter upper case, another letter lower case (or "A", "I")
  kAllCaps = 1 << 1,  // at least two letters, all upper case
  kNumber = 1 << 2,   // holds a digit
  kSentenceFirst = 1 << 3,  // first word of its sentence (punctuation not counted)
  kQuoted = 1 << 4,         // between quotation marks
  kStretched = 1 << 5,      // "soooo"
  kPunctuation = 1 << 6,    // a mark or a run of one mark
  kSymbol = 1 << 7,         // emoji, currency sign and the like; never a boundary
  kVerbatim = 1 << 8,       // URL, e-mail address, path, code in backticks: one word
};

struct Word {
  WordId id = kUnknownWord;
  Span span;                 // bytes of the source
  uint32_t canon_start = 0;  // where the canonical form stands in Text::canonical
  uint16_t canon_length = 0;
  uint16_t features = 0;
  Boundary before = Boundary::kNone;

  bool is(Feature feature) const { return (features & feature) != 0; }
};

// A range of words [begin, end) of Text::words.
struct Clause {
  uint32_t begin = 0;
  uint32_t end = 0;
  Subject subject = Subject::kNone;
};

struct Sentence {
  uint32_t begin = 0;  // words
  uint32_t end = 0;
  uint32_t first_clause = 0;  // clauses [first_clause, last_clause) of Text::clauses
  uint32_t last_clause = 0;
  bool question = false;  // ends in a question mark
};

struct Text {
  std::string canonical;  // the canonical forms, one blank between two
  std::vector<Word> words;
  std::vector<Clause> clauses;
  std::vector<Sentence> sentences;
  bool bytes_replaced = false;  // the source held invalid UTF-8

  std::string_view Canon(const Word& word) const {
    return std::string_view(canonical).substr(word.canon_start, word.canon_length);
  }
  // The bytes from the first to past the last of words [begin, end).
  Span SpanOf(uint32_t begin, uint32_t end) const {
    return begin < end ? Span{words[begin].span.start, words[end - 1].span.end} : Span{};
  }
};

}  // namespace amends::text
