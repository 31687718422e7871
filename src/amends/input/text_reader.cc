#include "amends/input/text_reader.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "amends/input/quoting.h"
#include "amends/input/utf8.h"

namespace amends::input {
namespace {

constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";
constexpr std::string_view kLittleMark = "\xFF\xFE";
constexpr std::string_view kBigMark = "\xFE\xFF";

// UTF-16 in one of its two byte orders.
class Utf16 {
 public:
  explicit Utf16(bool little) : little_(little) {}

  std::string ToUtf8(std::string_view bytes) const {
    std::string text;
    for (size_t at = 0; at < bytes.size();) {
      uint32_t unit = Unit(bytes, at);
      at += 2;
      if (unit >= 0xD800 && unit < 0xDC00) {
        const uint32_t low = Unit(bytes, at);
        if (low >= 0xDC00 && low < 0xE000) {
          unit = 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00);
          at += 2;
        }
      }
      AppendUtf8(unit, text);
    }
    return text;
  }

  std::string FromUtf8(std::string_view text) const {
    std::string bytes;
    while (!text.empty()) {
      const size_t length = std::max<size_t>(Utf8Length(text), 1);
      const uint32_t code_point = CodePoint(text.substr(0, length));
      if (code_point < 0x10000) {
        AddUnit(code_point, bytes);
      } else {
        AddUnit(0xD800 + ((code_point - 0x10000) >> 10), bytes);
        AddUnit(0xDC00 + (code_point & 0x3FF), bytes);
      }
      text.remove_prefix(length);
    }
    return bytes;
  }

 private:
  static uint32_t CodePoint(std::string_view character) {
    const auto byte = [&](size_t i) {
      return static_cast<uint32_t>(character[i] & 0xFF);
    };
    uint32_t value =
        character.size() == 1 ? byte(0) : byte(0) & 0x7Fu >> character.size();
    for (size_t i = 1; i < character.size(); ++i) value = value << 6 | (byte(i) & 0x3F);
    return value;
  }

  // Beyond the end stands what is no character.
  uint32_t Unit(std::string_view bytes, size_t at) const {
    if (at + 1 >= bytes.size()) return 0xD800;
    const uint32_t first = static_cast<unsigned char>(bytes[at]);
    const uint32_t second = static_cast<unsigned char>(bytes[at + 1]);
    return little_ ? second << 8 | first : first << 8 | second;
  }

  void AddUnit(uint32_t unit, std::string& to) const {
    const char high = static_cast<char>(unit >> 8 & 0xFF);
    const char low = static_cast<char>(unit & 0xFF);
    to += little_ ? low : high;
    to += little_ ? high : low;
  }

  bool little_;
};

std::optional<Utf16> Utf16Of(std::string_view bytes) {
  if (bytes.starts_with(kLittleMark)) return Utf16(true);
  if (bytes.starts_with(kBigMark)) return Utf16(false);
  return std::nullopt;
}

// A NUL, or more than one control character in twenty.
bool LooksBinary(std::string_view text) {
  if (text.find('\0') != std::string_view::npos) return true;
  const auto controls = std::ranges::count_if(text, [](char c) {
    return (c >= 0 && c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f') ||
           c == 0x7F;
  });
  return static_cast<size_t>(controls) > text.size() / 20;
}

}  // namespace

Conversation ReadPlainText(std::string_view bytes) {
  Conversation conversation;
  if (const std::optional<Utf16> utf16 = Utf16Of(bytes)) {
    conversation.text = utf16->ToUtf8(bytes.substr(kLittleMark.size()));
    conversation.notes.emplace_back(
        "this is UTF-16; positions are those of the text as UTF-8");
  } else {
    if (bytes.starts_with(kUtf8Mark)) bytes.remove_prefix(kUtf8Mark.size());
    conversation.text = bytes;
  }
  if (LooksBinary(conversation.text)) {
    conversation.notes.emplace_back("this looks like a binary file");
  }
  MarkQuoting(conversation);
  return conversation;
}

std::optional<std::string> ReplaceInPlainText(std::string_view bytes,
                                              std::span<const Replacement> replacements) {
  const std::optional<Utf16> utf16 = Utf16Of(bytes);
  const size_t mark = utf16                          ? kLittleMark.size()
                      : bytes.starts_with(kUtf8Mark) ? kUtf8Mark.size()
                                                     : 0;
  const std::string_view body = bytes.substr(mark);
  const std::string text = utf16 ? utf16->ToUtf8(body) : std::string(body);
  if (utf16 && utf16->FromUtf8(text) != body) return std::nullopt;
  std::optional<std::string> replaced = Replace(text, replacements);
  if (!replaced || (utf16 && !IsUtf8(*replaced))) return std::nullopt;
  return std::string(bytes.substr(0, mark)) +
         (utf16 ? utf16->FromUtf8(*replaced) : *replaced);
}

}  // namespace amends::input
