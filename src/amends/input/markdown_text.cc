#include "amends/input/markdown_text.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>

#include "amends/input/html_references.h"
#include "amends/input/lines.h"

namespace amends::input {
namespace {

constexpr size_t kLongestTarget = 2000;  // of a link
constexpr size_t kLongestSpan = 500;     // of emphasis and code

bool IsBlank(char c) { return c == ' ' || c == '\t'; }

bool IsSign(char c) {
  return (c > ' ' && c < '0') || (c > '9' && c < 'A') || (c > 'Z' && c < 'a') ||
         (c > 'z' && c <= '~');
}

// The signs inside of one line.
class LineReader {
 public:
  LineReader(std::string_view line, uint32_t source, const HtmlReferences& references,
             MarkdownText& read)
      : line_(line), source_(source), references_(references), read_(read) {}

  void Read() {
    SkipHeading();
    while (at_ < line_.size()) ReadOne();
  }

 private:
  void ReadOne() {
    const char c = line_[at_];
    if (c == '\\' && at_ + 1 < line_.size() && IsSign(line_[at_ + 1])) {
      ++at_;
      Keep(1);
    } else if (c == '`') {
      KeepCode();
    } else if (c == '*' || c == '_') {
      ReadEmphasis(c);
    } else if (c == '[' || line_.substr(at_, 2) == "![") {
      if (!OpenLink()) Keep(1);
    } else if (c == ']' && at_ == link_end_) {
      at_ = link_after_;
    } else if (c == '&') {
      const size_t length = HtmlReferences::LengthAt(line_, at_);
      Add(references_.Open(line_.substr(at_, length)), length);
    } else {
      Keep(1);
    }
  }

  void Keep(size_t length) { Add(line_.substr(at_, length), length); }

  // The next bytes of the source say these words.
  void Add(std::string_view words, size_t length) {
    const auto start = source_ + static_cast<uint32_t>(at_);
    read_.text += words;
    read_.map.Add(static_cast<uint32_t>(words.size()),
                  {start, start + static_cast<uint32_t>(length)});
    at_ += length;
  }

  void SkipHeading() {
    const size_t signs = std::min(line_.find_first_not_of('#'), line_.size());
    if (signs == 0 || signs > 6 || signs == line_.size() || !IsBlank(line_[signs]))
      return;
    at_ = line_.find_first_not_of(" \t", signs);
    if (at_ == kNowhere) at_ = line_.size();
    const size_t last = line_.find_last_not_of("# \t");
    if (last != kNowhere && line_.ends_with('#') && IsBlank(line_[last + 1])) {
      line_ = line_.substr(0, last + 1);
    }
  }

  size_t RunAt(size_t at) const {
    size_t end = at;
    while (end < line_.size() && line_[end] == line_[at]) ++end;
    return end - at;
  }

  void KeepCode() {
    const size_t ticks = RunAt(at_);
    const std::string_view fence = line_.substr(at_, ticks);
    const size_t close = line_.substr(0, at_ + kLongestSpan).find(fence, at_ + ticks);
    Keep(close == kNowhere ? ticks : close + ticks - at_);
  }

  // A run that opens or closes is left out where its partner stands in the line too.
  void ReadEmphasis(char sign) {
    const size_t length = RunAt(at_);
    const bool after_word = at_ > 0 && !IsBlank(line_[at_ - 1]);
    const bool before_word = at_ + length < line_.size() && !IsBlank(line_[at_ + length]);
    // "a_b_c" is a name.
    const bool inside = after_word && before_word && sign == '_' &&
                        !IsSign(line_[at_ - 1]) && !IsSign(line_[at_ + length]);
    const auto open = std::ranges::find(open_, std::pair(sign, length));
    if (!inside && after_word && open != open_.end()) {
      open_.erase(open, open_.end());
      at_ += length;
    } else if (!inside && before_word && length <= 3 && Closes(sign, length)) {
      open_.emplace_back(sign, length);
      at_ += length;
    } else {
      Keep(length);
    }
  }

