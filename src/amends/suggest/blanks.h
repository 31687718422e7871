// Blanks, `[[what went wrong]]`: what only the writer knows.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "amends/result.h"
#include "amends/text/span.h"

namespace amends::suggest {

// In order, with their brackets.
std::vector<text::Span> FindBlanks(std::string_view text);

// What the blanks of the edits ask for, in order: “what went wrong”.
std::vector<std::string> BlanksOf(std::span<const Edit> edits);

// The edits with words in the place of their blanks, in order. An empty text leaves a
// blank as it is. Words for a blank that begins with a capital get one too, and lose a
// full stop that stands behind the blank already.
std::vector<Edit> Fill(std::span<const Edit> edits, std::span<const std::string> words);

}  // namespace amends::suggest
