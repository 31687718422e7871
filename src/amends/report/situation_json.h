// The situation of a case as JSON: docs/situation.md describes the keys.
#pragma once

#include <string_view>

#include "amends/conversation/situation.h"
#include "amends/input/conversation.h"
#include "amends/report/json_text.h"

namespace amends::report {

// The words that stand for them in JSON.
std::string_view NameOf(conversation::Answer answer);
std::string_view NameOf(input::FailureKind kind);

// Writes the key "situation" and its object. What is not known, and a list without
// entries, is left out.
void WriteSituation(const input::Conversation& conversation,
                    const conversation::Situation& situation, JsonText& json);

}  // namespace amends::report
