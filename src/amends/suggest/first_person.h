// From the firm's “we” to the writer's “I”.
#pragma once

#include <string>

#include "amends/conversation/reading.h"
#include "amends/match/matcher.h"

namespace amends::suggest {

// The source of the words with we, our, us, ours and ourselves turned into I, my, me, mine and
// myself, and are and were beside “we” into am and was. Capitals, quotes and line breaks
// stay. Words beyond the clause of the first are left as they are.
std::string InFirstPerson(const conversation::Reading& turn, match::Range words);

}  // namespace amends::suggest
