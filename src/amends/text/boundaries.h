// What stands between two words of a sentence. docs/text.md says what is meant.
#pragma once

#include "amends/text/canonical.h"

namespace amends::text {

// Sets Word::before of every word of the sentences from first_sentence on.
void MarkBoundaries(const WordTable& table, Draft& draft, size_t first_sentence);

}  // namespace amends::text
