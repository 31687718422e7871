#include "amends/input/html_text.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "amends/input/html_references.h"
#include "amends/input/html_tag.h"
#include "amends/input/lines.h"
#include "amends/input/utf8.h"

namespace amends::input {
namespace {

bool IsOneOf(std::string_view name, std::initializer_list<std::string_view> names) {
  return std::ranges::find(names, name) != names.end();
}

bool Holds(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

bool IsVoid(std::string_view name) {
  return IsOneOf(name, {"br", "img", "hr", "input", "meta", "link", "col", "wbr", "area",
                        "base", "embed", "source", "track", "param"});
}

// Its text is no text of the page.
bool IsSilent(std::string_view name) {
  return IsOneOf(name, {"script", "style", "title", "template", "textarea", "select",
                        "noframes", "svg", "math", "iframe", "object"});
}

// One of these ends where the next of its kind begins.
bool EndsByItself(std::string_view name) {
  return IsOneOf(name, {"p", "li", "td", "th", "tr", "dd", "dt", "option"});
}

bool IsHidden(const HtmlTag& tag) {
  if (tag.hidden) return true;
  const std::string& style = tag.style;
  const bool no_size = (style + ";").find("font-size:0;") != std::string::npos ||
                       Holds(style, "font-size:0px");
  const bool no_height = Holds(style, "max-height:0") && Holds(style, "overflow:hidden");
  return Holds(style, "display:none") || Holds(style, "visibility:hidden") ||
         Holds(style, "mso-hide:all") || no_size || no_height;
}

bool IsSignature(const HtmlTag& tag) {
  return Holds(tag.css_class, "gmail_signature") ||
         Holds(tag.css_class, "moz-signature") || tag.id == "applemailsignature" ||
         tag.id == "signature" || tag.id == "ms-outlook-mobile-signature" ||
         Holds(tag.css_class, "yahoo-signature") ||
         Holds(tag.css_class, "protonmail_signature_block");
}

// Programs also indent with it.
bool IsIndent(const HtmlTag& tag) {
  const bool cites = tag.type == "cite" || Holds(tag.css_class, "quote");
  return !cites && (Holds(tag.style, "border:none") || Holds(tag.style, "border:0"));
}

// An element with a meaning of its own, until it ends.
struct Special {
  std::string name;
  size_t open = 1;                // elements of that name
  std::optional<uint32_t> begin;  // of the text, once there is some
};

class Flattener {
 public:
  explicit Flattener(std::string_view html) : html_(html), references_(html) {}

  HtmlText Run() {
    while (at_ < html_.size()) {
      if (html_[at_] == '<') {
        ReadMark();
      } else if (html_[at_] == '&') {
        ReadReference();
      } else {
        ReadCharacters();
      }
    }
    EndHint();
    return std::move(read_);
  }

 private:
  void ReadMark() {
    if (BeginsTag(html_, at_)) {
      const HtmlTag tag = ReadTag(html_, at_);
      at_ = tag.end;
      Obey(tag);
      return;
    }
    const char next = at_ + 1 < html_.size() ? html_[at_ + 1] : ' ';
    if (html_.substr(at_, 4) == "<!--") {
      SkipBehind("-->", at_ + 4);
    } else if (next == '!' || next == '?') {
      SkipBehind(">", at_);
    } else {
      Write(html_.substr(at_, 1), {Place(at_), Place(at_ + 1)});
      ++at_;
    }
  }

  void SkipBehind(std::string_view mark, size_t from) {
    const size_t found = html_.find(mark, from);
    at_ = found == std::string_view::npos ? html_.size() : found + mark.size();
  }

  void ReadReference() {
    const size_t length = HtmlReferences::LengthAt(html_, at_);
    const std::string_view meaning = references_.Open(html_.substr(at_, length));
    const bool blank = std::ranges::all_of(meaning, IsHtmlBlank);
    const text::Span source = {Place(at_), Place(at_ + length)};
    if (blank && !meaning.empty()) {
      WriteBlank(source);
    } else {
      Write(meaning, source);
    }
    at_ += length;
  }

  void ReadCharacters() {
    const size_t begin = at_;
    if (IsHtmlBlank(html_[at_])) {
      if (pre_ > 0) {
        ReadLaidOut();
        return;
      }
      while (at_ < html_.size() && IsHtmlBlank(html_[at_])) ++at_;
      WriteBlank({Place(begin), Place(at_)});
      return;
    }
    while (at_ < html_.size() && html_[at_] != '<' && html_[at_] != '&' &&
           !IsHtmlBlank(html_[at_])) {
      ++at_;
    }
    Write(html_.substr(begin, at_ - begin), {Place(begin), Place(at_)});
  }

  // Blanks count where the text is laid out already.
  void ReadLaidOut() {
    const char c = html_[at_++];
    if (c == '\r') return;
    if (c == '\n') {
      NewLine(lines_ + 1);
    } else {
      Write(html_.substr(at_ - 1, 1), {Place(at_ - 1), Place(at_)});
    }
  }

  void Obey(const HtmlTag& tag) {
    if (hidden_) {
      if (!Ends(*hidden_, tag)) return;
      hidden_.reset();
      if (tag.closes) return;
    }
    if (hint_ && Ends(*hint_, tag)) EndHint();
    if (!tag.closes && !IsVoid(tag.name)) {
      if (IsSilent(tag.name)) {
        SkipElement(tag.name);
        return;
      }
      if (IsHidden(tag)) {
        hidden_ = Special{tag.name, 1, {}};
        return;
      }
    }
    LayOut(tag);
    if (!tag.closes && !hint_) BeginHint(tag);
  }

  static bool Ends(Special& special, const HtmlTag& tag) {
    if (tag.name != special.name) return false;
    if (!tag.closes && EndsByItself(tag.name)) return true;
    special.open += tag.closes ? size_t{0} - 1 : 1;
    return special.open == 0;
  }

  void BeginHint(const HtmlTag& tag) {
    const bool code = tag.name == "code" && pre_ > 0;
    if (IsVoid(tag.name) || (!code && !IsSignature(tag))) return;
    hint_kind_ = code ? BlockKind::kCode : BlockKind::kSignature;
    hint_ = Special{tag.name, 1, {}};
    NewLine(1);
  }

  void EndHint() {
    if (!hint_) return;
    if (hint_->begin) {
      read_.hints.push_back({{*hint_->begin, Place(read_.text.size())}, hint_kind_});
    }
    hint_.reset();
    NewLine(1);
  }

  void LayOut(const HtmlTag& tag) {
    const std::string_view name = tag.name;
    if (name == "blockquote") {
      NewLine(2);
      Quote(tag);
    } else if (name == "br") {
      NewLine(pre_ > 0 ? lines_ + 1 : std::min(lines_ + 1, 2));
    } else if (name == "pre") {
      NewLine(2);
      pre_ = tag.closes ? std::max(pre_ - 1, 0) : pre_ + 1;
      if (!tag.closes && html_.substr(at_, 1) == "\n") ++at_;
    } else if (IsOneOf(name, {"div", "section", "article", "header", "footer", "center",
                              "address", "form", "main", "caption"})) {
      NewLine(1);
    } else if (IsOneOf(name, {"p",  "h1", "h2", "h3", "h4",    "h5",  "h6",
                              "li", "ul", "ol", "tr", "td",    "th",  "table",
                              "hr", "dl", "dt", "dd", "tbody", "body"})) {
      NewLine(2);
    }
  }

  void Quote(const HtmlTag& tag) {
    if (!tag.closes) {
      quotes_.push_back(!IsIndent(tag));
      if (quotes_.back()) ++quoted_;
    } else if (!quotes_.empty()) {
      if (quotes_.back()) --quoted_;
      quotes_.pop_back();
    }
  }

  void SkipElement(const std::string& name) {
    const std::string end = "</" + name;
    while (at_ < html_.size()) {
      at_ = std::min(html_.find("</", at_), html_.size());
      if (LowerLetters(html_.substr(at_, end.size())) == end) return;
      at_ = std::min(at_ + 2, html_.size());
    }
  }

  void NewLine(int lines) { lines_ = std::max(lines_, lines); }

  static uint32_t Place(size_t at) { return static_cast<uint32_t>(at); }

  void WriteBlank(text::Span source) {
    if (!hidden_ && !blank_) blank_ = source;
  }

  void Write(std::string_view words, text::Span source) {
    if (hidden_ || words.empty()) return;
    const bool first = read_.text.empty();
    if (first || lines_ > 0) {
      BeginLine(first ? 0 : lines_);
    } else if (blank_) {
      read_.text += ' ';
      read_.map.Add(1, *blank_);
    }
    lines_ = 0;
    blank_.reset();
    if (hint_ && !hint_->begin) {
      hint_->begin = Place(read_.text.find_last_of('\n') + 1);  // npos is before the text
    }
    read_.text += words;
    read_.map.Add(Place(words.size()), source);
  }

  void BeginLine(int lines) {
    std::string begin;
    for (int i = 0; i < lines; ++i) {
      begin += '\n';
      if (quoted_ > 0) begin += '>';
    }
    if (lines == 0 && quoted_ > 0) begin += '>';
    if (quoted_ > 0) begin += ' ';
    read_.text += begin;
    read_.map.AddUnsourced(Place(begin.size()));
  }

  std::string_view html_;
  HtmlReferences references_;
  size_t at_ = 0;
  HtmlText read_;
  std::vector<bool> quotes_;  // of the open blockquotes, which are no mere indents
  int quoted_ = 0;
  int pre_ = 0;
  int lines_ = 0;  // ends of lines to be written before the next word
  std::optional<text::Span> blank_;
  std::optional<Special> hidden_;
  std::optional<Special> hint_;
  BlockKind hint_kind_ = BlockKind::kSignature;
};

uint32_t CodePointOf(std::string_view character) {
  auto value = static_cast<uint32_t>(character[0] & 0xFF);
  value &= 0x7Fu >> character.size();
  for (const char c : character.substr(1)) value = value << 6 | (c & 0x3F);
  return value;
}

}  // namespace

HtmlText ReadHtmlText(std::string_view html) { return Flattener(html).Run(); }

std::string EscapeHtml(std::string_view text, bool ascii) {
  std::string escaped;
  while (!text.empty()) {
    const size_t length = std::max<size_t>(Utf8Length(text), 1);
    const std::string_view one = text.substr(0, length);
    text.remove_prefix(length);
    if (one == "&") {
      escaped += "&amp;";
    } else if (one == "<") {
      escaped += "&lt;";
    } else if (one == ">") {
      escaped += "&gt;";
    } else if (one == "\n") {
      escaped += "<br>\n";
    } else if (ascii && length > 1) {
      escaped += fmt::format("&#{};", CodePointOf(one));
    } else {
      escaped += one;
    }
  }
  return escaped;
}

}  // namespace amends::input
