// What the character references of an HTML text stand for: "&amp;", "&#8217;", "&nbsp".
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>

namespace amends::input {

class HtmlReferences {
 public:
  // Reads all that stand in the text.
  explicit HtmlReferences(std::string_view html);

  // How long the reference is that begins with the `&` at `at`, as far as its letters go.
  static size_t LengthAt(std::string_view html, size_t at);

  // What those bytes stand for: themselves where they are no reference.
  std::string_view Open(std::string_view reference) const;

 private:
  std::map<std::string, std::string, std::less<>> meanings_;
};

}  // namespace amends::input
