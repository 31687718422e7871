// The text of a mail's part: decoded from its transfer encoding and charset.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "amends/input/charset.h"
#include "amends/input/mail.h"

namespace amends::input {

struct MailText {
  std::string text;  // UTF-8
  Charset charset;
  std::vector<std::string> notes;
};

// `bytes` are the whole mail.
MailText ReadMailText(const MailPart& part, std::string_view bytes);

// Which part of a mail is the draft.
struct MailDraft {
  const MailPart* part = nullptr;  // none = no part holds text
  bool is_html = false;
  MailText read;
};

// The plain text, or the HTML where there is none or it is blank.
MailDraft ChooseDraft(const Mail& mail, std::string_view bytes);

}  // namespace amends::input
