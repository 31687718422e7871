#include "amends/input/text_encoding.h"

#include <algorithm>
#include <cstddef>

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

}  // namespace

TextEncoding::TextEncoding(std::string_view bytes) {
  if (bytes.starts_with(kUtf8Mark)) kind_ = Kind::kUtf8Mark;
  if (bytes.starts_with(kLittleMark)) kind_ = Kind::kLittle;
  if (bytes.starts_with(kBigMark)) kind_ = Kind::kBig;
}

std::string TextEncoding::ToUtf8(std::string_view bytes) const {
  if (kind_ == Kind::kPlain) return std::string(bytes);
  if (kind_ == Kind::kUtf8Mark) return std::string(bytes.substr(kUtf8Mark.size()));
  return Utf16(kind_ == Kind::kLittle).ToUtf8(bytes.substr(kLittleMark.size()));
}

std::optional<std::string> TextEncoding::FromUtf8(std::string_view text) const {
  if (kind_ == Kind::kPlain) return std::string(text);
  if (kind_ == Kind::kUtf8Mark) return std::string(kUtf8Mark) + std::string(text);
  if (!IsUtf8(text)) return std::nullopt;
  const bool little = kind_ == Kind::kLittle;
  return std::string(little ? kLittleMark : kBigMark) + Utf16(little).FromUtf8(text);
}

}  // namespace amends::input
