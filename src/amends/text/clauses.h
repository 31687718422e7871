// The clauses of each sentence and who acts in them. docs/text.md says what is meant.
#pragma once

#include "amends/text/canonical.h"

namespace amends::text {

// Fills text.clauses from the boundaries, with the subject of each.
void ReadClauses(const WordTable& table, Draft& draft);

}  // namespace amends::text
