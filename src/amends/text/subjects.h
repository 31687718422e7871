// Who acts in a clause.
#pragma once

#include "amends/text/sentence_view.h"

namespace amends::text {

// The subject of the clause that the view spans.
Subject SubjectOf(const SentenceView& clause);

}  // namespace amends::text
