// Words that somebody types as they stand in a draft.
#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "amends/text/span.h"

namespace amends {

// Where the words stand, several separated by “|”, in the order of the draft; else what
// is in the way, for people. Case, the shape of quotation marks and the width of blanks
// do not count, nor quotation marks around the words.
std::variant<std::vector<text::Span>, std::string> FindWords(std::string_view draft,
                                                             std::string_view words);

}  // namespace amends
