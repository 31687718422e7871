// UTF-8 that may be wrong, byte by byte.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace amends::input {

// Stands where a character could not be read: U+FFFD.
constexpr std::string_view kReplacementCharacter = "\xEF\xBF\xBD";

// How many bytes the well-formed character at the start of `bytes` has; 0 where there is
// none.
size_t Utf8Length(std::string_view bytes);

bool IsUtf8(std::string_view bytes);
bool IsAscii(std::string_view bytes);

// A copy in which each byte that belongs to no character is a replacement character.
std::string RepairUtf8(std::string_view bytes);

// A surrogate or a number beyond Unicode becomes a replacement character.
void AppendUtf8(uint32_t code_point, std::string& to);

// At most `length` bytes of well-formed UTF-8, whole characters only.
std::string_view CutUtf8(std::string_view text, size_t length);

}  // namespace amends::input
