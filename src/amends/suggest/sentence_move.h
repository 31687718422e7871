// A sentence of a draft put before another, as it stands.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "amends/conversation/reading.h"
#include "amends/result.h"

namespace amends::suggest {

// The edits that take sentence `moved` (its number in the reading's text, behind that of
// the word `target`) out of its place and put it right before `target`, which begins a
// sentence, or follows a greeting in it: one deletion, and one edit of that word. The
// paragraph that it leaves empty goes too. Nothing where the one or the other does not
// stand free: in a list, or with marks before it. `capital_is_of_place` says that the
// moved sentence begins with a word that is written small elsewhere.
std::optional<std::vector<Edit>> MoveBefore(const conversation::Reading& turn,
                                            uint32_t moved, uint32_t target,
                                            bool capital_is_of_place);

}  // namespace amends::suggest
