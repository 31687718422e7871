// Drafts that are plain text: a file, standard input, the body of an editor.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "amends/input/conversation.h"
#include "amends/input/replacement.h"

namespace amends::input {

// Never fails. `text` is the bytes themselves, without a byte order mark; UTF-16 with a
// mark is converted. Bytes that are not UTF-8 and line ends stay as they are.
Conversation ReadPlainText(std::string_view bytes);

// The bytes with the replacements made in the text that ReadPlainText reads from them, in
// the same encoding. Nothing where that cannot be done without changing anything else.
std::optional<std::string> ReplaceInPlainText(std::string_view bytes,
                                              std::span<const Replacement> replacements);

}  // namespace amends::input
