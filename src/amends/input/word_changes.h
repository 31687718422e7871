// A change of a stretch of text as the changes of its words.
#pragma once

#include <string_view>
#include <vector>

#include "amends/input/replacement.h"

namespace amends::input {

// Replacements, in order, that together do what `one` does in `text`: what both have
// stays, word by word. A long stretch is changed as a whole.
std::vector<Replacement> WordChanges(std::string_view text, const Replacement& one);

}  // namespace amends::input
