// The rest of the situation, once every turn has been judged: what was said, promised,
// refused and given, how far the recovery has come. docs/situation.md in code.
#pragma once

#include <span>
#include <string_view>

#include "amends/conversation/reading.h"
#include "amends/conversation/signs.h"
#include "amends/conversation/situation.h"
#include "amends/input/conversation.h"

namespace amends::conversation {

// Whether NoteCase asks for moves of this id, so that they must have been found before.
bool TellsOfTheCase(std::string_view move);

// Completes what ReadFailure has begun; the arguments are the same.
void NoteCase(const input::Facts& facts, std::span<const Reading> turns,
              std::span<const Meaning> meanings, Situation& situation);

}  // namespace amends::conversation
