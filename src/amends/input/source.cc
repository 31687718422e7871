#include "amends/input/source.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <initializer_list>

#include "amends/input/email_reader.h"
#include "amends/input/email_rewriter.h"
#include "amends/input/record_rewriter.h"
#include "amends/input/text_reader.h"

namespace amends::input {
namespace {

constexpr size_t kLargest = size_t{64} << 20;
constexpr size_t kNone = std::string_view::npos;

std::string Lower(std::string_view text) {
  std::string lower(text);
  std::ranges::transform(lower, lower.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
  });
  return lower;
}

std::string_view Trim(std::string_view text) {
  const size_t first = text.find_first_not_of(" \t\r\n");
  if (first == kNone) return {};
  return text.substr(first, text.find_last_not_of(" \t\r\n") + 1 - first);
}

// Takes the first line off the text, without its end.
std::string_view TakeLine(std::string_view& text) {
  const size_t end = std::min(text.find('\n'), text.size());
  std::string_view line = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

// The name of a header line; empty where it is none.
std::string_view HeaderName(std::string_view line) {
  const size_t colon = line.find(':');
  if (colon == kNone) return {};
  const std::string_view name = line.substr(0, colon);
  const bool good = std::ranges::all_of(name, [](char c) { return c > ' ' && c <= '~'; });
  return good ? name : std::string_view();
}

bool IsMailHeader(std::string_view name) {
  const auto known = {"from",         "to",       "subject",   "date",
                      "mime-version", "received", "message-id"};
  return std::ranges::find(known, Lower(name)) != known.end();
}

// Headers up to a blank line, among them one that only mails have.
bool BeginsWithHeaders(std::string_view text) {
  bool mail = false;
  bool first = true;
  while (!text.empty()) {
    const std::string_view line = TakeLine(text);
    if (line.empty()) return mail;
    const bool folded = !first && (line[0] == ' ' || line[0] == '\t');
    first = false;
    if (folded) continue;
    const std::string_view name = HeaderName(line);
    if (name.empty()) return false;
    mail = mail || IsMailHeader(name);
  }
  return false;
}

// The line before each mail of a mailbox, and then headers.
bool BeginsWithPostmark(std::string_view text) {
  if (!text.starts_with("From ")) return false;
  TakeLine(text);
  return BeginsWithHeaders(text);
}

bool HoldsSecondPostmark(std::string_view text) {
  for (size_t at = text.find("\nFrom "); at != kNone; at = text.find("\nFrom ", at + 1)) {
    if (BeginsWithPostmark(text.substr(at + 1))) return true;
  }
  return false;
}

// A brace and then a key or nothing: "{name}, I'm sorry" is a text.
bool BeginsObject(std::string_view text) {
  if (!text.starts_with('{')) return false;
  const std::string_view rest = Trim(text.substr(1));
  return rest.starts_with('"') || rest.starts_with('}');
}

bool IsSeveralObjects(std::string_view text) {
  const std::string_view line = Trim(TakeLine(text));
  return BeginsObject(line) && line.ends_with('}') && BeginsObject(Trim(text));
}

bool BeginsWithHtml(std::string_view text) {
  const std::string begin = Lower(text.substr(0, 15));
  return begin.starts_with("<!doctype html") || begin.starts_with("<html");
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
    if (HoldsSecondPostmark(bytes)) {
      return Detection{Format::kMbox, "it holds several mails"};
    }
    return Detection{Format::kEmail, "it is a mailbox with one mail"};
  }
  if (BeginsWithHeaders(bytes)) {
    return Detection{Format::kEmail, "it begins with the headers of a mail"};
  }
  if (BeginsWithHtml(text)) return Detection{Format::kHtml, "it begins as HTML does"};
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
  const std::string name = Lower(filename);
  for (const Ending& one : kEndings) {
    if (name.ends_with(one.ending)) return one.detection;
  }
  return std::nullopt;
}

Conversation ReadAsText(std::string_view bytes, std::string_view format) {
  Conversation conversation = ReadPlainText(bytes);
  conversation.notes.push_back(std::string(format) + " is read as plain text");
  return conversation;
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
      return ReadAsText(bytes, "HTML");
    case Format::kMarkdown:
      return ReadAsText(bytes, "Markdown");
    case Format::kRecord:
      return ReadRecord(bytes);
    case Format::kJsonLines:
      return RecordError{"format",
                         "this holds several records; read each line as one record"};
    case Format::kMbox:
      return RecordError{"format",
                         "this is a mailbox; save each mail as a file of its own (.eml)"};
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
    case Format::kJsonLines:
    case Format::kMbox:
      return std::nullopt;
    default:
      return ReplaceInPlainText(bytes, replacements);
  }
}

}  // namespace amends::input
