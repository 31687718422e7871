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

// A part that holds the text.
struct MailPart {
  int index =
      0;  // among the leaves of the tree of parts, depth first; an enclosed mail is one
  int alternative = 0;     // parts of one number say the same; 0 = it stands alone
  bool is_signed = false;  // a change would break the signature
  size_t begin = 0;        // its body as encoded, bytes of the mail
  size_t end = 0;
  TransferEncoding encoding = TransferEncoding::kNone;
  bool eight_bit = false;  // the mail says that the body holds bytes beyond ASCII
  std::string charset;     // as the mail says, or its HTML, in lower case; may be empty
  bool flowed = false;     // its lines may be broken softly (RFC 3676)…
  bool drops_blanks = false;  // …and the blank before such a break is no part of the text
};

struct MailAddress {
  std::string name;  // decoded; may be empty, as may be the address
  std::string address;
};

struct Mail {
  bool has_headers = false;       // false: this is no mail
  std::optional<MailPart> plain;  // the first text/plain that is no attachment
  std::optional<MailPart> html;   // the first text/html that is none
  MailAddress from;
  MailAddress to;                  // the first
  std::string subject;             // decoded
  std::vector<std::string> notes;  // what is broken, for the user
};

// Never fails. From any thread.
Mail ReadMail(std::string_view bytes);

}  // namespace amends::input
