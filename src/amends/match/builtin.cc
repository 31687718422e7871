#include "amends/match/builtin.h"

#include <algorithm>

namespace amends::match {

using text::Feature;

bool IsReserved(std::string_view name) {
  return name == "gap" || std::ranges::any_of(kBuiltins, [&](const auto& item) {
           return item.first == name;
         });
}

bool IsOf(const text::Word& word, Builtin builtin) {
  switch (builtin) {
    case Builtin::kAnyWord:
      return !word.is(Feature::kPunctuation);
    case Builtin::kNumber:
      return word.is(Feature::kNumber);
    case Builtin::kCap:
      // "I" is no name.
      return word.is(Feature::kCapitalised) && !word.is(Feature::kSentenceFirst) &&
             word.canon_length > 1;
    case Builtin::kCaps:
      return word.is(Feature::kAllCaps);
    case Builtin::kQuoted:
      return word.is(Feature::kQuoted);
    case Builtin::kVerbatim:
      return word.is(Feature::kVerbatim);
    case Builtin::kPunctuation:
      return word.is(Feature::kPunctuation);
  }
  return false;
}

uint8_t TellingBuiltinsOf(const text::Word& word) {
  constexpr uint16_t kTelling = text::kNumber | text::kCapitalised | text::kAllCaps |
                                text::kQuoted | text::kVerbatim;
  uint8_t bits = 0;
  if ((word.features & kTelling) == 0) return bits;
  for (Builtin builtin : {Builtin::kNumber, Builtin::kCap, Builtin::kCaps,
                          Builtin::kQuoted, Builtin::kVerbatim}) {
    if (IsOf(word, builtin)) bits |= BitOf(builtin);
  }
  return bits;
}

}  // namespace amends::match
