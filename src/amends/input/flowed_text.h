// Plain text whose lines were broken softly for the way (RFC 3676) inside of words.
#pragma once

#include <string>
#include <string_view>

#include "amends/input/source_map.h"

namespace amends::input {

struct JoinedText {
  std::string text;
  SourceMap map;  // of `text` in what it was joined from; empty = it is the same
};

// The text of a part that says `format=flowed; delsp=yes`: a line that ends in a blank
// goes on in the next one of the same depth of quoting, without the blank. "-- " ends.
JoinedText JoinFlowed(std::string_view text);

}  // namespace amends::input
