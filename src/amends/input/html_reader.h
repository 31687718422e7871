// Drafts that are HTML: a file, a part of a mail, the text of a record.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "amends/input/conversation.h"
#include "amends/input/quoted_turns.h"
#include "amends/input/replacement.h"

namespace amends::input {

// Sets `text`, `source`, `blocks` and, where there is none, `context` from HTML that is
// UTF-8. `source` leads into it.
void TakeHtml(std::string_view html, StructureOptions options,
              const Correspondents& correspondents, Conversation& conversation);

// The replacements of the text that TakeHtml reads, as those of the HTML. Tags between
// what is replaced stay. Beyond ASCII as references where `ascii`.
std::optional<std::vector<Replacement>> HtmlReplacements(
    std::string_view html, std::span<const Replacement> replacements, bool ascii);

// The page as UTF-8, without a byte order mark.
std::string HtmlOf(std::string_view bytes);

// Never fails. The charset is what a byte order mark or a meta element says, else UTF-8
// or Windows-1252, whichever the bytes are.
Conversation ReadHtml(std::string_view bytes);

// The bytes with the replacements made in the text that ReadHtml reads from them; every
// other byte stays. Nothing where that cannot be done.
std::optional<std::string> ReplaceInHtml(std::string_view bytes,
                                         std::span<const Replacement> replacements);

}  // namespace amends::input
