// Which words stand between quotation marks.
#pragma once

#include "amends/text/canonical.h"

namespace amends::text {

// Marks the words between two matching marks of one paragraph, at most 60 words apart,
// with kQuoted. Straight and curly marks are told apart by what stands beside them, not
// by shape.
void MarkQuotations(Draft& draft);

}  // namespace amends::text
