// What an HTML text says, as plain text whose every word knows its place in the HTML.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "amends/input/source_map.h"
#include "amends/input/structure.h"

namespace amends::input {

struct HtmlText {
  std::string text;
  SourceMap map;                     // of `text` in the HTML; empty only if `text` is
  std::vector<StructureHint> hints;  // signatures and code, as the elements say
};

// Paragraphs, cells and items stand apart by blank lines, what is in a blockquote has
// `> ` before its lines, what is hidden is left out. Linear in the length of the HTML,
// however it is nested; never fails.
HtmlText ReadHtmlText(std::string_view html);

// A stretch of plain text as HTML has it. Beyond ASCII as references where `ascii`.
std::string EscapeHtml(std::string_view text, bool ascii = false);

}  // namespace amends::input
