// Records: the JSON of one draft in its thread (docs/formats.md).
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <variant>

#include "amends/input/conversation.h"

namespace amends::input {

// Why a record cannot be read. Codes: "json" (not JSON, or nested too deep), "record"
// (not an object, a key twice, or a key of the wrong type or value).
struct RecordError {
  std::string code;
  std::string message;       // for people: names the key, what it is and what it must be
  std::string pointer = {};  // RFC 6901, to the key; empty = the whole
};

// Only `text` is required. Unknown keys are ignored with one note that names them, but
// for those in `left_alone`, which are somebody else's; what is not UTF-8 is replaced
// with a note.
std::variant<Conversation, RecordError> ReadRecord(
    std::string_view json, std::span<const std::string_view> left_alone = {});

}  // namespace amends::input
