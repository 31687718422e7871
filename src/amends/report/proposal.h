// A suggestion as people read it: the sentence as it would stand.
#pragma once

#include <string>
#include <string_view>

#include "amends/result.h"

namespace amends::report {

// The sentences that the edits touch, rewritten, on one line; of long ones the part
// around the edits. Empty if nothing would be left, or there are no edits.
std::string ProposedWords(std::string_view text, const Suggestion& suggestion);

}  // namespace amends::report