  // Whether such a run behind a word stands further on.
  bool Closes(char sign, size_t length) const {
    const size_t end = std::min(line_.size(), at_ + kLongestSpan);
    for (size_t at = at_ + length; at < end;) {
      if (line_[at] != sign) {
        ++at;
        continue;
      }
      const size_t run = RunAt(at);
      if (run == length && !IsBlank(line_[at - 1])) return true;
      at += run;
    }
    return false;
  }

  // "[words](target)": the words stay.
  bool OpenLink() {
    const size_t begin = line_[at_] == '!' ? at_ + 2 : at_ + 1;
    const size_t end = line_.substr(0, begin + kLongestTarget).find(']', begin);
    if (end == kNowhere || line_.substr(end + 1, 1) != "(") return false;
    const size_t after = line_.substr(0, end + kLongestTarget).find(')', end);
    if (after == kNowhere || end < link_after_) return false;
    link_end_ = end;
    link_after_ = after + 1;
    at_ = begin;
    return true;
  }

  std::string_view line_;
  uint32_t source_;  // where the line begins
  const HtmlReferences& references_;
  MarkdownText& read_;
  size_t at_ = 0;
  std::vector<std::pair<char, size_t>> open_;
  size_t link_end_ = kNowhere;
  size_t link_after_ = 0;
};

class MarkdownReader {
 public:
  explicit MarkdownReader(std::string_view markdown)
      : markdown_(markdown), references_(markdown), lines_(SplitLines(markdown)) {}

  MarkdownText Run() {
    for (size_t i = 0; i < lines_.size(); ++i) {
      const bool code = IsCode(i);
      const auto begin = static_cast<uint32_t>(read_.text.size());
      Copy(lines_[i], code);
      if (code) Hint({begin, static_cast<uint32_t>(read_.text.size())});
    }
    return std::move(read_);
  }

 private:
  // Between fences, to the end where the second is missing, and where four blanks stand
  // in front behind an empty line or more code.
  bool IsCode(size_t i) {
    const Line& line = lines_[i];
    const std::string_view fence = line.words.substr(0, 3);
    if (!fence_.empty()) {
      if (fence == fence_ && line.words.find_first_not_of(fence[0]) == kNowhere)
        fence_ = {};
      return true;
    }
    if (fence == "```" || fence == "~~~") {
      fence_ = fence;
      return true;
    }
    if (line.blank()) return false;
    const bool indented = line.rest.starts_with("    ") || line.rest.starts_with('\t');
    const bool free = i == 0 || lines_[i - 1].blank() || was_indented_;
    if (!indented) in_list_ = IsItem(line.words) || (in_list_ && line.rest[0] == ' ');
    was_indented_ = indented && free && !in_list_;
    return was_indented_;
  }

  static bool IsItem(std::string_view words) {
    const size_t digits = std::min(words.find_first_not_of("0123456789"), words.size());
    const std::string_view mark = words.substr(digits, 2);
    return digits > 0 ? mark == ". " || mark == ") "
                      : mark == "- " || mark == "* " || mark == "+ ";
  }

  void Copy(const Line& line, bool code) {
    const auto rest = static_cast<uint32_t>(line.rest.data() - markdown_.data());
    const uint32_t end = rest + static_cast<uint32_t>(line.rest.size());
    Keep({line.span.start, rest});
    if (code) {
      Keep({rest, end});
    } else {
      LineReader(line.rest, rest, references_, read_).Read();
    }
    Keep({end, line.span.end});
  }

  void Keep(text::Span span) {
    if (span.empty()) return;
    read_.text += markdown_.substr(span.start, span.length());
    read_.map.Add(span.length(), span);
  }

  void Hint(text::Span span) {
    if (!read_.hints.empty() && read_.hints.back().span.end == span.start) {
      read_.hints.back().span.end = span.end;
    } else {
      read_.hints.push_back({span, BlockKind::kCode});
    }
  }

  std::string_view markdown_;
  HtmlReferences references_;
  std::vector<Line> lines_;
  MarkdownText read_;
  std::string_view fence_;
  bool was_indented_ = false;
  bool in_list_ = false;
};

}  // namespace

MarkdownText ReadMarkdownText(std::string_view markdown) {
  return MarkdownReader(markdown).Run();
}

}  // namespace amends::input
