// Where the text of a draft stands in the file that it was read from.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "amends/input/conversation.h"
#include "amends/input/source.h"
#include "amends/input/source_map.h"
#include "amends/text/span.h"

namespace amends::input {

struct LocatedText {
  std::string file;              // as UTF-8 without its mark; of a mail its bytes
  std::vector<SourceMap> steps;  // from the text to the file, one after the other

  // Bytes of `file`.
  text::Span ToFile(text::Span span) const;
};

// Of what Read makes of the bytes. Nothing where the file does not hold the words one by
// one: a record, a mail's part in base64 or in a charset with several bytes a letter that
// is not UTF-8.
std::optional<LocatedText> LocateText(Format format, std::string_view bytes,
                                      const Conversation& conversation);

}  // namespace amends::input
