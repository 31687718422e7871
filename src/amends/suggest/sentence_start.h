// How a sentence begins.
#pragma once

#include <string>
#include <string_view>

#include "amends/text/letter_case.h"

namespace amends::suggest {

// With a capital; where a blank begins it, what stands in that.
inline std::string WithOpeningCapital(std::string_view words) {
  constexpr std::string_view kBlank = "[[";
  if (!words.starts_with(kBlank)) return text::WithCapital(words);
  words.remove_prefix(kBlank.size());
  return std::string(kBlank) + text::WithCapital(words);
}

}  // namespace amends::suggest
