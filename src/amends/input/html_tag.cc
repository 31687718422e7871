#include "amends/input/html_tag.h"

#include <algorithm>

#include "amends/input/lines.h"

namespace amends::input {
namespace {

constexpr size_t kLongestName = 64;

class TagReader {
 public:
  TagReader(std::string_view html, size_t at) : html_(html), at_(at + 1) {}

  HtmlTag Read() {
    HtmlTag tag;
    tag.closes = html_[at_] == '/';
    if (tag.closes) ++at_;
    const size_t begin = at_;
    while (!AtEnd() && html_[at_] != '>' && html_[at_] != '/' &&
           !IsHtmlBlank(html_[at_])) {
      ++at_;
    }
    tag.name = LowerLetters(html_.substr(begin, std::min(at_ - begin, kLongestName)));
    while (ReadAttribute(tag)) continue;
    tag.end = at_;
    return tag;
  }

 private:
  bool AtEnd() const { return at_ == html_.size(); }

  // False at the end of the tag.
  bool ReadAttribute(HtmlTag& tag) {
    while (!AtEnd() && (IsHtmlBlank(html_[at_]) || html_[at_] == '/')) ++at_;
    if (AtEnd()) return false;
    if (html_[at_] == '>') {
      ++at_;
      return false;
    }
    const size_t begin = at_++;  // a name may begin with `=`
    while (!AtEnd() && html_[at_] != '>' && html_[at_] != '=' && html_[at_] != '/' &&
           !IsHtmlBlank(html_[at_])) {
      ++at_;
    }
    const std::string_view name = html_.substr(begin, at_ - begin);
    Take(name, TakeValue(), tag);
    return true;
  }

  std::string_view TakeValue() {
    size_t at = at_;
    while (at < html_.size() && IsHtmlBlank(html_[at])) ++at;
    if (at == html_.size() || html_[at] != '=') return {};
    at_ = at + 1;
    while (!AtEnd() && IsHtmlBlank(html_[at_])) ++at_;
    if (AtEnd()) return {};
    const char quote = html_[at_];
    if (quote == '"' || quote == '\'') {
      const size_t begin = ++at_;
      const size_t end = std::min(html_.find(quote, begin), html_.size());
      at_ = std::min(end + 1, html_.size());
      return html_.substr(begin, end - begin);
    }
    const size_t begin = at_;
    while (!AtEnd() && html_[at_] != '>' && !IsHtmlBlank(html_[at_])) ++at_;
    return html_.substr(begin, at_ - begin);
  }

  static void Take(std::string_view written, std::string_view value, HtmlTag& tag) {
    if (written.size() > kLongestName) return;
    const std::string name = LowerLetters(written);
    if (name == "class") tag.css_class = LowerLetters(value);
    if (name == "id") tag.id = LowerLetters(value);
    if (name == "type") tag.type = LowerLetters(value);
    if (name == "hidden") tag.hidden = true;
    if (name != "style") return;
    tag.style = LowerLetters(value);
    std::erase_if(tag.style, [](char c) { return IsHtmlBlank(c); });
  }

  std::string_view html_;
  size_t at_;
};

}  // namespace

bool IsHtmlBlank(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

bool BeginsTag(std::string_view html, size_t at) {
  const std::string_view next = html.substr(at + 1, 2);
  if (next.empty()) return false;
  if (IsAsciiLetter(next[0])) return true;
  return next.size() == 2 && next[0] == '/' && IsAsciiLetter(next[1]);
}

HtmlTag ReadTag(std::string_view html, size_t at) { return TagReader(html, at).Read(); }

}  // namespace amends::input
