// The tags of an HTML text, one at a time.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace amends::input {

// As far as reading needs it; names and values in lower case.
struct HtmlTag {
  std::string name;  // "p"
  bool closes = false;
  bool hidden = false;  // the attribute of that name
  std::string css_class;
  std::string id;
  std::string style;  // without blanks
  std::string type;
  size_t end = 0;  // behind the `>`
};

// Whether a tag begins with the `<` at `at`: a letter follows, or a `/` and a letter.
bool BeginsTag(std::string_view html, size_t at);

// The tag that begins there. One without an end reaches to the end of the text.
HtmlTag ReadTag(std::string_view html, size_t at);

bool IsHtmlBlank(char c);

}  // namespace amends::input
