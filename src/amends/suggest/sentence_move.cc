#include "amends/suggest/sentence_move.h"

#include <string>
#include <string_view>
#include <utility>

#include "amends/suggest/sentence_end.h"
#include "amends/text/letter_case.h"

namespace amends::suggest {

using conversation::Reading;
using text::Span;

namespace {

// Blanks and line breaks between a sentence and what stands before or behind it.
struct Margin {
  Span span;
  bool breaks = false;  // a line ends in it, or the text begins or ends there
};

bool IsBlank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

Margin MarginBefore(std::string_view source, uint32_t at) {
  uint32_t start = at;
  while (start > 0 && IsBlank(source[start - 1])) --start;
  const std::string_view gap = source.substr(start, at - start);
  return {{start, at}, start == 0 || gap.find('\n') != gap.npos};
}

Margin MarginAfter(std::string_view source, uint32_t at) {
  uint32_t end = at;
  while (end < source.size() && IsBlank(source[end])) ++end;
  const std::string_view gap = source.substr(at, end - at);
  return {{at, end}, end == source.size() || gap.find('\n') != gap.npos};
}

// “… - Ana”, “… ^MM”: signed, and so the last of the letter.
bool IsSigned(const Reading& turn, const text::Sentence& sentence) {
  constexpr uint32_t kLongestName = 3;
  for (uint32_t at = sentence.end; at > sentence.begin + 1;) {
    const text::Word& word = turn.text.words[--at];
    const std::string_view canon = turn.text.Canon(word);
    const bool mark = canon.starts_with('-') || canon == "^" || canon == "/";
    if (mark) return at + 1 < sentence.end;
    if (sentence.end - at > kLongestName) return false;
  }
  return false;
}

bool StandsFree(const Margin& before, std::string_view source) {
  if (before.span.start == 0) return true;
  return before.span.length() > 0 &&
         (before.breaks || source[before.span.start - 1] != '-');
}

// “Really.”, “12 .sorry for it”: torn from what stands beside it.
bool IsTorn(const Reading& turn, const text::Sentence& sentence) {
  constexpr uint32_t kFewest = 3;  // words
  uint32_t words = 0;
  for (uint32_t i = sentence.begin; i < sentence.end; ++i) {
    words += turn.text.words[i].is(text::kPunctuation) ? 0 : 1;
  }
  const char first = turn.source[turn.text.words[sentence.begin].span.start];
  return words < kFewest || (first >= '0' && first <= '9');
}

}  // namespace

std::optional<std::vector<Edit>> MoveBefore(const Reading& turn, uint32_t moved,
                                            uint32_t target, bool capital_is_of_place) {
  const text::Sentence& sentence = turn.text.sentences[moved];
  const std::string_view source = turn.source;
  const Span from = turn.text.SpanOf(sentence.begin, sentence.end);
  const uint32_t begins = turn.text.sentences[turn.sentence_of[target]].begin;
  const uint32_t first = turn.text.words[begins].span.start;
  if (IsSigned(turn, sentence) || IsTorn(turn, sentence)) return std::nullopt;
  const Margin before = MarginBefore(source, from.start);
  const Margin after = MarginAfter(source, from.end);
  if (!StandsFree(before, source) || !StandsFree(MarginBefore(source, first), source)) {
    return std::nullopt;
  }
  Edit take{from, ""};
  if (after.breaks && !(before.breaks && after.span.end < source.size())) {
    take.span.start = before.span.start;  // the last of its paragraph, or of the text
  } else {
    take.span.end = after.span.end;
  }
  std::string words(source.substr(from.start, from.length()));
  if (!EndsAsASentence(words)) words += '.';
  words += ' ';
  const Span to = turn.text.words[target].span;
  const std::string_view follower = source.substr(to.start, to.length());
  const bool goes_on = target > begins && !MarginBefore(source, to.start).breaks;
  if (goes_on && capital_is_of_place) words = text::WithSmallLetter(words);
  Edit put{to, words + (goes_on ? text::WithCapital(follower) : std::string(follower))};
  return std::vector<Edit>{std::move(put), std::move(take)};
}

}  // namespace amends::suggest
