// Changes to a draft, to be written back into what it was read from.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "amends/text/span.h"

namespace amends::input {

struct Replacement {
  text::Span span;  // bytes of Conversation::text
  std::string insert;
};

// Nothing where they are not in order, overlap or reach beyond the text.
std::optional<std::string> Replace(std::string_view text,
                                   std::span<const Replacement> replacements);

}  // namespace amends::input
