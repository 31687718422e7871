#include "amends/input/email_rewriter.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "amends/input/charset.h"
#include "amends/input/conversation.h"
#include "amends/input/email_reader.h"
#include "amends/input/html_reader.h"
#include "amends/input/html_text.h"
#include "amends/input/mail.h"
#include "amends/input/mail_text.h"
#include "amends/input/mbox.h"
#include "amends/input/same_words.h"
#include "amends/input/text_reader.h"
#include "amends/input/transfer_encoding.h"
#include "amends/input/utf8.h"

namespace amends::input {
namespace {

// A stretch of the encoded body that is written anew as a whole or not at all.
struct Piece {
  size_t begin = 0;  // of the encoded body
  size_t end = 0;
  bool goes_on = false;  // its last line is broken softly
  std::string text;      // UTF-8
};

class Rewriter {
 public:
  Rewriter(const MailPart& part, std::string_view body)
      : part_(part), body_(body), line_end_(LineEndOf(body)) {
    const std::string bytes = DecodeTransfer(part.encoding, body);
    charset_ = ChooseCharset(part.charset, bytes);
    // A soft break may cut a character in two, or what switches between alphabets.
    if (!Split(true, ToUtf8(charset_, bytes).text)) Split(false, "");
  }

  // The encoded body with the replacements, which must be in order, made.
  std::optional<std::string> Rewrite(std::span<const Replacement> replacements) const {
    std::string rewritten;
    size_t copied = 0;  // of the body
    size_t done = 0;    // replacements
    size_t start = 0;   // of the piece in the text
    for (size_t i = 0; i < pieces_.size(); ++i) {
      const bool is_last = i + 1 == pieces_.size();
      size_t end = start + pieces_[i].text.size();
      if (done == replacements.size() ||
          (replacements[done].span.start >= end && !is_last)) {
        start = end;
        continue;
      }
      Group group = Gather(i, start, replacements.subspan(done));
      if (!group.text) return std::nullopt;
      const std::optional<std::string> encoded = Encode(*group.text, group.goes_on);
      if (!encoded) return std::nullopt;
      rewritten += body_.substr(copied, pieces_[i].begin - copied);
      rewritten += *encoded;
      copied = pieces_[group.last].end;
      done += group.replacements;
      start = group.text_end;
      i = group.last;
    }
    if (done < replacements.size()) return std::nullopt;
    rewritten += body_.substr(copied);
    return rewritten;
  }

 private:
  // Pieces that replacements tie together, and what becomes of their text.
  struct Group {
    size_t last = 0;  // piece
    size_t text_end = 0;
    size_t replacements = 0;
    bool goes_on = false;
    std::optional<std::string> text;
  };

  // The group that begins with the piece `first`, whose text starts at `start`.
  Group Gather(size_t first, size_t start, std::span<const Replacement> from) const {
    Group group;
    group.last = first;
    std::string text = pieces_[first].text;
    std::vector<Replacement> moved;
    for (;;) {
      group.text_end = start + text.size();
      while (moved.size() < from.size() &&
             (from[moved.size()].span.start < group.text_end ||
              group.last + 1 == pieces_.size())) {
        Replacement one = from[moved.size()];
        one.span.start -= static_cast<uint32_t>(start);
        one.span.end -= static_cast<uint32_t>(start);
        moved.push_back(std::move(one));
      }
      group.text = Replace(text, moved);
      const bool complete = group.text && EndsLikeBefore(group.last, *group.text);
      if (complete || group.last + 1 == pieces_.size()) break;
      text += pieces_[++group.last].text;
    }
    group.replacements = moved.size();
    group.goes_on = pieces_[group.last].goes_on;
    return group;
  }

  // Whether the next piece still begins a line, or goes on in one, after such a text.
  bool EndsLikeBefore(size_t piece, const std::string& text) const {
    return pieces_[piece].goes_on ? !text.ends_with('\n') : text.ends_with('\n');
  }

  // Into lines, or into what soft breaks do not cut. Whether the pieces say the text.
  bool Split(bool at_soft_breaks, std::string_view text) {
    pieces_.clear();
    bool same = true;
    std::string bytes;
    size_t begin = 0;
    for (const EncodedStretch& one : SplitEncoded(part_.encoding, body_)) {
      bytes += one.bytes;
      const bool goes_on = !bytes.ends_with('\n') && one.end < body_.size();
      if (goes_on && !at_soft_breaks) continue;
      pieces_.push_back({begin, one.end, goes_on, ToUtf8(charset_, bytes).text});
      const std::string& piece = pieces_.back().text;
      same = same && text.starts_with(piece);
      text.remove_prefix(std::min(piece.size(), text.size()));
      bytes.clear();
      begin = one.end;
    }
    return same && text.empty();
  }

