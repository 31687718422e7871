// The situation of a case as JSON: docs/situation.md describes the keys.
#pragma once

#include "amends/conversation/situation.h"
#include "amends/input/conversation.h"
#include "amends/report/json_text.h"

namespace amends::report {

// Writes the key "situation" and its object. What is not known, and a list without
// entries, is left out.
void WriteSituation(const input::Conversation& conversation,
                    const conversation::Situation& situation, JsonText& json);

}  // namespace amends::report
