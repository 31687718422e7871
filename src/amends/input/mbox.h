// Mailboxes: several mails in one file, each below a line that begins with "From ".
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace amends::input {

struct MboxMail {
  std::string_view bytes;  // with the line "From …" and the blank line at the end
  uint32_t line = 1;       // its first, of the file
};

// Whether a line "From …" and then the headers of a mail begin there.
bool BeginsWithPostmark(std::string_view text);

// Side by side over all the bytes, which must outlive them. Bytes before the first such
// line are one of their own; none where there are no bytes.
std::vector<MboxMail> SplitMbox(std::string_view bytes);

// A mail without the mark ">" that a mailbox puts before a line of the body that begins
// with "From ", or with marks and that. One that does not begin with the line "From …" of
// a mailbox stays as it is.
std::string UnescapeMbox(std::string_view mail);

// The mail `unescaped`, which was made from UnescapeMbox(original) by changing words,
// with the marks put back. Nothing where the original did not have them everywhere.
std::optional<std::string> EscapeMbox(std::string_view unescaped,
                                      std::string_view original);

}  // namespace amends::input
