#include "amends/input/mail_text.h"

#include <utility>

#include "amends/input/lines.h"
#include "amends/input/transfer_encoding.h"

namespace amends::input {

MailText ReadMailText(const MailPart& part, std::string_view bytes) {
  const std::string body =
      DecodeTransfer(part.encoding, bytes.substr(part.begin, part.end - part.begin));
  MailText read;
  read.charset = ChooseCharset(part.charset, body);
  Utf8Text utf8 = ToUtf8(read.charset, body);
  if (!read.charset.note.empty()) read.notes.push_back(read.charset.note);
  if (utf8.replaced) {
    read.notes.push_back("bytes that mean nothing in " + read.charset.name +
                         " were replaced");
  }
  read.text = std::move(utf8.text);
  return read;
}

MailDraft ChooseDraft(const Mail& mail, std::string_view bytes) {
  MailDraft draft;
  if (mail.plain) {
    draft = {&*mail.plain, false, ReadMailText(*mail.plain, bytes)};
    if (!mail.html || !IsBlank(draft.read.text)) return draft;
  }
  if (mail.html) draft = {&*mail.html, true, ReadMailText(*mail.html, bytes)};
  return draft;
}

}  // namespace amends::input
