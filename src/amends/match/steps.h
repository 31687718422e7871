// What each single step of a program takes in one sentence, under one set of taken words.
// Internal to match.
#pragma once

#include <cstdint>
#include <limits>
#include <span>

#include "amends/match/lexicon.h"
#include "amends/match/program.h"
#include "amends/text/text.h"

namespace amends::match {

inline constexpr uint32_t kNowhere = std::numeric_limits<uint32_t>::max();

class Steps {
 public:
  // `taken` holds a flag for each word of the text, or is empty.
  Steps(const Lexicon& lexicon, const text::Text& text, const text::Sentence& sentence,
        std::span<const uint8_t> taken);

  const Lexicon& lexicon() const { return lexicon_; }
  uint32_t size() const { return count_; }
  const text::Word& word(uint32_t position) const { return words_[position]; }
  // 0, no word's, behind the last.
  text::WordId id(uint32_t position) const {
    return position < count_ ? words_[position].id : 0;
  }
  bool taken(uint32_t position) const {
    return taken_ != nullptr && taken_[position] != 0;
  }

  // The place behind a step that takes words or asks for a place, or kNowhere. For all
  // but calls, gaps and what takes no place at all.
  uint32_t Past(const Inst& inst, uint32_t position) const {
    switch (inst.op) {
      case Op::kWord:
      case Op::kSet: {
        if (position >= count_) return kNowhere;
        const text::WordId word = words_[position].id;
        const bool fits =
            inst.op == Op::kWord ? word == inst.arg : lexicon_.InSet(word, inst.arg);
        return fits && !taken(position) ? position + 1 : kNowhere;
      }
      default:
        return PastOther(inst, position);
    }
  }

  // Whether a match of a class can begin at the position, for all that its first word
  // says.
  bool MayOpen(const Program& program, uint32_t position) const;

  // Whether a gap can take the word.
  bool MayPassOver(uint32_t position) const;
  bool AtSentenceStart(uint32_t position) const;
  bool AtSentenceEnd(uint32_t position) const;
  bool AtClauseStart(uint32_t position) const;
  bool AtClauseEnd(uint32_t position) const;

 private:
  uint32_t PastOther(const Inst& inst, uint32_t position) const;
  bool Matches(const Inst& inst, uint32_t position) const;
  bool OpensClause(uint32_t position) const;
  bool MayPassOver(uint32_t position, bool may_open) const;
  uint32_t PastBreak(uint32_t position) const;
  uint32_t PastInsertion(uint32_t position) const;

  const Lexicon& lexicon_;
  const text::Text& text_;
  const text::Word* words_;
  uint32_t count_;
  const uint8_t* taken_;
  uint32_t first_word_ = 0;  // the first that is no mark; count_ where there is none
  uint32_t last_word_ = 0;   // the place behind the last that is no mark
};

}  // namespace amends::match
