// The tables of a language, as the pack's text/*.json give them: plain data, no
// judgement. Every form here is canonical (lower case, straight quotes).
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace amends::text {

struct Contraction {
  std::string from;  // "i'm", "dont", "were"
  std::vector<std::string>
      to;  // {"i", "am"}; 's and 'd stay words: "it's" opens to {"it", "'s"}
  // Where not empty, the form opens only at the start of a clause and before one of these
  // words ("were sorry" is "we are sorry", "you were sorry" is not).
  std::vector<std::string> next;
};

struct IrregularVerb {
  std::string base;  // "break"
  std::string s;     // "breaks"; empty = regular
  std::vector<std::string> past;
  std::vector<std::string> part;
  std::string ing;  // empty = regular

  template <typename Archive>
  void Transfer(Archive& archive) {
    archive(base, s, past, part, ing);
  }
};

struct Tables {
  std::vector<Contraction> contractions;
  std::vector<std::pair<std::string, std::string>> spelling;  // {"colour", "color"}
  std::vector<std::string> abbreviations;                     // "mr", "e.g", "no"
  std::vector<IrregularVerb> irregular_verbs;
  std::vector<std::string> verbs;  // lemmas of the common verbs, regular ones too
  std::vector<std::string>
      doubling;  // lemmas that double their last letter: "stop", "refer"
  std::vector<std::string> adjectives;   // participles that are adjectives: "satisfied"
  std::vector<std::string> titles;       // "mr", "dr": before a name
  std::vector<std::string> first_names;  // common given names, for weak commas and {name}
  // Word lists for the reading of clauses: see docs/text.md.
  std::vector<std::string> subordinators;  // always open a clause: "because", "although"
  std::vector<std::string> joiners;  // open one before a new subject: "and", "so", "when"
  std::vector<std::string> prepositions;
  std::vector<std::string> determiners;
  std::vector<std::string> auxiliaries;
  // Smaller word lists of the same kind, by name: {"feelings", {"sorry", "glad"}}; the
  // names are those of lexicon.cc, an unknown one is passed over.
  std::vector<std::pair<std::string, std::vector<std::string>>> clause_words;
  // Words of days and hours by what they mean: {"friday", {"friday", "fri"}}; the names
  // are those of docs/text.md, an unknown one is passed over.
  std::vector<std::pair<std::string, std::vector<std::string>>> calendar;
  // Common words, most frequent first: which word of a pattern is rare.
  std::vector<std::string> frequent;
  // The function words by which a language is told: {"en", {...}}, {"de", {...}}.
  std::vector<std::pair<std::string, std::vector<std::string>>> function_words;
};

}  // namespace amends::text
