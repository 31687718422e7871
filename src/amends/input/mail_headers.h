// Whether a text begins as a mail does.
#pragma once

#include <string_view>

namespace amends::input {

// Headers up to a blank line, among them one that only mails have.
bool BeginsWithHeaders(std::string_view text);

}  // namespace amends::input