  std::optional<std::string> Encode(const std::string& text, bool goes_on) const {
    std::optional<std::string> bytes = FromUtf8(charset_, text);
    if (!bytes) return std::nullopt;
    switch (part_.encoding) {
      case TransferEncoding::kNone:
        if (!IsAscii(*bytes) && !part_.eight_bit && IsAscii(body_)) return std::nullopt;
        return bytes;
      case TransferEncoding::kQuotedPrintable:
        return EncodeQuotedPrintable(*bytes, line_end_, goes_on);
      case TransferEncoding::kBase64: {
        std::string lines = EncodeBase64(*bytes, line_end_);
        const size_t last = lines.find_last_not_of("\r\n") + 1;
        return lines.substr(0, last) +
               std::string(body_.substr(body_.find_last_not_of("\r\n") + 1));
      }
      case TransferEncoding::kUuencode:
        break;
    }
    return std::nullopt;
  }

  const MailPart& part_;
  std::string_view body_;
  std::string_view line_end_;
  Charset charset_;
  std::vector<Piece> pieces_;
};

// The mail with the replacements made in the decoded text of the part.
std::optional<std::string> RewritePart(const MailPart& part, std::string_view bytes,
                                       std::span<const Replacement> replacements) {
  if (part.is_signed) return std::nullopt;
  const std::optional<std::string> body =
      Rewriter(part, bytes.substr(part.begin, part.end - part.begin))
          .Rewrite(replacements);
  if (!body) return std::nullopt;
  std::string rewritten(bytes.substr(0, part.begin));
  rewritten += *body;
  rewritten += bytes.substr(part.end);
  return rewritten;
}

std::optional<std::string> RewriteHtml(const MailPart& part, std::string_view bytes,
                                       const std::string& html,
                                       std::span<const Replacement> replacements) {
  // References only where the part cannot carry the characters themselves.
  for (const bool ascii : {false, true}) {
    const auto in_html = HtmlReplacements(html, replacements, ascii);
    if (!in_html) return std::nullopt;
    if (auto rewritten = RewritePart(part, bytes, *in_html)) return rewritten;
  }
  return std::nullopt;
}

// The HTML that says the same as the plain text of the draft, with the same done to it.
std::optional<std::string> RewriteTwin(std::string_view bytes, const std::string& plain,
                                       std::span<const Replacement> replacements) {
  const Mail mail = ReadMail(bytes);
  if (!mail.plain || !mail.html || mail.plain->alternative == 0 ||
      mail.plain->alternative != mail.html->alternative) {
    return std::string(bytes);
  }
  const std::string html = ReadMailText(*mail.html, bytes).text;
  const std::string text = ReadHtmlText(html).text;
  const auto carried = CarryOver(plain, text, replacements);
  if (!carried) return std::nullopt;
  std::optional<std::string> rewritten = RewriteHtml(*mail.html, bytes, html, *carried);
  if (!rewritten) return std::nullopt;
  const Mail after = ReadMail(*rewritten);
  if (!after.html) return std::nullopt;
  const std::string said = ReadHtmlText(ReadMailText(*after.html, *rewritten).text).text;
  return said == Replace(text, *carried) ? rewritten : std::nullopt;
}

std::optional<std::string> RewriteDraft(const Mail& mail, std::string_view bytes,
                                        const Conversation& before,
                                        std::span<const Replacement> replacements) {
  const MailDraft draft = ChooseDraft(mail, bytes);
  if (draft.part == nullptr) return std::nullopt;
  if (draft.is_html)
    return RewriteHtml(*draft.part, bytes, draft.read.text, replacements);
  const bool same = before.source.empty();
  const auto in_body = before.source.ToSource(before.text, replacements);
  if (!in_body) return std::nullopt;
  const auto rewritten = same ? RewritePart(*draft.part, bytes, replacements)
                              : RewritePart(*draft.part, bytes, *in_body);
  return rewritten ? RewriteTwin(*rewritten, before.text, replacements) : std::nullopt;
}

}  // namespace

std::optional<std::string> ReplaceInEmail(std::string_view bytes,
                                          std::span<const Replacement> replacements) {
  const std::string unescaped = UnescapeMbox(bytes);
  const Conversation before = ReadEmail(bytes);
  const std::optional<std::string> wanted = Replace(before.text, replacements);
  if (!wanted) return std::nullopt;
  const Mail mail = ReadMail(unescaped);
  std::optional<std::string> rewritten =
      mail.has_headers ? RewriteDraft(mail, unescaped, before, replacements)
                       : ReplaceInPlainText(unescaped, replacements);
  if (rewritten) rewritten = EscapeMbox(*rewritten, bytes);
  if (!rewritten) return std::nullopt;
  // Whatever was overlooked shows when the mail is read again.
  const Conversation after = ReadEmail(*rewritten);
  if (after.text != *wanted || after.part != before.part) return std::nullopt;
  return rewritten;
}

}  // namespace amends::input
