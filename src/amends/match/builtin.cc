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
      return word.is(Feature::kCapitalised) && !word.is(Feature::kSentenceFirst);
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

}  // namespace amends::match
