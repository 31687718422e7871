// Mailboxes: several mails in one file, each below a line that begins with "From ".
#pragma once

#include <cstdint>
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

}  // namespace amends::input
