// Changes to a draft that is a record, put back into its JSON.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "amends/input/replacement.h"

namespace amends::input {

// The record with the replacements made in the text that ReadRecord reads from it. Every
// byte outside of them stays, escapes too. Nothing where that cannot be done: no record,
// replacements out of order or inside a character, a text that is not the value as it
// stands.
std::optional<std::string> ReplaceInRecord(std::string_view json,
                                           std::span<const Replacement> replacements);

}  // namespace amends::input
