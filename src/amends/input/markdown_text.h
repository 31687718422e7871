// What a Markdown text says, line by line, without its marks.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "amends/input/source_map.h"
#include "amends/input/structure.h"

namespace amends::input {

struct MarkdownText {
  std::string text;
  SourceMap map;                     // of `text` in the Markdown
  std::vector<StructureHint> hints;  // code
};

// Its lines are those of the Markdown, with `>` before what is quoted. Left out are the
// signs of headings and emphasis, the targets of links, and backslashes before signs;
// character references are opened. Code keeps everything. HTML in it stays as it is.
// Never fails; linear in the length of the text.
MarkdownText ReadMarkdownText(std::string_view markdown);

}  // namespace amends::input
