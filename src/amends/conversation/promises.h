// The ledger of what was promised in a thread: by when, and whether it was kept.
#pragma once

#include <span>
#include <string_view>

#include "amends/conversation/due.h"
#include "amends/conversation/reading.h"
#include "amends/conversation/signs.h"
#include "amends/conversation/situation.h"

namespace amends::conversation {

// Completes the promises that NoteCase has noted, and says whether one of them is
// overdue. `now` is when the draft is written, ISO 8601; empty = not known.
void KeepLedger(std::span<const Reading> turns, std::span<const Meaning> meanings,
                std::string_view now, const Calendar& calendar, Situation& situation);

}  // namespace amends::conversation
