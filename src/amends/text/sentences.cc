#include "amends/text/sentences.h"

namespace amends::text {
namespace {

constexpr uint32_t kLongestSentence = 300;

class SentenceReader {
 public:
  SentenceReader(const WordTable& table, Draft& draft)
      : table_(table), draft_(draft), text_(draft.text), words_(draft.text.words) {}

  void Read(uint32_t first_word, bool split) {
    const uint32_t count = static_cast<uint32_t>(words_.size());
    uint32_t begin = first_word;
    for (uint32_t i = first_word; i < count; ++i) {
      if (i > begin && (draft_.layout[i] & (kParagraph | kItem))) {
        Close(begin, i);
        begin = i;
      }
      if (!split || !words_[i].is(kPunctuation) || !Ends(i, begin)) continue;
      uint32_t end = i + 1;
      while (end < count && IsCloser(end)) ++end;
      i = end - 1;
      // «"Why?" she asked»: the sentence goes on.
      if (end < count && words_[i].is(kPunctuation) && Mark(i) == '"' && StartsLower(end))
        continue;
      Close(begin, end);
      begin = end;
    }
    if (begin < count) Close(begin, count);
  }

 private:
  char Mark(uint32_t i) const { return text_.canonical[words_[i].canon_start]; }
  uint64_t Flags(uint32_t i) const { return table_.flags(words_[i].id); }

  bool StartsLower(uint32_t i) const {
    const Word& word = words_[i];
    return !word.is(kCapitalised) && !word.is(kAllCaps) && !word.is(kNumber) &&
           !word.is(kPunctuation) && !word.is(kSymbol);
  }

  // A closing quotation mark or bracket, or an emoji, right after the end.
  bool IsCloser(uint32_t i) const {
    if (draft_.layout[i] & (kParagraph | kItem)) return false;
    if (draft_.layout[i] & kEmoji) return true;
    if (!words_[i].is(kPunctuation) || (draft_.layout[i] & kBlankBefore)) return false;
    const char mark = Mark(i);
    return mark == '"' || mark == '\'' || mark == ')' || mark == ']' || mark == '!' ||
           mark == '?';
  }

  // "1. Restart it 2. Wait": the dot of a number in a row of steps on one line.
  bool IsListNumber(uint32_t i, uint32_t begin) const {
    if (i == begin || !words_[i - 1].is(kNumber) || words_[i - 1].canon_length > 2)
      return false;
    return i - 1 == begin || Mark(i - 2) == ':';
  }

  bool Ends(uint32_t i, uint32_t begin) const {
    const std::string_view mark = text_.Canon(words_[i]);
    if (mark == "!" || mark == "?") return true;
    if (mark == "." && IsListNumber(i, begin)) return false;
    const bool last = i + 1 >= words_.size();
    if (mark == "...") return last || !StartsLower(i + 1);
    return mark == "." && (last || !IsAbbreviationDot(i));
  }

  bool IsAbbreviationDot(uint32_t i) const {
    if (i == 0 || (draft_.layout[i] & kBlankBefore)) return false;
    const Word& after = words_[i + 1];
    const uint64_t flags = Flags(i - 1);
    if (flags & kTitle) return true;
    if (flags & kAbbreviation) {
      if (after.is(kNumber)) return true;
      // "no" and "art" are words of their own: abbreviations before a number only.
      if (flags & (kFrequent | kInterjection)) return false;
      return StartsLower(i + 1) || after.is(kPunctuation);
    }
    // An initial before a name.
    return (draft_.layout[i - 1] & kInitial) &&
           (after.is(kCapitalised) || (draft_.layout[i + 1] & kInitial)) &&
           !(Flags(i + 1) & (kFrequent | kSubjectPronoun | kDeterminer));
  }

  void Close(uint32_t begin, uint32_t end) {
    Sentence sentence;
    sentence.begin = begin;
    sentence.end = end;
    for (uint32_t i = end; i-- > begin;) {
      const bool closer =
          (draft_.layout[i] & kEmoji) ||
          (words_[i].is(kPunctuation) &&
           std::string_view("\"')]").find(Mark(i)) != std::string_view::npos);
      if (closer) continue;
      sentence.question = words_[i].is(kPunctuation) && Mark(i) == '?';
      break;
    }
    text_.sentences.push_back(sentence);
  }

  const WordTable& table_;
  Draft& draft_;
  Text& text_;
  std::vector<Word>& words_;
};

}  // namespace

void ReadSentences(const WordTable& table, Draft& draft, uint32_t first_word,
                   bool split) {
  const size_t first_sentence = draft.text.sentences.size();
  SentenceReader(table, draft).Read(first_word, split);
  for (size_t s = first_sentence; s < draft.text.sentences.size(); ++s) {
    const Sentence& sentence = draft.text.sentences[s];
    for (uint32_t i = sentence.begin; i < sentence.end; ++i) {
      if (draft.text.words[i].is(kPunctuation) || draft.text.words[i].is(kSymbol))
        continue;
      draft.text.words[i].features |= kSentenceFirst;
      break;
    }
  }
}

void CutLongSentences(Draft& draft, size_t first_sentence) {
  std::vector<Sentence>& sentences = draft.text.sentences;
  bool too_long = false;
  for (size_t s = first_sentence; s < sentences.size(); ++s) {
    too_long |= sentences[s].end - sentences[s].begin > kLongestSentence;
  }
  if (!too_long) return;
  const std::vector<Sentence> whole(
      sentences.begin() + static_cast<std::ptrdiff_t>(first_sentence), sentences.end());
  sentences.resize(first_sentence);
  for (Sentence rest : whole) {
    while (rest.end - rest.begin > kLongestSentence) {
      uint32_t cut = rest.begin + kLongestSentence;
      while (cut > rest.begin + kLongestSentence / 2 &&
             draft.text.words[cut].before != Boundary::kClause) {
        --cut;
      }
      if (draft.text.words[cut].before != Boundary::kClause)
        cut = rest.begin + kLongestSentence;
      while (draft.layout[cut] & kOpened) --cut;
      Sentence head = rest;
      head.end = cut;
      head.question = false;
      sentences.push_back(head);
      rest.begin = cut;
      draft.text.words[cut].before = Boundary::kSentence;
    }
    sentences.push_back(rest);
  }
}

}  // namespace amends::text
