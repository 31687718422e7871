#include "amends/input/mail.h"

#include <algorithm>
#include <cctype>
#include <memory>
#include <set>
#include <utility>

#include <gmime/gmime.h>

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
};

// Depth first.
std::vector<Leaf> LeavesOf(GMimeObject* root) {
  std::vector<Leaf> leaves;
  std::vector<Leaf> open = {{root, false}};
  while (!open.empty()) {
    const Leaf one = open.back();
    open.pop_back();
    if (one.object == nullptr) continue;
    if (!GMIME_IS_MULTIPART(one.object)) {
      leaves.push_back(one);
      continue;
    }
    const bool is_signed = one.is_signed || GMIME_IS_MULTIPART_SIGNED(one.object);
    auto* parts = GMIME_MULTIPART(one.object);
    for (int i = g_mime_multipart_get_count(parts); i-- > 0;) {
      open.push_back({g_mime_multipart_get_part(parts, i), is_signed});
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

MailPart Describe(const Leaf& leaf, size_t mail_size) {
  MailPart part;
  part.is_signed = leaf.is_signed;
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
  const char* charset = g_mime_content_type_get_parameter(
      g_mime_object_get_content_type(leaf.object), "charset");
  if (charset != nullptr) part.charset = charset;
  std::ranges::transform(part.charset, part.charset.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
  });
  return part;
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
  const std::vector<Leaf> leaves = LeavesOf(g_mime_message_get_mime_part(message.get()));
  for (size_t i = 0; i < leaves.size(); ++i) {
    const Content content = ContentOf(leaves[i].object);
    if (content == Content::kOther || (content == Content::kHtml && mail.part)) continue;
    mail.part = Describe(leaves[i], bytes.size());
    mail.part->index = static_cast<int>(i);
    mail.part->is_html = content == Content::kHtml;
    if (content == Content::kPlain) break;
  }
  return mail;
}

}  // namespace amends::input
