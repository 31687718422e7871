// The nearest of some known names to a mistyped one.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace amends::pack {

// Insertions, deletions, substitutions and swaps of neighbours that turn one into the
// other (bytes).
size_t EditDistance(std::string_view a, std::string_view b);

// "did you mean “severity”?", or "" where nothing known is near enough to be meant.
std::string DidYouMean(std::string_view name, std::span<const std::string> known);

}  // namespace amends::pack
