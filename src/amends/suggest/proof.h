// What a safe suggestion has to show before it is offered: made in the draft and checked
// again, its finding is gone and nothing new is found.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "amends/input/conversation.h"
#include "amends/result.h"

namespace amends::suggest {

// Where a byte of the draft is after the edits, which are in order. Behind one that ends
// at it.
uint32_t PlaceAfter(uint32_t place, std::span<const Edit> edits);

// The conversation with the edits made in its draft, and without the turns before it.
input::Conversation Edited(const input::Conversation& conversation,
                           std::span<const Edit> edits);

// Whether `after`, found once the edits were made, holds nothing but findings of `before`
// other than before[fixed], at their places. Both by start; of a finding only rule, scope
// and span are looked at.
bool OnlyRemoves(std::span<const Finding> before, size_t fixed,
                 std::span<const Edit> edits, std::span<const Finding> after);

}  // namespace amends::suggest
