#include "amends/conversation/reading.h"

#include <algorithm>

namespace amends::conversation {

std::span<const Found> Reading::FoundBy(uint32_t detector) const {
  const auto by = &Found::detector;
  const auto begin = std::ranges::lower_bound(found, detector, {}, by);
  return {begin, std::ranges::upper_bound(begin, found.end(), detector, {}, by)};
}

uint32_t Reading::ClauseOf(uint32_t word) const {
  const text::Sentence& sentence = text.sentences[sentence_of[word]];
  uint32_t clause = sentence.first_clause;
  while (clause + 1 < sentence.last_clause && text.clauses[clause].end <= word) ++clause;
  return clause;
}

match::Range Reading::WholeWords(match::Range words) const {
  const auto together = [this](uint32_t word) {
    return text.words[word - 1].span == text.words[word].span;
  };
  while (words.begin > 0 && together(words.begin)) --words.begin;
  while (words.end < text.words.size() && together(words.end)) ++words.end;
  return words;
}

}  // namespace amends::conversation
