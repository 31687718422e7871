// A sentence of a draft put before another, as it stands.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "amends/conversation/reading.h"
#include "amends/result.h"

namespace amends::suggest {

// The edits that take sentence `moved` (its number in the reading's text, behind
// `target`) out of its place and put it right before `target`: the first word of that
// with the sentence before it, and a deletion. The paragraph that it leaves empty goes
// too. Nothing where the one or the other does not stand free: in a list, or with marks
// before it.
std::optional<std::vector<Edit>> MoveBefore(const conversation::Reading& turn,
                                            uint32_t moved, uint32_t target);

}  // namespace amends::suggest
