// What may be changed in a draft without asking.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "amends/result.h"

namespace amends::suggest {

struct SafeEdits {
  std::vector<Edit> edits;  // ordered, not overlapping
  size_t changes = 0;       // suggestions they belong to
};

// The edits of each finding whose best suggestion is safe. Suggestions that overlap are
// never merged: the one that starts earlier stands, of two at one place the graver
// finding's.
SafeEdits FindSafeEdits(const Result& result);

// The text with the edits made. They must be ordered, not overlap and lie within the
// text.
std::string Apply(std::string_view text, std::span<const Edit> edits);

}  // namespace amends::suggest
