#include "amends/input/email_reader.h"

#include <algorithm>
#include <string>
#include <utility>

#include "amends/input/flowed_text.h"
#include "amends/input/html_reader.h"
#include "amends/input/lines.h"
#include "amends/input/mail.h"
#include "amends/input/mail_text.h"
#include "amends/input/mbox.h"
#include "amends/input/quoted_turns.h"
#include "amends/input/text_reader.h"

namespace amends::input {
namespace {

// "Fwd: Lamp", in the ways of several languages.
bool IsForward(std::string_view subject) {
  const std::string lower = LowerLetters(TrimBlanks(subject).substr(0, 6));
  const auto marks = {"fwd:", "fw:", "wg:", "tr:", "rv:", "enc:", "i:"};
  return std::ranges::any_of(
      marks, [&](std::string_view mark) { return lower.starts_with(mark); });
}

void TakePlain(const MailPart& part, std::string text, const StructureOptions& options,
               const Correspondents& correspondents, Conversation& conversation) {
  if (part.flowed) {
    JoinedText joined = JoinFlowed(text, part.drops_blanks);
    conversation.text = std::move(joined.text);
    conversation.source = std::move(joined.map);
  } else {
    conversation.text = std::move(text);
  }
  ReadQuoting(options, correspondents, conversation);
}

}  // namespace

Conversation ReadEmail(std::string_view bytes) {
  const std::string unescaped = UnescapeMbox(bytes);
  const Mail mail = ReadMail(unescaped);
  if (!mail.has_headers) {
    Conversation conversation = ReadPlainText(unescaped);
    conversation.notes.emplace_back("no headers of a mail; read as plain text");
    return conversation;
  }
  Conversation conversation;
  conversation.notes = mail.notes;
  MailDraft draft = ChooseDraft(mail, unescaped);
  if (draft.part == nullptr) {
    conversation.notes.emplace_back("the mail has no part with text");
    return conversation;
  }
  conversation.part = draft.part->index;
  conversation.notes.insert(conversation.notes.end(), draft.read.notes.begin(),
                            draft.read.notes.end());
  StructureOptions options;
  options.headers_are_apart = true;
  options.forwards = IsForward(mail.subject);
  const Correspondents correspondents = {mail.from.name, mail.from.address,
                                         mail.to.address};
  if (draft.is_html) {
    TakeHtml(draft.read.text, std::move(options), correspondents, conversation);
  } else {
    TakePlain(*draft.part, std::move(draft.read.text), options, correspondents,
              conversation);
  }
  if (IsBlank(conversation.text)) {
    conversation.notes.emplace_back("the text of the mail is empty");
  }
  return conversation;
}

}  // namespace amends::input
