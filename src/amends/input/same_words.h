// Two texts that say the same, such as the plain and the HTML part of a mail: what stands
// in one, found in the other.
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "amends/input/replacement.h"

namespace amends::input {

// The replacements of `from` as those of `to`, told by the words they touch and some
// around them; where those stand several times, as often in both, by their order. Nothing
// where one of them cannot be told.
std::optional<std::vector<Replacement>> CarryOver(
    std::string_view from, std::string_view to,
    std::span<const Replacement> replacements);

}  // namespace amends::input
