#include "amends/input/source.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <initializer_list>

#include "amends/input/email_reader.h"
#include "amends/input/email_rewriter.h"
#include "amends/input/html_reader.h"
#include "amends/input/html_tag.h"
#include "amends/input/lines.h"
#include "amends/input/mail_headers.h"
#include "amends/input/markdown_reader.h"
#include "amends/input/mbox.h"
#include "amends/input/record_rewriter.h"
#include "amends/input/text_reader.h"

namespace amends::input {
namespace {

constexpr size_t kLargest = size_t{64} << 20;

std::string_view Trim(std::string_view text) {
  const size_t first = text.find_first_not_of(" \t\r\n");
  if (first == kNowhere) return {};
  return text.substr(first, text.find_last_not_of(" \t\r\n") + 1 - first);
}

// A brace and then a key or nothing: "{name}, I'm sorry" is a text.
bool BeginsObject(std::string_view text) {
  if (!text.starts_with('{')) return false;
  const std::string_view rest = Trim(text.substr(1));
  return rest.starts_with('"') || rest.starts_with('}');
}

bool IsSeveralObjects(std::string_view text) {
  const size_t end = std::min(text.find('\n'), text.size());
  const std::string_view line = Trim(text.substr(0, end));
  return BeginsObject(line) && line.ends_with('}') &&
         BeginsObject(Trim(text.substr(end)));
}

bool BeginsWithHtml(std::string_view text) {
  const std::string begin = LowerLetters(text.substr(0, 15));
  return begin.starts_with("<!doctype html") || begin.starts_with("<html");
}

// A piece of a page, as editors in helpdesks write it.
bool BeginsWithElement(std::string_view text) {
  if (!text.starts_with('<') || !BeginsTag(text, 0)) return false;
  const auto known = {"p",    "div",  "span", "table", "br",     "meta",
                      "head", "body", "font", "style", "ul",     "ol",
                      "h1",   "h2",   "a",    "b",     "strong", "blockquote"};
  const HtmlTag tag = ReadTag(text.substr(0, 4096), 0);
  return std::ranges::find(known, tag.name) != known.end() && text[tag.end - 1] == '>';
}

std::optional<Detection> DetectByContent(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  const std::string_view text = Trim(bytes);
  if (BeginsObject(text)) {
    if (IsSeveralObjects(text)) {
      return Detection{Format::kJsonLines, "its lines are JSON objects"};
    }
    return Detection{Format::kRecord, "it is a JSON object"};
  }
  if (BeginsWithPostmark(bytes)) {
    if (SplitMbox(bytes).size() > 1) {
      return Detection{Format::kMbox, "it holds several mails"};
    }
    return Detection{Format::kEmail, "it is a mailbox with one mail"};
  }
  if (BeginsWithHeaders(bytes)) {
    return Detection{Format::kEmail, "it begins with the headers of a mail"};
  }
  if (BeginsWithHtml(text)) return Detection{Format::kHtml, "it begins as HTML does"};
  if (BeginsWithElement(text)) {
    return Detection{Format::kHtml, "it begins with an element of HTML"};
  }
  return std::nullopt;
}

struct Ending {
  std::string_view ending;
  Detection detection;
};

constexpr std::array<Ending, 10> kEndings = {{
    {".eml", {Format::kEmail, "its name ends in .eml"}},
    {".html", {Format::kHtml, "its name ends in .html"}},
    {".htm", {Format::kHtml, "its name ends in .htm"}},
    {".md", {Format::kMarkdown, "its name ends in .md"}},
    {".markdown", {Format::kMarkdown, "its name ends in .markdown"}},
    {".json", {Format::kRecord, "its name ends in .json"}},
    {".jsonl", {Format::kJsonLines, "its name ends in .jsonl"}},
    {".ndjson", {Format::kJsonLines, "its name ends in .ndjson"}},
    {".mbox", {Format::kMbox, "its name ends in .mbox"}},
    {".txt", {Format::kText, "its name ends in .txt"}},
}};

std::optional<Detection> DetectByName(std::string_view filename) {
  const std::string name = LowerLetters(filename);
  for (const Ending& one : kEndings) {
    if (name.ends_with(one.ending)) return one.detection;
  }
  return std::nullopt;
}

Format Settle(Format format, std::string_view bytes) {
  return format == Format::kAuto ? DetectFormat("", bytes).format : format;
}

}  // namespace

Detection DetectFormat(std::string_view filename, std::string_view bytes) {
  const std::optional<Detection> by_content = DetectByContent(bytes);
  const std::optional<Detection> by_name = DetectByName(filename);
  // One object may be the only line.
  if (by_content && by_content->format == Format::kRecord && by_name &&
      by_name->format == Format::kJsonLines) {
    return *by_name;
  }
  if (by_content) return *by_content;
  return by_name.value_or(
      Detection{Format::kText, "nothing tells it to be anything else"});
}

std::variant<Conversation, RecordError> Read(Format format, std::string_view bytes) {
  if (bytes.size() > kLargest) {
    return RecordError{"size", "this is larger than 64 MB; a draft is one message"};
  }
  switch (Settle(format, bytes)) {
    case Format::kEmail:
      return ReadEmail(bytes);
    case Format::kHtml:
      return ReadHtml(bytes);
    case Format::kMarkdown:
      return ReadMarkdown(bytes);
    case Format::kRecord:
      return ReadRecord(bytes);
    case Format::kJsonLines:
      return RecordError{"format",
                         "this holds several records; read each line as one record"};
    case Format::kMbox:
      if (SplitMbox(bytes).size() < 2) return ReadEmail(bytes);
      return RecordError{"format", "this holds several mails; read each one as a mail"};
    case Format::kAuto:
    case Format::kText:
      break;
  }
  return ReadPlainText(bytes);
}

std::optional<std::string> ReplaceText(Format format, std::string_view bytes,
                                       std::span<const Replacement> replacements) {
  switch (Settle(format, bytes)) {
    case Format::kEmail:
      return ReplaceInEmail(bytes, replacements);
    case Format::kRecord:
      return ReplaceInRecord(bytes, replacements);
    case Format::kMbox:
      if (SplitMbox(bytes).size() > 1) return std::nullopt;
      return ReplaceInEmail(bytes, replacements);
    case Format::kHtml:
      return ReplaceInHtml(bytes, replacements);
    case Format::kMarkdown:
      return ReplaceInMarkdown(bytes, replacements);
    case Format::kJsonLines:
      return std::nullopt;
    default:
      return ReplaceInPlainText(bytes, replacements);
  }
}

}  // namespace amends::input
