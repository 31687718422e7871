#include "amends/input/html_reader.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "amends/input/charset.h"
#include "amends/input/html_charset.h"
#include "amends/input/html_text.h"
#include "amends/input/lines.h"
#include "amends/input/text_encoding.h"
#include "amends/input/utf8.h"

namespace amends::input {
namespace {

// The bytes of an HTML file as UTF-8, and back.
class HtmlFile {
 public:
  explicit HtmlFile(std::string_view bytes) : encoding_(bytes) {
    if (encoding_.has_mark() || IsUtf8(bytes)) {
      html_ = encoding_.ToUtf8(bytes);
      return;
    }
    charset_ = ChooseCharset(SaidCharset(bytes), bytes);
    html_ = ToUtf8(*charset_, bytes).text;
  }

  const std::string& html() const { return html_; }
  bool holds_all() const { return !charset_; }

  std::optional<std::string> BytesOf(std::string_view html) const {
    if (!charset_) return encoding_.FromUtf8(html);
    return input::FromUtf8(*charset_, html);
  }

  std::optional<std::string> note() const {
    if (charset_ && !charset_->note.empty()) return "the page does not say its charset";
    return std::nullopt;
  }

 private:
  TextEncoding encoding_;
  std::optional<Charset> charset_;
  std::string html_;
};

}  // namespace

void TakeHtml(std::string_view html, StructureOptions options,
              const Correspondents& correspondents, Conversation& conversation) {
  HtmlText read = ReadHtmlText(html);
  conversation.markup = Markup::kHtml;
  conversation.text = std::move(read.text);
  conversation.source = std::move(read.map);
  options.hints = std::move(read.hints);
  ReadQuoting(options, correspondents, conversation);
}

std::optional<std::vector<Replacement>> HtmlReplacements(
    std::string_view html, std::span<const Replacement> replacements, bool ascii) {
  const HtmlText read = ReadHtmlText(html);
  std::optional<std::vector<Replacement>> in_html =
      read.map.ToSource(read.text, replacements);
  if (!in_html) return std::nullopt;
  for (Replacement& one : *in_html) one.insert = EscapeHtml(one.insert, ascii);
  return in_html;
}

std::string HtmlOf(std::string_view bytes) { return HtmlFile(bytes).html(); }

Conversation ReadHtml(std::string_view bytes) {
  const HtmlFile file(bytes);
  Conversation conversation;
  if (const std::optional<std::string> note = file.note()) {
    conversation.notes.push_back(*note);
  }
  TakeHtml(file.html(), {}, {}, conversation);
  return conversation;
}

std::optional<std::string> ReplaceInHtml(std::string_view bytes,
                                         std::span<const Replacement> replacements) {
  const HtmlFile file(bytes);
  const std::optional<std::vector<Replacement>> in_html =
      HtmlReplacements(file.html(), replacements, !file.holds_all());
  if (!in_html) return std::nullopt;
  const std::optional<std::string> html = Replace(file.html(), *in_html);
  std::optional<std::string> written = html ? file.BytesOf(*html) : std::nullopt;
  // Whatever was overlooked shows when it is read again.
  if (!written || file.BytesOf(file.html()) != bytes) return std::nullopt;
  const std::optional<std::string> wanted = Replace(ReadHtml(bytes).text, replacements);
  if (ReadHtml(*written).text != wanted) return std::nullopt;
  return written;
}

}  // namespace amends::input
