// What is wrong with a file that somebody wrote: where, what, and what to do about it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "amends/pack/pack.h"

namespace amends::pack {

struct Problem {
  std::string file;
  int line = 0;    // from 1; 0 = the file as a whole
  int column = 0;  // code points, from 1
  std::string message;
  std::string hint;     // "did you mean “severity”?"; may be empty
  std::string excerpt;  // the source line, empty if none
  int caret = 0;        // column of the caret below the excerpt, from 1
  int caret_length = 1;

  auto operator<=>(const Problem&) const = default;
};

// file:line:column: message, the source line and a caret, the hint. Ends in a newline.
std::string Format(const Problem& problem);

}  // namespace amends::pack
