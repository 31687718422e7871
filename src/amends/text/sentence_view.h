// One sentence as the grammar reads it: the words by place, what each can be, and the
// small questions that boundaries, commas and subjects all ask.
#pragma once

#include <string_view>

#include "amends/text/canonical.h"

namespace amends::text {

class SentenceView {
 public:
  SentenceView(const WordTable& table, const Draft& draft, uint32_t begin, uint32_t end)
      : table_(table), draft_(draft), begin_(begin), end_(end) {}

  uint32_t begin() const { return begin_; }
  uint32_t end() const { return end_; }
  const Word& word(uint32_t i) const { return draft_.text.words[i]; }
  uint8_t layout(uint32_t i) const { return draft_.layout[i]; }
  // Past the end there is nothing.
  uint64_t flags(uint32_t i) const { return i < end_ ? table_.flags(word(i).id) : 0; }
  bool Has(uint32_t i, uint64_t flags_wanted) const {
    return (flags(i) & flags_wanted) != 0;
  }
  bool IsPunctuation(uint32_t i) const { return i < end_ && word(i).is(kPunctuation); }
  bool IsMark(uint32_t i, char mark) const {
    return IsPunctuation(i) && draft_.text.canonical[word(i).canon_start] == mark;
  }
  char Mark(uint32_t i) const { return draft_.text.canonical[word(i).canon_start]; }
  std::string_view Canon(uint32_t i) const { return draft_.text.Canon(word(i)); }

  // A name by its capital: not the sentence's first word unless a known given name, and
  // no common word.
  bool IsName(uint32_t i) const;
  bool IsAdverb(uint32_t i) const;
  // Past the adverbs and "not" from i on, at most three.
  uint32_t SkipAdverbs(uint32_t i) const;

  // The place of the finite verb of a clause whose subject begins at i, or 0: "we", "the
  // driver was", "you ordered". Looks no further than a noun phrase of five words.
  uint32_t VerbOfSubject(uint32_t i) const;
  // An order begins at i: a base verb that is no noun here ("call us", not "call
  // centre").
  bool BeginsOrder(uint32_t i) const;
  // "May", "Will" inside a sentence: a month or a name, no auxiliary.
  bool IsCapitalisedModal(uint32_t i) const;
  // A verb form that can stand after the subject at `subject`.
  bool IsFiniteAfter(uint32_t verb, uint32_t subject) const;

 private:
  uint32_t VerbOfNounPhrase(uint32_t i) const;

  const WordTable& table_;
  const Draft& draft_;
  uint32_t begin_;
  uint32_t end_;
};

}  // namespace amends::text
