// What a comma or a bracket separates: an aside (weak) or clauses.
#pragma once

#include "amends/text/sentence_view.h"

namespace amends::text {

// The grade of the comma at `comma`; the clause it stands in began at clause_begin and
// `predicated` says whether it has its verb (or its "sorry") already.
Boundary CommaGrade(const SentenceView& view, uint32_t comma, uint32_t clause_begin,
                    bool predicated);

// The grade of the round bracket at `bracket`: a clause where a subject and a verb stand
// inside.
Boundary BracketGrade(const SentenceView& view, uint32_t bracket);

}  // namespace amends::text
