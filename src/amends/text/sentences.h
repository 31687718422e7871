// Where sentences end.
#pragma once

#include "amends/text/canonical.h"

namespace amends::text {

// Fills text.sentences (words and question only) and marks kSentenceFirst. Where `split`
// is false, only blank lines and list items end a sentence.
void ReadSentences(const WordTable& table, Draft& draft, uint32_t first_word, bool split);

// Cuts sentences of more than 300 words, at a clause boundary where there is one.
void CutLongSentences(Draft& draft, size_t first_sentence);

}  // namespace amends::text
