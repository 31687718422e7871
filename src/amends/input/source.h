// What a draft comes in: telling the format, reading it, and writing changes back.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>

#include "amends/input/conversation.h"
#include "amends/input/record.h"
#include "amends/input/replacement.h"

namespace amends::input {

enum class Format : uint8_t {
  kAuto,
  kText,
  kEmail,
  kHtml,
  kMarkdown,
  kRecord,
  kJsonLines,
  kMbox,
};

struct Detection {
  Format format = Format::kText;
  std::string_view reason;  // "it begins with the headers of a mail"; valid for ever
};

// By the content where it tells, else by the name's ending, else text. Never kAuto. The
// first few lines of the content do, but for a mailbox, which they may not tell from one
// mail.
Detection DetectFormat(std::string_view filename, std::string_view bytes);

// One draft; kAuto is told by the content alone. Fails for what a record fails for and
// with the codes "format" (holds several drafts) and "size" (more than 64 MB).
std::variant<Conversation, RecordError> Read(Format format, std::string_view bytes);

// The bytes with the replacements made in the text that Read gives. Nothing where that
// cannot be done without changing anything else.
std::optional<std::string> ReplaceText(Format format, std::string_view bytes,
                                       std::span<const Replacement> replacements);

}  // namespace amends::input
