#include "amends/report/annotated.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "amends/report/checked_draft.h"
#include "amends/text/char_class.h"

namespace amends::report {
namespace {

// A character that HTML may hold: no control but tab and line breaks.
bool MayStand(std::string_view character) {
  if (character.size() > 1) return true;
  const auto c = static_cast<unsigned char>(character.front());
  return c >= ' ' ? c != 0x7F : c == '\t' || c == '\n' || c == '\r';
}

class Annotator {
 public:
  Annotator(std::string_view text, const std::vector<Finding>& findings)
      : text_(text), findings_(findings) {}

  std::string Take() {
    out_ = "<div class=\"draft\">";
    const std::vector<uint32_t> edges = Edges();
    for (size_t i = 0; i + 1 < edges.size(); ++i) Write(edges[i], edges[i + 1]);
    return out_ + "</div>";
  }

 private:
  bool IsMarked(const Finding& finding) const {
    return finding.scope == Scope::kText && !finding.span.empty() &&
           finding.span.end <= text_.size();
  }

  // Where a mark begins or ends, and the ends of the text.
  std::vector<uint32_t> Edges() const {
    std::set<uint32_t> edges = {0, static_cast<uint32_t>(text_.size())};
    for (const Finding& finding : findings_) {
      if (IsMarked(finding)) edges.insert({finding.span.start, finding.span.end});
    }
    return {edges.begin(), edges.end()};
  }

  void Write(uint32_t start, uint32_t end) {
    const std::string words = EscapedHtml(text_.substr(start, end - start));
    std::string numbers;
    std::string opened;
    const Finding* gravest = nullptr;
    for (size_t i = 0; i < findings_.size(); ++i) {
      const Finding& finding = findings_[i];
      if (!IsMarked(finding) || finding.span.end <= start || end <= finding.span.start) {
        continue;
      }
      numbers += (numbers.empty() ? "" : " ") + std::to_string(i + 1);
      if (finding.span.end == end) {
        opened += fmt::format("<sup><a href=\"#finding-{0}\">{0}</a></sup>", i + 1);
      }
      if (gravest == nullptr || finding.severity > gravest->severity) gravest = &finding;
    }
    if (gravest == nullptr) {
      out_ += words;
      return;
    }
    out_ += fmt::format("<mark class=\"{}\" data-finding=\"{}\">{}</mark>{}",
                        NameOf(gravest->severity), numbers, words, opened);
  }

  std::string_view text_;
  const std::vector<Finding>& findings_;
  std::string out_;
};

}  // namespace

std::string EscapedHtml(std::string_view text) {
  std::string escaped;
  for (size_t at = 0; at < text.size();) {
    const text::Decoded next = text::DecodeAt(text, at);
    const std::string_view character = text.substr(at, next.length);
    at += next.length;
    if (character == "&") {
      escaped += "&amp;";
    } else if (character == "<") {
      escaped += "&lt;";
    } else if (character == ">") {
      escaped += "&gt;";
    } else if (character == "\"") {
      escaped += "&quot;";
    } else if (!next.bad && MayStand(character)) {
      escaped += character;
    } else {
      escaped += "\uFFFD";
    }
  }
  return escaped;
}

std::string AnnotatedHtml(std::string_view text, const std::vector<Finding>& findings) {
  return Annotator(text, findings).Take();
}

}  // namespace amends::report
