// The name of a finding that survives edits elsewhere: for baselines and for “seen
// before”.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "amends/conversation/reading.h"

namespace amends::conversation {

// 16 hexadecimal digits: a hash of the rule, the canonical words, and two on each side.
// Without words (a finding about the whole reply) of the rule and what is answered, the
// customer's last turn; where there is none, of the first sentence. The draft is the last
// of the turns.
std::string Fingerprint(std::string_view rule, std::span<const Reading> turns,
                        match::Range words);

}  // namespace amends::conversation
