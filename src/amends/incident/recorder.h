// From a conversation to its incident record.
#pragma once

#include <span>

#include "amends/conversation/situation.h"
#include "amends/engine.h"
#include "amends/incident/record.h"
#include "amends/input/conversation.h"
#include "amends/text/text.h"

namespace amends::incident {

// `turns` are the texts of the context and then of the draft, as they are read.
Record WriteRecord(const input::Conversation& conversation,
                   const conversation::Situation& situation,
                   std::span<const text::Text> turns);

// The same from what the engine finds. Never fails, whatever the bytes; any thread.
Record WriteRecord(const input::Conversation& conversation, const Engine& engine);

}  // namespace amends::incident
