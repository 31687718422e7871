// What a client asks to have checked.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>

#include "amends/input/conversation.h"
#include "amends/languagetool/answer.h"
#include "amends/languagetool/language.h"
#include "amends/languagetool/marked_text.h"
#include "amends/languagetool/parameters.h"
#include "amends/languagetool/selection.h"

namespace amends::languagetool {

struct CheckRequest {
  MarkedText text;
  // The one asked for; nothing: the text is to tell ("auto"), and `preferred` is the
  // variety of English to name.
  std::optional<Language> language;
  Language preferred;
  Selection selection;
  bool compact = false;
  bool whole = false;            // the text is the whole reply
  std::string customer_message;  // what it answers; empty = not known

  // The draft in its thread, with the source map of the text.
  input::Conversation ToConversation() const;
};

// `longest` is how many UTF-16 code units a text may have. Unknown parameters are left
// alone.
std::variant<CheckRequest, Refusal> ReadCheckRequest(
    std::span<const Parameter> parameters, uint32_t longest);

}  // namespace amends::languagetool
