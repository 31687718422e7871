#include "amends/input/utf8.h"

#include <algorithm>

namespace amends::input {
namespace {

unsigned char ByteAt(std::string_view bytes, size_t at) {
  return static_cast<unsigned char>(bytes[at]);
}

bool IsTail(unsigned char byte) { return (byte & 0xC0) == 0x80; }

// The bytes a lead byte asks for, 0 where it is none.
size_t LengthByLead(unsigned char lead) {
  if (lead < 0x80) return 1;
  if (lead < 0xC2) return 0;
  if (lead < 0xE0) return 2;
  if (lead < 0xF0) return 3;
  return lead < 0xF5 ? 4 : 0;
}

// Overlong forms, surrogates and what lies beyond U+10FFFF show in the second byte.
bool IsSecond(unsigned char lead, unsigned char second) {
  if (lead == 0xE0) return second >= 0xA0;
  if (lead == 0xED) return second < 0xA0;
  if (lead == 0xF0) return second >= 0x90;
  if (lead == 0xF4) return second < 0x90;
  return true;
}

}  // namespace

size_t Utf8Length(std::string_view bytes) {
  if (bytes.empty()) return 0;
  const size_t length = LengthByLead(ByteAt(bytes, 0));
  if (length > bytes.size()) return 0;
  for (size_t i = 1; i < length; ++i) {
    if (!IsTail(ByteAt(bytes, i))) return 0;
  }
  if (length > 1 && !IsSecond(ByteAt(bytes, 0), ByteAt(bytes, 1))) return 0;
  return length;
}

bool IsUtf8(std::string_view bytes) {
  while (!bytes.empty()) {
    const size_t length = Utf8Length(bytes);
    if (length == 0) return false;
    bytes.remove_prefix(length);
  }
  return true;
}

bool IsAscii(std::string_view bytes) {
  return std::ranges::all_of(bytes, [](char c) { return (c & 0x80) == 0; });
}

std::string RepairUtf8(std::string_view bytes) {
  std::string repaired;
  repaired.reserve(bytes.size());
  while (!bytes.empty()) {
    const size_t length = Utf8Length(bytes);
    repaired += length == 0 ? kReplacementCharacter : bytes.substr(0, length);
    bytes.remove_prefix(std::max<size_t>(length, 1));
  }
  return repaired;
}

void AppendUtf8(uint32_t code_point, std::string& to) {
  const auto add = [&to](uint32_t byte) { to += static_cast<char>(byte); };
  const auto tail = [&](int shift) { add(0x80 | (code_point >> shift & 0x3F)); };
  if (code_point < 0x80) {
    add(code_point);
  } else if (code_point < 0x800) {
    add(0xC0 | code_point >> 6);
    tail(0);
  } else if (code_point > 0x10FFFF || (code_point >= 0xD800 && code_point < 0xE000)) {
    to += kReplacementCharacter;
  } else if (code_point < 0x10000) {
    add(0xE0 | code_point >> 12);
    tail(6);
    tail(0);
  } else {
    add(0xF0 | code_point >> 18);
    tail(12);
    tail(6);
    tail(0);
  }
}

std::string_view CutUtf8(std::string_view text, size_t length) {
  if (text.size() <= length) return text;
  while (length > 0 && IsTail(ByteAt(text, length))) --length;
  return text.substr(0, length);
}

}  // namespace amends::input
