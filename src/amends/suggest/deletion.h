// Words taken out of a draft so that nobody sees where they stood.
#pragma once

#include "amends/conversation/reading.h"
#include "amends/match/matcher.h"
#include "amends/result.h"

namespace amends::suggest {

// Takes the words out with the blank that belonged to them; what now opens the sentence gets
// the capital that they had. The words are of one sentence, and so is all that the edit touches.
Edit Deletion(const conversation::Reading& turn, match::Range words);

}  // namespace amends::suggest
