// The structure of an e-mail as far as drafts need it: where its text is and how it is
// encoded.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "amends/input/transfer_encoding.h"

namespace amends::input {

// The part that holds the text: the first text/plain that is no attachment, else the
// first text/html that is none.
struct MailPart {
  int index =
      0;  // among the leaves of the tree of parts, depth first; an enclosed mail is one
  bool is_html = false;
  bool is_signed = false;  // a change would break the signature
  size_t begin = 0;        // its body as encoded, bytes of the mail
  size_t end = 0;
  TransferEncoding encoding = TransferEncoding::kNone;
  bool eight_bit = false;  // the mail says that the body holds bytes beyond ASCII
  std::string charset;     // as the mail says, in lower case; may be empty
};

struct Mail {
  bool has_headers = false;  // false: this is no mail
  std::optional<MailPart> part;
  std::vector<std::string> notes;  // what is broken, for the user
};

// Never fails. From any thread.
Mail ReadMail(std::string_view bytes);

}  // namespace amends::input
