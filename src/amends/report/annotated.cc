#include "amends/report/annotated.h"

#include <algorithm>
#include <set>
#include <utility>

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

// A thread of more lines than these is folded.
constexpr auto kMostOpenLines = 8;

bool IsThread(input::BlockKind kind) {
  using input::BlockKind;
  return kind == BlockKind::kQuoted || kind == BlockKind::kForwarded ||
         kind == BlockKind::kHeader;
}

class Annotator {
 public:
  Annotator(std::string_view text, const std::vector<Finding>& findings,
            const std::vector<input::Block>& blocks)
      : text_(text), findings_(findings), blocks_(blocks), fold_(Fold()) {}

  std::string Take() {
    out_ = "<div class=\"draft\">";
    const std::vector<uint32_t> edges = Edges();
    for (size_t i = 0; i + 1 < edges.size(); ++i) {
      if (edges[i] == fold_) out_ += "<details><summary>Earlier messages</summary>";
      Write(edges[i], edges[i + 1]);
    }
    return out_ + (fold_ < text_.size() ? "</details></div>" : "</div>");
  }

 private:
  // Where the thread that ends the text begins, if it is long; else the end of the text.
  uint32_t Fold() const {
    const auto end = static_cast<uint32_t>(text_.size());
    uint32_t start = end;
    for (auto block = blocks_.rbegin(); block != blocks_.rend(); ++block) {
      if (!IsThread(block->kind)) break;
      start = block->span.start;
    }
    const std::string_view thread = text_.substr(start);
    return std::ranges::count(thread, '\n') > kMostOpenLines ? start : end;
  }

  // Where a mark, the writer's own words or the thread begin or end, and the ends of the
  // text.
  std::vector<uint32_t> Edges() const {
    std::set<uint32_t> edges = {0, static_cast<uint32_t>(text_.size())};
    for (const Finding& finding : findings_) {
      if (IsMarked(finding, text_)) edges.insert({finding.span.start, finding.span.end});
    }
    bool quiet = false;
    for (const input::Block& block : blocks_) {
      const bool was = std::exchange(quiet, !input::IsOwnWords(block.kind));
      if (quiet != was) edges.insert(block.span.start);
    }
    edges.insert(fold_);
    return {edges.begin(), edges.end()};
  }

  bool IsQuiet(uint32_t start) const {
    return std::ranges::any_of(blocks_, [start](const input::Block& block) {
      return block.span.start <= start && start < block.span.end &&
             !input::IsOwnWords(block.kind);
    });
  }

  void Write(uint32_t start, uint32_t end) {
    const std::string words = EscapedHtml(text_.substr(start, end - start));
    std::string numbers;
    std::string references;
    const Finding* gravest = nullptr;
    for (size_t i = 0; i < findings_.size(); ++i) {
      const Finding& finding = findings_[i];
      if (!IsMarked(finding, text_) || finding.span.end <= start ||
          end <= finding.span.start) {
        continue;
      }
      numbers += (numbers.empty() ? "" : " ") + std::to_string(i + 1);
      if (finding.span.end == end) {
        references += fmt::format(
            "<sup id=\"mark-{0}\"><a href=\"#finding-{0}\" aria-label=\"Finding {0}\">"
            "{0}</a></sup>",
            i + 1);
      }
      if (gravest == nullptr || finding.severity > gravest->severity) gravest = &finding;
    }
    if (gravest != nullptr) {
      out_ += fmt::format("<mark class=\"{}\" data-finding=\"{}\">{}</mark>{}",
                          NameOf(gravest->severity), numbers, words, references);
    } else if (IsQuiet(start)) {
      out_ += "<span class=\"quiet\">" + words + "</span>";
    } else {
      out_ += words;
    }
  }

  std::string_view text_;
  const std::vector<Finding>& findings_;
  const std::vector<input::Block>& blocks_;
  uint32_t fold_;
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

bool IsMarked(const Finding& finding, std::string_view text) {
  return finding.scope == Scope::kText && !finding.span.empty() &&
         finding.span.end <= text.size();
}

std::string AnnotatedHtml(std::string_view text, const std::vector<Finding>& findings,
                          const std::vector<input::Block>& blocks) {
  return Annotator(text, findings, blocks).Take();
}

}  // namespace amends::report
