// Plain text whose lines were broken softly for the way (RFC 3676).
#pragma once

#include <string>
#include <string_view>

#include "amends/input/source_map.h"

namespace amends::input {

struct JoinedText {
  std::string text;
  SourceMap map;  // of `text` in what it was joined from; empty = it is the same
};

// The text of a part that says `format=flowed`: a line that ends in a blank goes on in
// the next one of the same depth of quoting; "-- " ends. The blank itself stays, but with
// `delsp=yes` (`drops_blanks`), where words are broken. A blank in front of a line that
// is there to protect it goes, but for one before ">", where it keeps the line from being
// taken for quoted.
JoinedText JoinFlowed(std::string_view text, bool drops_blanks);

}  // namespace amends::input
