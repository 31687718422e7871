#include "amends/input/located_text.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>

#include "amends/input/html_reader.h"
#include "amends/input/mail.h"
#include "amends/input/mail_text.h"
#include "amends/input/mbox.h"
#include "amends/input/text_encoding.h"
#include "amends/input/transfer_encoding.h"
#include "amends/input/utf8.h"

namespace amends::input {
namespace {

text::Span Stretch(size_t begin, size_t end) {
  return {static_cast<uint32_t>(begin), static_cast<uint32_t>(end)};
}

bool IsHexDigit(char c) {
  constexpr std::string_view kDigits = "0123456789ABCDEFabcdef";
  return kDigits.find(c) != std::string_view::npos;
}

// Where each byte of the decoded body stands in the mail: "=E9" is one byte, "=" at the
// end of a line none.
std::vector<text::Span> PlacesOfBytes(const MailPart& part, std::string_view mail) {
  std::vector<text::Span> places;
  const bool quoted = part.encoding == TransferEncoding::kQuotedPrintable;
  const std::string_view body = mail.substr(0, part.end);
  for (size_t at = part.begin; at < body.size();) {
    const std::string_view rest = body.substr(at + 1, 2);
    size_t length = 1;
    if (quoted && body[at] == '=') {
      if (rest.starts_with('\n') || rest == "\r\n") {
        at += rest[0] == '\n' ? 2 : 3;
        continue;
      }
      if (rest.size() == 2 && IsHexDigit(rest[0]) && IsHexDigit(rest[1])) length = 3;
    }
    places.push_back(Stretch(at, at + length));
    at += length;
  }
  return places;
}

// From the decoded text of a part to the mail.
std::optional<SourceMap> StepToMail(const MailPart& part, std::string_view mail,
                                    std::string_view text) {
  if (part.encoding != TransferEncoding::kNone &&
      part.encoding != TransferEncoding::kQuotedPrintable) {
    return std::nullopt;
  }
  const std::string bytes =
      DecodeTransfer(part.encoding, mail.substr(part.begin, part.end - part.begin));
  const std::vector<text::Span> places = PlacesOfBytes(part, mail);
  if (places.size() != bytes.size()) return std::nullopt;
  const bool same = bytes == text;
  SourceMap map;
  size_t at = 0;
  for (const text::Span& place : places) {
    if (at >= text.size()) return std::nullopt;
    // Else each byte has to be one letter.
    const size_t length = same ? 1 : std::max<size_t>(Utf8Length(text.substr(at)), 1);
    map.Add(static_cast<uint32_t>(length), place);
    at += length;
  }
  if (at != text.size()) return std::nullopt;
  return map;
}

// From a mail without the marks of a mailbox to the one with them; empty where there are
// none.
SourceMap StepToMailbox(std::string_view unescaped, std::string_view mail) {
  SourceMap map;
  size_t from = 0;
  for (size_t at = 0; at < unescaped.size() && unescaped != mail;) {
    const size_t end = std::min(unescaped.find('\n', at), unescaped.size() - 1) + 1;
    const size_t length = end - at;
    if (mail.substr(from, length) != unescaped.substr(at, length)) ++from;
    map.Add(static_cast<uint32_t>(length), Stretch(from, from + length));
    from += length;
    at = end;
  }
  return map;
}

std::optional<LocatedText> LocateInMail(std::string_view bytes,
                                        const Conversation& conversation) {
  const std::string unescaped = UnescapeMbox(bytes);
  const Mail mail = ReadMail(unescaped);
  if (!mail.has_headers) {
    return LocatedText{TextEncoding(bytes).ToUtf8(bytes), {}};
  }
  const MailDraft draft = ChooseDraft(mail, unescaped);
  if (draft.part == nullptr) return std::nullopt;
  std::optional<SourceMap> to_mail = StepToMail(*draft.part, unescaped, draft.read.text);
  if (!to_mail) return std::nullopt;
  return LocatedText{
      std::string(bytes),
      {conversation.source, std::move(*to_mail), StepToMailbox(unescaped, bytes)}};
}

}  // namespace

text::Span LocatedText::ToFile(text::Span span) const {
  for (const SourceMap& step : steps) span = step.ToSource(span);
  return span;
}

std::optional<LocatedText> LocateText(Format format, std::string_view bytes,
                                      const Conversation& conversation) {
  switch (format) {
    case Format::kText:
      return LocatedText{conversation.text, {}};
    case Format::kHtml:
      return LocatedText{HtmlOf(bytes), {conversation.source}};
    case Format::kMarkdown:
      return LocatedText{TextEncoding(bytes).ToUtf8(bytes), {conversation.source}};
    case Format::kEmail:
    case Format::kMbox:  // with one mail
      return LocateInMail(bytes, conversation);
    default:
      return std::nullopt;
  }
}

}  // namespace amends::input
