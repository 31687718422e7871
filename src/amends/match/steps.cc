#include "amends/match/steps.h"

#include <algorithm>

namespace amends::match {

using text::Boundary;
using text::Feature;
using text::Word;

Steps::Steps(const Lexicon& lexicon, const text::Text& text,
             const text::Sentence& sentence, std::span<const uint8_t> taken)
    : lexicon_(lexicon),
      text_(text),
      words_(text.words.data() + sentence.begin),
      count_(sentence.end - sentence.begin),
      taken_(taken.empty() ? nullptr : taken.data() + sentence.begin) {
  while (first_word_ < count_ && words_[first_word_].is(Feature::kPunctuation)) {
    ++first_word_;
  }
  last_word_ = count_;
  while (last_word_ > 0 && words_[last_word_ - 1].is(Feature::kPunctuation)) --last_word_;
}

bool Steps::Matches(const Inst& inst, uint32_t position) const {
  if (position >= count_ || taken(position)) return false;
  const Word& word = words_[position];
  switch (inst.op) {
    case Op::kNotWord:
      return word.id != inst.arg && !word.is(Feature::kPunctuation);
    case Op::kNotSet:
      return !lexicon_.InSet(word.id, inst.arg) && !word.is(Feature::kPunctuation);
    case Op::kFeature:
      return IsOf(word, static_cast<Builtin>(inst.arg));
    case Op::kNotFeature:
      return !IsOf(word, static_cast<Builtin>(inst.arg)) &&
             !word.is(Feature::kPunctuation);
    case Op::kShape:
      return word.is(Feature::kNumber) && lexicon_.HasShape(text_.Canon(word), inst.arg);
    default:
      return false;
  }
}

bool Steps::MayOpen(const Program& program, uint32_t position) const {
  if (position >= count_) return false;
  return program.opening == Program::kAnything ||
         lexicon_.InSet(words_[position].id, program.opening) ||
         (program.opening_builtins != 0 &&
          (program.opening_builtins & TellingBuiltinsOf(words_[position])) != 0);
}

bool Steps::MayPassOver(uint32_t position) const { return MayPassOver(position, false); }

bool Steps::MayPassOver(uint32_t position, bool may_open) const {
  if (position >= count_) return false;
  const Word& word = words_[position];
  const bool mark = word.is(Feature::kPunctuation);
  if (word.before == Boundary::kClause) return may_open && !mark;
  return !mark || word.before != Boundary::kSentence;
}

bool Steps::AtSentenceStart(uint32_t position) const { return position <= first_word_; }

bool Steps::AtSentenceEnd(uint32_t position) const { return position >= last_word_; }

bool Steps::OpensClause(uint32_t position) const {
  return position < count_ && words_[position].before == Boundary::kClause &&
         !words_[position].is(Feature::kPunctuation);
}

bool Steps::AtClauseStart(uint32_t position) const {
  return OpensClause(position) || AtSentenceStart(position);
}

bool Steps::AtClauseEnd(uint32_t position) const {
  return (position < count_ && words_[position].before == Boundary::kClause) ||
         AtSentenceEnd(position);
}

// The place behind the marks of a clause boundary, or kNowhere.
uint32_t Steps::PastBreak(uint32_t position) const {
  const uint32_t last = std::min(count_, position + kMaxBreakMarks);
  while (position < last && words_[position].is(Feature::kPunctuation)) ++position;
  return OpensClause(position) ? position : kNowhere;
}

// The place behind a weak insertion, or kNowhere.
uint32_t Steps::PastInsertion(uint32_t position) const {
  if (position >= count_ || words_[position].before != Boundary::kWeak ||
      !words_[position].is(Feature::kPunctuation)) {
    return kNowhere;
  }
  const std::string_view opening = text_.Canon(words_[position]);
  if (opening != "," && opening != "(") return kNowhere;
  const std::string_view closing = opening == "(" ? ")" : ",";
  const uint32_t last = std::min(count_, position + 2 + kMaxInsertionWords);
  for (uint32_t i = position + 1; i < last; ++i) {
    if (!words_[i].is(Feature::kPunctuation)) continue;
    return text_.Canon(words_[i]) == closing ? i + 1 : kNowhere;
  }
  return kNowhere;
}

uint32_t Steps::PastOther(const Inst& inst, uint32_t position) const {
  switch (inst.op) {
    case Op::kGapFirst:
      return MayPassOver(position, true) ? position + 1 : kNowhere;
    case Op::kSentenceStart:
      return AtSentenceStart(position) ? position : kNowhere;
    case Op::kSentenceEnd:
      return AtSentenceEnd(position) ? position : kNowhere;
    case Op::kClauseStart:
      return AtClauseStart(position) ? position : kNowhere;
    case Op::kClauseEnd:
      return AtClauseEnd(position) ? position : kNowhere;
    case Op::kBreak:
      return PastBreak(position);
    case Op::kInsertion:
      return PastInsertion(position);
    default:
      return Matches(inst, position) ? position + 1 : kNowhere;
  }
}

}  // namespace amends::match
