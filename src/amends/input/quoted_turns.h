// What is quoted in a draft, as turns of its conversation.
#pragma once

#include <string>
#include <string_view>

#include "amends/input/conversation.h"
#include "amends/input/structure.h"

namespace amends::input {

// Who writes to whom, as the headers of a mail say; empty = not known.
struct Correspondents {
  std::string agent_name;
  std::string agent_address;
  std::string customer_address;
};

// Sets `blocks` from `text` (none where all of it is own), and `context` from the
// messages quoted in it where there is none yet: the oldest first, by the customer unless
// the attribution names the agent or somebody at the agent's own domain.
void ReadQuoting(const StructureOptions& options, const Correspondents& correspondents,
                 Conversation& conversation);

}  // namespace amends::input
