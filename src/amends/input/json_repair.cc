#include "amends/input/json_repair.h"

#include <cstddef>
#include <cstdint>

#include "amends/input/utf8.h"

namespace amends::input {
namespace {

constexpr size_t kEscapeLength = 6;  // of \u and its digits

// What the escape at `at` stands for; 0 where there is none of four digits.
uint32_t EscapeAt(std::string_view json, size_t at) {
  if (json.substr(at, 2) != "\\u" || at + kEscapeLength > json.size()) return 0;
  uint32_t value = 0;
  for (const char c : json.substr(at + 2, 4)) {
    const bool digit = c >= '0' && c <= '9';
    const char letter = static_cast<char>(c | 0x20);
    if (!digit && (letter < 'a' || letter > 'f')) return 0;
    value = value << 4 | static_cast<uint32_t>(digit ? c - '0' : letter - 'a' + 10);
  }
  return value;
}

bool IsHigh(uint32_t unit) { return unit >= 0xD800 && unit < 0xDC00; }
bool IsLow(uint32_t unit) { return unit >= 0xDC00 && unit < 0xE000; }

}  // namespace

RepairedJson RepairJson(std::string_view json) {
  RepairedJson repaired;
  repaired.replaced = !IsUtf8(json);
  repaired.text = repaired.replaced ? RepairUtf8(json) : std::string(json);
  std::string& text = repaired.text;
  for (size_t at = text.find('\\'); at != std::string::npos; at = text.find('\\', at)) {
    const uint32_t unit = EscapeAt(text, at);
    const bool pair = IsHigh(unit) && IsLow(EscapeAt(text, at + kEscapeLength));
    if (!pair && (IsHigh(unit) || IsLow(unit))) {
      text.replace(at + 2, 4, "fffd");
      repaired.replaced = true;
    }
    at += pair ? 2 * kEscapeLength : 2;
  }
  return repaired;
}

}  // namespace amends::input
