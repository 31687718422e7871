// What an answer says that nobody told it: numbers and names from nowhere.
#pragma once

#include <vector>

#include "amends/engine.h"
#include "amends/input/conversation.h"
#include "amends/result.h"
#include "amends/text/span.h"
#include "amends/training/exercise.h"

namespace amends::training {

// Numbers and names in the writer's own sentences of `draft` that stand nowhere in the
// exercise (not in the example of another case). What two of its sums of money come to,
// or all, is no invention. A time that the writer promises is the writer's to give, and
// so are small numbers in it; the name under a letter is not asked about. `result` is of
// the draft. What was invented in plain words it does not see.
std::vector<text::Span> FindInvented(const Engine& engine, const Exercise& exercise,
                                     const input::Conversation& draft,
                                     const Result& result);

}  // namespace amends::training
