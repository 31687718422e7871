// The first letter of a stretch of text, large and small.
#pragma once

#include <string>
#include <string_view>

namespace amends::text {

// What does not begin with a letter of the other case is returned as it is.
std::string WithCapital(std::string_view text);
std::string WithSmallLetter(std::string_view text);

bool StartsWithCapital(std::string_view text);

}  // namespace amends::text
