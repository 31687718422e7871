#include "amends/input/html_text.h"

#include <algorithm>
#include <cstddef>
#include <initializer_list>
#include <utility>

#include <gumbo.h>

namespace amends::input {
namespace {

bool IsBlank(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}
bool IsLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
char Lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; }

std::string Lower(std::string_view text) {
  std::string lower(text);
  std::ranges::transform(lower, lower.begin(), [](char c) { return Lower(c); });
  return lower;
}

bool IsOneOf(std::string_view name, std::initializer_list<std::string_view> names) {
  return std::ranges::find(names, name) != names.end();
}

struct Tag {
  std::string name;  // "/p" for the end of a p
  size_t end = 0;    // behind the `>`
};

// Drops the tags and lays out what is between them; character references stay.
class Flattener {
 public:
  explicit Flattener(std::string_view html) : html_(html) {}

  std::string Run() {
    while (at_ < html_.size()) {
      if (html_[at_] == '<') {
        ReadMark();
      } else {
        Write(html_.substr(at_++, 1));
      }
    }
    return std::move(text_);
  }

 private:
  void ReadMark() {
    const char next = html_.substr(at_).size() > 1 ? html_[at_ + 1] : ' ';
    if (html_.substr(at_, 4) == "<!--") {
      SkipBehind("-->", at_ + 4);
    } else if (next == '!' || next == '?') {
      SkipBehind(">", at_);
    } else if (IsLetter(next) ||
               (next == '/' && at_ + 2 < html_.size() && IsLetter(html_[at_ + 2]))) {
      const Tag tag = ReadTag();
      at_ = tag.end;
      Obey(tag.name);
    } else {
      Write("&lt;");
      ++at_;
    }
  }

  void SkipBehind(std::string_view mark, size_t from) {
    const size_t found = html_.find(mark, from);
    at_ = found == std::string_view::npos ? html_.size() : found + mark.size();
  }

  Tag ReadTag() const {
    size_t end = at_ + 2;
    while (end < html_.size() && html_[end] != '>' && html_[end] != '/' &&
           !IsBlank(html_[end])) {
      ++end;
    }
    Tag tag = {Lower(html_.substr(at_ + 1, end - at_ - 1)), end};
    char quote = '\0';
    for (; tag.end < html_.size(); ++tag.end) {
      const char c = html_[tag.end];
      if (quote != '\0') {
        if (c == quote) quote = '\0';
      } else if ((c == '"' || c == '\'') && html_[tag.end - 1] == '=') {
        quote = c;
      } else if (c == '>') {
        ++tag.end;
        break;
      }
    }
    return tag;
  }

  void Obey(const std::string& name) {
    if (IsOneOf(name, {"script", "style", "title"})) {
      SkipElement(name);
    } else if (name == "blockquote" || name == "/blockquote") {
      NewLine(2);
      quoted_ = name[0] == '/' ? std::max(quoted_ - 1, 0) : quoted_ + 1;
    } else if (name == "br") {
      NewLine(std::min(lines_ + 1, 2));
    } else if (name == "div" || name == "/div") {
      NewLine(1);
    } else if (IsOneOf(name.substr(name[0] == '/' ? 1 : 0),
                       {"p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol", "tr",
                        "table", "hr", "pre"})) {
      NewLine(2);
    } else if (IsOneOf(name, {"td", "th"})) {
      blank_ = true;
    }
  }

  // What such an element holds is no text of the page.
  void SkipElement(const std::string& name) {
    const std::string end = "</" + name;
    while (at_ < html_.size()) {
      at_ = std::min(html_.find("</", at_), html_.size());
      if (Lower(html_.substr(at_, end.size())) == end) return;
      at_ = std::min(at_ + 2, html_.size());
    }
  }

  void NewLine(int lines) { lines_ = std::max(lines_, lines); }

  void Write(std::string_view piece) {
    if (IsBlank(piece[0])) {
      blank_ = true;
      return;
    }
    const bool first = text_.empty();
    for (int i = 0; i < lines_ && !first; ++i) {
      text_ += '\n';
      if (quoted_ > 0) text_ += '>';
    }
    if (first && quoted_ > 0) text_ += '>';
    if ((lines_ > 0 || first) ? quoted_ > 0 : blank_) text_ += ' ';
    lines_ = 0;
    blank_ = false;
    text_ += piece;
  }

  std::string_view html_;
  size_t at_ = 0;
  std::string text_;
  int quoted_ = 0;
  int lines_ = 0;  // ends of lines to be written before the next word
  bool blank_ = false;
};

// Opens the character references in text without tags.
std::string OpenReferences(const std::string& text) {
  GumboOutput* output =
      gumbo_parse_with_options(&kGumboDefaultOptions, text.data(), text.size());
  std::string opened;
  const GumboVector& roots = output->root->v.element.children;
  for (unsigned i = 0; i < roots.length; ++i) {
    const auto* root = static_cast<const GumboNode*>(roots.data[i]);
    if (root->type != GUMBO_NODE_ELEMENT) continue;
    const GumboVector& nodes = root->v.element.children;
    for (unsigned j = 0; j < nodes.length; ++j) {
      const auto* node = static_cast<const GumboNode*>(nodes.data[j]);
      if (node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE) {
        opened += node->v.text.text;
      }
    }
  }
  gumbo_destroy_output(&kGumboDefaultOptions, output);
  return opened;
}

}  // namespace

std::string HtmlToText(std::string_view html) {
  return OpenReferences(Flattener(html).Run());
}

}  // namespace amends::input
