// The classes that no pack defines: what a word is by its features.
#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <string_view>
#include <utility>

#include "amends/text/text.h"

namespace amends::match {

enum class Builtin : uint8_t {
  kAnyWord,
  kNumber,
  kCap,
  kCaps,
  kQuoted,
  kVerbatim,
  kPunctuation
};

inline constexpr std::array<std::pair<std::string_view, Builtin>, 7> kBuiltins{
    {{"word", Builtin::kAnyWord},
     {"number", Builtin::kNumber},
     {"Cap", Builtin::kCap},
     {"CAPS", Builtin::kCaps},
     {"quoted", Builtin::kQuoted},
     {"verbatim", Builtin::kVerbatim},
     {"punct", Builtin::kPunctuation}}};

// A name that means something between braces without any pack.
bool IsReserved(std::string_view name);

bool IsOf(const text::Word& word, Builtin builtin);

inline constexpr size_t kBuiltinCount = kBuiltins.size();
constexpr uint8_t BitOf(Builtin builtin) {
  return static_cast<uint8_t>(1U << static_cast<unsigned>(builtin));
}
template <typename Each>
void ForEachBuiltin(uint8_t bits, const Each& each) {
  for (unsigned left = bits; left != 0; left &= left - 1) {
    each(static_cast<Builtin>(std::countr_zero(left)));
  }
}

// The builtins that tell something, of those that a word is: all but words and marks.
uint8_t TellingBuiltinsOf(const text::Word& word);

}  // namespace amends::match
