// What an HTML text says, as plain text without places.
#pragma once

#include <string>
#include <string_view>

namespace amends::input {

// Paragraphs stand apart by blank lines, what is in a blockquote has `> ` before its
// lines. Linear in the length of the HTML, however it is nested; never fails.
std::string HtmlToText(std::string_view html);

}  // namespace amends::input
