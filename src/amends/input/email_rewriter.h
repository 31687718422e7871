// Changes to a draft that is an e-mail, put back into the mail.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "amends/input/replacement.h"

namespace amends::input {

// The mail with the replacements made in the text that ReadEmail reads from it. Only the
// lines of the part's encoded body that they touch are written anew (all of it if it is
// base64); every other byte stays. Where HTML beside the plain text says the same, the
// same is done to it. Nothing where that cannot be done: replacements out of order, words
// that the HTML does not say, a signed part, a character that the part's charset or
// encoding cannot carry.
std::optional<std::string> ReplaceInEmail(std::string_view bytes,
                                          std::span<const Replacement> replacements);

}  // namespace amends::input
