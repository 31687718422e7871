// Words of a draft inside a message.
#pragma once

#include <string>
#include <string_view>

namespace amends::suggest {

// On one line, with one blank for each stretch of them, a long text with its middle left out;
// bytes that are no UTF-8 are shown as U+FFFD.
std::string Quote(std::string_view source);

}  // namespace amends::suggest
