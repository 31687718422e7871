// Between the charset of a mail's part and UTF-8.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace amends::input {

struct Charset {
  std::string name;  // "utf-8" and "us-ascii": the bytes are the text
  std::string note;  // for the user, where what the mail says could not be followed
};

// The charset to read the bytes by, given what the mail says ("" = nothing). Never fails:
// bytes in no known charset are read as UTF-8 or, where they are none, as Windows-1252.
// From any thread.
Charset ChooseCharset(std::string_view said, std::string_view bytes);

struct Utf8Text {
  std::string text;
  bool replaced = false;  // some bytes mean nothing in the charset
};
Utf8Text ToUtf8(const Charset& charset, std::string_view bytes);

// Nothing where the charset cannot say it.
std::optional<std::string> FromUtf8(const Charset& charset, std::string_view text);

}  // namespace amends::input
