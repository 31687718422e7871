#include "amends/input/mail.h"

#include <algorithm>
#include <memory>
#include <set>
#include <utility>

#include <gmime/gmime.h>

#include "amends/input/html_charset.h"
#include "amends/input/lines.h"
#include "amends/input/mime_library.h"

namespace amends::input {
namespace {

struct Unref {
  void operator()(gpointer object) const { g_object_unref(object); }
};
template <typename Object>
using Owned = std::unique_ptr<Object, Unref>;

struct FreeOptions {
  void operator()(GMimeParserOptions* options) const {
    g_mime_parser_options_free(options);
  }
};

// What a fault means to somebody who looks for missing text; nothing for the others.
const char* Explain(GMimeParserWarning fault) {
  switch (fault) {
    case GMIME_CRIT_INVALID_HEADER_NAME:
      return "a line among the mail's headers is no header";
    case GMIME_WARN_INVALID_CONTENT_TYPE:
      return "a part of the mail does not say properly what it holds";
    case GMIME_WARN_MALFORMED_MULTIPART:
    case GMIME_CRIT_MULTIPART_WITHOUT_BOUNDARY:
      return "the parts of the mail are not told apart";
    case GMIME_WARN_TRUNCATED_MESSAGE:
    case GMIME_WARN_MALFORMED_MESSAGE:
      return "the mail ends too early";
    case GMIME_CRIT_NESTING_OVERFLOW:
      return "the parts of the mail are nested too deep; the inner ones are not read";
    default:
      return nullptr;
  }
}

void Note(gint64, GMimeParserWarning fault, const gchar*, gpointer notes) {
  if (const char* note = Explain(fault))
    static_cast<std::set<std::string>*>(notes)->insert(note);
}

Owned<GMimeMessage> Parse(std::string_view bytes, std::set<std::string>& notes) {
  const Owned<GMimeStream> stream(
      g_mime_stream_mem_new_with_buffer(bytes.data(), bytes.size()));
  const Owned<GMimeParser> parser(g_mime_parser_new_with_stream(stream.get()));
  const std::unique_ptr<GMimeParserOptions, FreeOptions> options(
      g_mime_parser_options_new());
  g_mime_parser_options_set_warning_callback(options.get(), Note, &notes);
  return Owned<GMimeMessage>(
      g_mime_parser_construct_message(parser.get(), options.get()));
}

struct Leaf {
  GMimeObject* object = nullptr;
  bool is_signed = false;
  int alternative = 0;  // the number of the innermost multipart/alternative around it
};

// Depth first.
std::vector<Leaf> LeavesOf(GMimeObject* root) {
  std::vector<Leaf> leaves;
  std::vector<Leaf> open = {{root, false, 0}};
  int alternatives = 0;
  while (!open.empty()) {
    const Leaf one = open.back();
    open.pop_back();
    if (one.object == nullptr) continue;
    if (!GMIME_IS_MULTIPART(one.object)) {
      leaves.push_back(one);
      continue;
    }
    const bool is_signed = one.is_signed || GMIME_IS_MULTIPART_SIGNED(one.object);
    GMimeContentType* type = g_mime_object_get_content_type(one.object);
    const bool alternative =
        g_mime_content_type_is_type(type, "multipart", "alternative");
    const int number = alternative ? ++alternatives : one.alternative;
    auto* parts = GMIME_MULTIPART(one.object);
    for (int i = g_mime_multipart_get_count(parts); i-- > 0;) {
      open.push_back({g_mime_multipart_get_part(parts, i), is_signed, number});
    }
  }
  return leaves;
}

enum class Content { kOther, kPlain, kHtml };

Content ContentOf(GMimeObject* leaf) {
  if (!GMIME_IS_TEXT_PART(leaf)) return Content::kOther;
  auto* disposition = g_mime_object_get_content_disposition(leaf);
  if (disposition != nullptr && g_mime_content_disposition_is_attachment(disposition)) {
    return Content::kOther;
  }
  GMimeContentType* type = g_mime_object_get_content_type(leaf);
  if (g_mime_content_type_is_type(type, "text", "html")) return Content::kHtml;
  // The library's name for a type that it could not read; it is to be taken for plain
  // text.
  const bool unread = g_mime_content_type_is_type(type, "application", "octet-stream");
  return unread || g_mime_content_type_is_type(type, "text", "plain") ? Content::kPlain
                                                                      : Content::kOther;
}

TransferEncoding EncodingOf(GMimeContentEncoding encoding) {
  switch (encoding) {
    case GMIME_CONTENT_ENCODING_QUOTEDPRINTABLE:
      return TransferEncoding::kQuotedPrintable;
    case GMIME_CONTENT_ENCODING_BASE64:
      return TransferEncoding::kBase64;
    case GMIME_CONTENT_ENCODING_UUENCODE:
      return TransferEncoding::kUuencode;
    default:
      return TransferEncoding::kNone;
  }
}

// In lower case; empty where there is none.
std::string ParameterOf(GMimeObject* leaf, const char* name) {
  const char* value =
      g_mime_content_type_get_parameter(g_mime_object_get_content_type(leaf), name);
  return value == nullptr ? "" : LowerLetters(value);
}

MailPart Describe(const Leaf& leaf, size_t mail_size) {
  MailPart part;
  part.is_signed = leaf.is_signed;
  part.alternative = leaf.alternative;
  auto* object = GMIME_PART(leaf.object);
  const GMimeContentEncoding encoding = g_mime_part_get_content_encoding(object);
  part.encoding = EncodingOf(encoding);
  part.eight_bit = encoding == GMIME_CONTENT_ENCODING_8BIT ||
                   encoding == GMIME_CONTENT_ENCODING_BINARY;
  if (GMimeDataWrapper* content = g_mime_part_get_content(object)) {
    const GMimeStream* stream = g_mime_data_wrapper_get_stream(content);
    part.begin = std::min(static_cast<size_t>(stream->bound_start), mail_size);
    part.end = stream->bound_end < 0
                   ? mail_size
                   : std::min(static_cast<size_t>(stream->bound_end), mail_size);
    part.end = std::max(part.begin, part.end);
  }
  part.charset = ParameterOf(leaf.object, "charset");
  part.flowed = ParameterOf(leaf.object, "format") == "flowed";
  part.drops_blanks = part.flowed && ParameterOf(leaf.object, "delsp") == "yes";
  return part;
}

MailAddress FirstOf(InternetAddressList* list) {
  MailAddress first;
  if (list == nullptr || internet_address_list_length(list) == 0) return first;
  InternetAddress* address = internet_address_list_get_address(list, 0);
  if (const char* name = internet_address_get_name(address)) first.name = name;
  if (INTERNET_ADDRESS_IS_MAILBOX(address)) {
    const char* mailbox =
        internet_address_mailbox_get_addr(INTERNET_ADDRESS_MAILBOX(address));
    if (mailbox != nullptr) first.address = mailbox;
  }
  return first;
}

}  // namespace

Mail ReadMail(std::string_view bytes) {
  StartMimeLibrary();
  Mail mail;
  std::set<std::string> notes;
  const Owned<GMimeMessage> message = Parse(bytes, notes);
  if (message == nullptr) return mail;
  mail.has_headers = true;
  mail.notes.assign(notes.begin(), notes.end());
  mail.from = FirstOf(g_mime_message_get_from(message.get()));
  mail.to = FirstOf(g_mime_message_get_to(message.get()));
  if (const char* subject = g_mime_message_get_subject(message.get())) {
    mail.subject = subject;
  }
  const std::vector<Leaf> leaves = LeavesOf(g_mime_message_get_mime_part(message.get()));
  for (size_t i = 0; i < leaves.size(); ++i) {
    const Content content = ContentOf(leaves[i].object);
    if (content == Content::kOther) continue;
    std::optional<MailPart>& part = content == Content::kHtml ? mail.html : mail.plain;
    if (part) continue;
    part = Describe(leaves[i], bytes.size());
    part->index = static_cast<int>(i);
    if (content == Content::kHtml && part->charset.empty()) {
      const auto body = bytes.substr(part->begin, part->end - part->begin);
      part->charset = CharsetOfPage(DecodeTransfer(part->encoding, body));
    }
  }
  return mail;
}

}  // namespace amends::input
