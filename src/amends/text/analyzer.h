// Reads bytes into Text. Built once from the tables of a language and the vocabulary of
// the packs; immutable and safe from any thread afterwards. Never fails: invalid UTF-8 is
// read as U+FFFD, one for each maximal bad part (Text::bytes_replaced says so), positions
// stay those of the source.
#pragma once

#include <memory>
#include <span>
#include <string_view>

#include "amends/storage/archive.h"
#include "amends/text/tables.h"
#include "amends/text/text.h"
#include "amends/text/verbs.h"
#include "amends/text/vocabulary.h"

namespace amends::text {

class Analyzer {
 public:
  // Switches off one grade of boundary or the ASCII fast path: for tests that show what
  // each is worth. Without weak boundaries every such comma is a clause boundary, without
  // clause boundaries those are weak, without sentence boundaries the ends are clause
  // boundaries (blank lines and list items still end a sentence).
  struct Options {
    bool weak_boundaries = true;
    bool clause_boundaries = true;
    bool sentence_boundaries = true;
    bool ascii_fast_path = true;

    bool operator==(const Options&) const = default;
  };

  // Adds the words of the tables to the vocabulary. Both must outlive the analyzer; words
  // interned later are found as well, until the first call of Analyze.
  Analyzer(const Tables& tables, const Verbs& verbs, Vocabulary& vocabulary,
           Options options);
  // One that Write has written, with the vocabulary of then.
  Analyzer(storage::Reader& reader, Vocabulary& vocabulary);
  ~Analyzer();
  Analyzer(Analyzer&&) noexcept;
  Analyzer& operator=(Analyzer&&) noexcept;

  // The words, clauses and sentences of the regions of source (ordered, not overlapping);
  // no sentence reaches over the edge of a region.
  Text Analyze(std::string_view source, std::span<const Span> regions) const;
  Text Analyze(std::string_view source) const;

  // For Analyze alone: what is read back has no Canonicalize.
  void Write(storage::Writer& writer) const;

  // The canonical words of a phrase in a pattern ("I'm" gives {"i", "am"}), with no
  // regard to boundaries, sentences or what stands around it.
  std::vector<std::string> Canonicalize(std::string_view phrase) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// The language whose function words are commonest in the text, "" where there is too
// little to tell (fewer than six words) or none fits.
std::string GuessLanguage(std::string_view source, const Tables& tables);

// "de" is "German"; a code that has no name here is its own.
std::string LanguageName(std::string_view code);

}  // namespace amends::text
