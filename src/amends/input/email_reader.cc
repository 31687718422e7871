#include "amends/input/email_reader.h"

#include <string>
#include <utility>

#include "amends/input/charset.h"
#include "amends/input/html_text.h"
#include "amends/input/mail.h"
#include "amends/input/quoting.h"
#include "amends/input/text_reader.h"
#include "amends/input/transfer_encoding.h"

namespace amends::input {
namespace {

void ReadPart(const MailPart& part, std::string_view bytes, Conversation& conversation) {
  const std::string body =
      DecodeTransfer(part.encoding, bytes.substr(part.begin, part.end - part.begin));
  const Charset charset = ChooseCharset(part.charset, body);
  Utf8Text utf8 = ToUtf8(charset, body);
  if (!charset.note.empty()) conversation.notes.push_back(charset.note);
  if (utf8.replaced) {
    conversation.notes.push_back("bytes that mean nothing in " + charset.name +
                                 " were replaced");
  }
  if (part.is_html) {
    conversation.notes.emplace_back("only an HTML part; read as plain text");
    utf8.text = HtmlToText(utf8.text);
  }
  conversation.text = std::move(utf8.text);
  conversation.part = part.index;
}

bool IsBlank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

}  // namespace

Conversation ReadEmail(std::string_view bytes) {
  const Mail mail = ReadMail(bytes);
  if (!mail.has_headers) {
    Conversation conversation = ReadPlainText(bytes);
    conversation.notes.emplace_back("no headers of a mail; read as plain text");
    return conversation;
  }
  Conversation conversation;
  conversation.notes = mail.notes;
  if (mail.part) ReadPart(*mail.part, bytes, conversation);
  if (!mail.part) {
    conversation.notes.emplace_back("the mail has no part with text");
  } else if (IsBlank(conversation.text)) {
    conversation.notes.emplace_back("the text of the mail is empty");
  }
  MarkQuoting(conversation);
  return conversation;
}

}  // namespace amends::input
