// Drafts that are Markdown: a file, the text of a record.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "amends/input/conversation.h"
#include "amends/input/replacement.h"

namespace amends::input {

// Sets `text`, `source`, `blocks` and, where there is none, `context` from Markdown that
// is UTF-8. `source` leads into it.
void TakeMarkdown(std::string_view markdown, Conversation& conversation);

// The replacements of the text that TakeMarkdown reads, as those of the Markdown.
std::optional<std::vector<Replacement>> MarkdownReplacements(
    std::string_view markdown, std::span<const Replacement> replacements);

// Never fails.
Conversation ReadMarkdown(std::string_view bytes);

// The bytes with the replacements made in the text that ReadMarkdown reads from them;
// every other byte stays. Nothing where that cannot be done.
std::optional<std::string> ReplaceInMarkdown(std::string_view bytes,
                                             std::span<const Replacement> replacements);

}  // namespace amends::input
