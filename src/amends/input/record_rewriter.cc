#include "amends/input/record_rewriter.h"

#include <cstddef>
#include <cstdint>
#include <variant>
#include <vector>

#include <fmt/format.h>

#include "amends/input/html_reader.h"
#include "amends/input/markdown_reader.h"
#include "amends/input/record.h"
#include "amends/input/utf8.h"

namespace amends::input {
namespace {

// The bytes between the quotation marks of a string.
struct Literal {
  size_t begin = 0;
  size_t end = 0;
};

// Walks over JSON that is known to be well formed.
class Walker {
 public:
  explicit Walker(std::string_view json) : json_(json) {}

  // The value of the key "text" of the outermost object, if it is a string.
  std::optional<Literal> FindText() {
    at_ = json_.find('{') + 1;
    while (true) {
      SkipTo('"', '}');
      if (json_[at_] == '}') return std::nullopt;
      const Literal key = TakeString();
      SkipTo(':', ':');
      ++at_;
      SkipBlanks();
      const bool wanted = json_.substr(key.begin, key.end - key.begin) == "text";
      if (wanted && json_[at_] == '"') return TakeString();
      SkipValue();
    }
  }

 private:
  void SkipTo(char one, char other) {
    while (json_[at_] != one && json_[at_] != other) ++at_;
  }

  void SkipBlanks() { at_ = json_.find_first_not_of(" \t\r\n", at_); }

  Literal TakeString() {
    const size_t begin = ++at_;
    for (; json_[at_] != '"'; ++at_) at_ += json_[at_] == '\\' ? 1 : 0;
    return {begin, at_++};
  }

  void SkipValue() {
    int depth = 0;
    do {
      const char c = json_[at_];
      if (c == '"') {
        TakeString();
        continue;
      }
      if (depth == 0 && (c == ',' || c == '}')) return;
      if (c == '{' || c == '[') ++depth;
      if (c == '}' || c == ']') --depth;
      ++at_;
    } while (true);
  }

  std::string_view json_;
  size_t at_ = 0;
};

uint32_t HexAt(std::string_view raw, size_t at) {
  uint32_t value = 0;
  for (const char c : raw.substr(at, 4)) {
    const uint32_t letter = static_cast<uint32_t>(c | 0x20) - 'a' + 10;
    value = value << 4 | (c <= '9' ? static_cast<uint32_t>(c - '0') : letter);
  }
  return value;
}

bool IsUnicodeEscape(std::string_view raw, size_t at) {
  return raw.substr(at, 2) == "\\u" && at + 6 <= raw.size();
}

// Appends the character that is written at `at`, and returns how long it is there.
size_t Decode(std::string_view raw, size_t at, std::string& text) {
  if (IsUnicodeEscape(raw, at)) {
    const uint32_t unit = HexAt(raw, at + 2);
    const bool high = unit >= 0xD800 && unit < 0xDC00;
    const uint32_t next = high && IsUnicodeEscape(raw, at + 6) ? HexAt(raw, at + 8) : 0;
    if (next >= 0xDC00 && next < 0xE000) {
      AppendUtf8(0x10000 + ((unit - 0xD800) << 10) + (next - 0xDC00), text);
      return 12;
    }
    AppendUtf8(unit, text);
    return 6;
  }
  if (raw[at] == '\\') {
    constexpr std::string_view kLetters = "bfnrt";
    constexpr std::string_view kMeant = "\b\f\n\r\t";
    const size_t letter = kLetters.find(raw[at + 1]);
    text += letter == std::string_view::npos ? raw[at + 1] : kMeant[letter];
    return 2;
  }
  const size_t length = Utf8Length(raw.substr(at));
  text += length == 0 ? kReplacementCharacter : raw.substr(at, length);
  return length == 0 ? 1 : length;
}

std::string Escaped(std::string_view text) {
  std::string escaped;
  for (const char c : text) {
    if (c == '"' || c == '\\') {
      escaped += '\\';
      escaped += c;
    } else if (c == '\n') {
      escaped += "\\n";
    } else if (static_cast<unsigned char>(c) < 0x20) {
      escaped += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
    } else {
      escaped += c;
    }
  }
  return escaped;
}

// Goes along a literal and the text that it stands for.
class Cursor {
 public:
  explicit Cursor(std::string_view raw) : raw_(raw) {}

  // Where the byte of the text is written; nothing inside a character or past the end.
  std::optional<size_t> Find(size_t text_at) {
    while (text_.size() < text_at && at_ < raw_.size()) at_ += Decode(raw_, at_, text_);
    return text_.size() == text_at ? std::optional(at_) : std::nullopt;
  }

  const std::string& DecodeAll() {
    while (at_ < raw_.size()) at_ += Decode(raw_, at_, text_);
    return text_;
  }

 private:
  std::string_view raw_;
  size_t at_ = 0;
  std::string text_;
};

// The replacements of the text, as those of the value it was read from.
std::optional<std::vector<Replacement>> InValue(
    const Conversation& conversation, const std::string& value,
    std::span<const Replacement> replacements) {
  if (conversation.markup == Markup::kHtml) {
    return HtmlReplacements(value, replacements, false);
  }
  if (conversation.markup == Markup::kMarkdown) {
    return MarkdownReplacements(value, replacements);
  }
  if (value != conversation.text) return std::nullopt;
  return std::vector<Replacement>(replacements.begin(), replacements.end());
}

std::optional<std::string> ReplaceInLiteral(std::string_view raw,
                                            std::span<const Replacement> replacements) {
  Cursor cursor(raw);
  std::string replaced;
  size_t done = 0;
  for (const Replacement& one : replacements) {
    const std::optional<size_t> start = cursor.Find(one.span.start);
    const std::optional<size_t> end = cursor.Find(one.span.end);
    if (!start || !end || *start < done || *end < *start) return std::nullopt;
    replaced += raw.substr(done, *start - done);
    replaced += Escaped(one.insert);
    done = *end;
  }
  replaced += raw.substr(done);
  return replaced;
}

}  // namespace

std::optional<std::string> ReplaceInRecord(std::string_view json,
                                           std::span<const Replacement> replacements) {
  const auto read = ReadRecord(json);
  const auto* conversation = std::get_if<Conversation>(&read);
  const std::optional<Literal> literal =
      conversation == nullptr ? std::nullopt : Walker(json).FindText();
  if (!literal) return std::nullopt;
  const std::string_view raw = json.substr(literal->begin, literal->end - literal->begin);
  const std::string value = Cursor(raw).DecodeAll();
  const auto in_value = InValue(*conversation, value, replacements);
  const auto literally = in_value ? ReplaceInLiteral(raw, *in_value) : std::nullopt;
  if (!literally) return std::nullopt;
  std::string replaced(json.substr(0, literal->begin));
  replaced += *literally;
  replaced += json.substr(literal->end);
  const auto wanted = Replace(conversation->text, replacements);
  const auto read_again = ReadRecord(replaced);
  const auto* after = std::get_if<Conversation>(&read_again);
  if (after == nullptr || after->text != wanted) return std::nullopt;
  return replaced;
}

}  // namespace amends::input
