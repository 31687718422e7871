#include "amends/input/html_references.h"

#include <algorithm>
#include <vector>

#include <gumbo.h>

#include "amends/input/lines.h"

namespace amends::input {
namespace {

// The library's tree of a flat text: what stands between the breaks.
std::vector<std::string> TextsOf(const std::string& html) {
  std::vector<std::string> texts = {""};
  GumboOutput* output =
      gumbo_parse_with_options(&kGumboDefaultOptions, html.data(), html.size());
  const GumboVector& roots = output->root->v.element.children;
  for (unsigned i = 0; i < roots.length; ++i) {
    const auto* body = static_cast<const GumboNode*>(roots.data[i]);
    if (body->type != GUMBO_NODE_ELEMENT || body->v.element.tag != GUMBO_TAG_BODY)
      continue;
    const GumboVector& nodes = body->v.element.children;
    for (unsigned j = 0; j < nodes.length; ++j) {
      const auto* node = static_cast<const GumboNode*>(nodes.data[j]);
      if (node->type == GUMBO_NODE_ELEMENT) {
        texts.emplace_back();
      } else if (node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE) {
        texts.back() += node->v.text.text;
      }
    }
  }
  gumbo_destroy_output(&kGumboDefaultOptions, output);
  return texts;
}

}  // namespace

HtmlReferences::HtmlReferences(std::string_view html) {
  for (size_t at = html.find('&'); at != std::string_view::npos;
       at = html.find('&', at + 1)) {
    const std::string_view reference = html.substr(at, LengthAt(html, at));
    if (reference.size() > 1) meanings_.try_emplace(std::string(reference), reference);
  }
  // A letter in front, so that a reference to a blank is not dropped.
  std::string all;
  for (const auto& [reference, meaning] : meanings_) all += "x" + reference + "<br>";
  const std::vector<std::string> texts = TextsOf(all);
  size_t next = 0;
  for (auto& [reference, meaning] : meanings_) {
    if (next < texts.size() && texts[next].starts_with('x'))
      meaning = texts[next].substr(1);
    ++next;
  }
}

size_t HtmlReferences::LengthAt(std::string_view html, size_t at) {
  constexpr size_t kLongest = 40;
  size_t length = html.substr(at + 1, 1) == "#" ? 2 : 1;
  while (at + length < html.size() && length < kLongest &&
         (IsAsciiLetter(html[at + length]) || IsAsciiDigit(html[at + length]))) {
    ++length;
  }
  return length + (html.substr(at + length, 1) == ";" ? 1 : 0);
}

std::string_view HtmlReferences::Open(std::string_view reference) const {
  const auto found = meanings_.find(reference);
  return found == meanings_.end() ? reference : std::string_view(found->second);
}

}  // namespace amends::input
