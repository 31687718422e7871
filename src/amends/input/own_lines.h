// What the writer's own lines are: greeting, closing, signature, code, small print, and
// the words in between.
#pragma once

#include <span>
#include <vector>

#include "amends/input/conversation.h"
#include "amends/input/lines.h"

namespace amends::input {

// Gives the lines that are kOwn in `kinds`, which has one for each line, their kinds.
// Linear in the number of lines.
void SortOwnLines(std::span<const Line> lines, std::vector<BlockKind>& kinds);

}  // namespace amends::input
