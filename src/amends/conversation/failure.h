// Whether something has gone wrong, and whether the company did it: docs/situation.md in
// code. Rules ask for it while a draft is judged, so it stands on what was found so far.
#pragma once

#include <span>
#include <string_view>

#include "amends/conversation/reading.h"
#include "amends/conversation/signs.h"
#include "amends/conversation/situation.h"
#include "amends/input/conversation.h"

namespace amends::conversation {

// Failure and fault with their signs, and nothing else of the situation. `meanings` holds
// that of each detector. `turns` are all turns so far, the draft last.
Situation ReadFailure(const input::Facts& facts, std::span<const Reading> turns,
                      std::span<const Meaning> meanings);

// Whether ReadFailure asks for moves of this id, so that they must have been found
// before.
bool TellsOfFailure(std::string_view move);

// Where in the turn, number `turn` of its thread, the words are.
Evidence EvidenceOf(uint32_t turn, const Reading& reading, match::Range words);

}  // namespace amends::conversation
