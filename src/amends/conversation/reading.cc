#include "amends/conversation/reading.h"

namespace amends::conversation {

uint32_t Reading::ClauseOf(uint32_t word) const {
  const text::Sentence& sentence = text.sentences[sentence_of[word]];
  uint32_t clause = sentence.first_clause;
  while (clause + 1 < sentence.last_clause && text.clauses[clause].end <= word) ++clause;
  return clause;
}

}  // namespace amends::conversation
