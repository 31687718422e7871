#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "amends/report/annotated.h"
#include "amends/report/checked_draft.h"
#include "amends/report/coaching.h"
#include "amends/report/coaching_style.h"
#include "amends/report/coaching_words.h"
#include "amends/report/diff.h"
#include "amends/report/proposal.h"
#include "amends/report/source_list.h"
#include "amends/suggest/quote.h"

namespace amends::report {
namespace {

using coach::FoundElement;
using coach::OutlineLine;
using coach::Presence;

std::string Span(std::string_view kind, std::string_view text) {
  if (text.empty() || kind.empty()) return EscapedHtml(text);
  return fmt::format("<span class=\"{}\">{}</span>", kind, EscapedHtml(text));
}

// Text with its blanks, [[what to fill in]], shown as such, and the rest as `kind`.
std::string WithBlanks(std::string_view text, std::string_view kind = "") {
  std::string html;
  while (true) {
    const size_t open = text.find("[[");
    const size_t close = open == text.npos ? open : text.find("]]", open);
    if (close == text.npos) return html + Span(kind, text);
    html += Span(kind, text.substr(0, open));
    html += Span("blank", text.substr(open, close + 2 - open));
    text.remove_prefix(close + 2);
  }
}

// Words of the draft or for it, which may run the other way.
std::string Words(std::string_view escaped) {
  return fmt::format("<span class=\"words\">“{}”</span>", escaped);
}

// What people call a file: its name without the folders.
std::string_view FileName(std::string_view path) {
  const size_t slash = path.find_last_of('/');
  return slash == path.npos ? path : path.substr(slash + 1);
}

class HtmlPage {
 public:
  explicit HtmlPage(const CoachedDraft& draft) : draft_(draft) {}

  std::string Take() {
    const std::string_view file = FileName(draft_.name);
    const std::string name = file.empty() ? "your reply" : EscapedHtml(file);
    out_ = fmt::format(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        "<title>Coaching for {0}</title>\n<style>{1}</style>\n</head>\n<body>\n<main>\n"
        "<h1>Coaching for {0}</h1>\n",
        name, kCoachingStyle);
    for (const std::string& note : draft_.result.notes) {
      out_ += fmt::format("<p class=\"note\">{}</p>\n", EscapedHtml(note));
    }
    if (!draft_.result.blank) Body();
    return out_ + "</main>\n</body>\n</html>\n";
  }

 private:
  void Body() {
    Good();
    Next();
    Title("Your draft");
    out_ += AnnotatedHtml(draft_.conversation.text, draft_.result.findings,
                          draft_.conversation.blocks) +
            '\n';
    Findings();
    Steps();
    Score();
    Order();
    Outline();
  }

  void Title(std::string_view title) { out_ += fmt::format("<h2>{}</h2>\n", title); }

  std::string Quoted(const text::Span& span) const {
    const std::string_view text = draft_.conversation.text;
    return Words(EscapedHtml(suggest::Quote(text.substr(span.start, span.length()))));
  }

  void Good() {
    if (draft_.coaching.good.empty()) return;
    Title("What is good");
    out_ += "<ul class=\"good\">\n";
    for (const FoundElement* found : draft_.coaching.good) {
      out_ +=
          fmt::format("<li>{} <span class=\"soft\">{}</span></li>\n",
                      EscapedHtml(found->element->praise), Quoted(found->words.front()));
    }
    out_ += "</ul>\n";
  }

  void Next() {
    if (!draft_.coaching.next) return;
    Title("Do this next");
    out_ += fmt::format(
        "<p class=\"next\">{}</p>\n",
        WithBlanks(AdviceFor(*draft_.coaching.next, draft_.conversation.text)));
  }

  void Findings() {
    const std::vector<Finding>& findings = draft_.result.findings;
    if (findings.empty()) return;
    out_ += "<ol class=\"findings\">\n";
    for (size_t i = 0; i < findings.size(); ++i) OneFinding(findings[i], i + 1);
    out_ += "</ol>\n";
  }

  void OneFinding(const Finding& finding, size_t number) {
    out_ += fmt::format("<li id=\"finding-{}\" class=\"{}\">", number,
                        NameOf(finding.severity));
    const bool marked = IsMarked(finding, draft_.conversation.text);
    out_ += marked ? fmt::format(
                         "<p><a class=\"number\" href=\"#mark-{0}\" "
                         "aria-label=\"{0}, back to the draft\">{0}</a>",
                         number)
                   : fmt::format("<p><span class=\"number\">{}</span>", number);
    out_ += EscapedHtml(finding.message) + "</p>\n";
    if (!finding.rule->hears.empty()) {
      out_ += fmt::format("<p class=\"hears\">The customer hears: {}</p>\n",
                          Words(EscapedHtml(finding.rule->hears)));
    }
    if (!finding.suggestions.empty()) Proposal(finding.suggestions.front());
    out_ += fmt::format("<p class=\"meta\">{} · {}{}</p></li>\n",
                        NameOf(finding.severity), EscapedHtml(finding.rule->id),
                        marked ? "" : " · about the whole reply");
  }

  void Proposal(const Suggestion& suggestion) {
    const std::string words = ProposedWords(draft_.conversation.text, suggestion);
    out_ += fmt::format("<p>{}{}</p>\n", EscapedHtml(suggestion.title),
                        words.empty() ? "." : ": " + Words(WithBlanks(words)));
  }

  void Steps() {
    Title("The four steps, and the care around them");
    out_ += "<dl class=\"steps\">\n";
    int number = 0;
    for (const coach::StepState& step : draft_.coaching.steps) {
      const bool care = step.step == pack::Step::kCare;
      out_ += fmt::format("<dt>{}{}</dt>\n", care ? "" : fmt::format("{}. ", ++number),
                          EscapedHtml(NameOf(step.step)));
      if (step.elements.empty()) {
        out_ += fmt::format("<dd class=\"soft\">{}</dd>\n", NameOf(step.standing));
      }
      Elements(step, Presence::kThere, step.late ? "There, but late" : "There");
      Elements(step, Presence::kPartly, "There, a little");
      Elements(step, Presence::kSpoilt, "Spoilt");
      Elements(step, Presence::kMissing, "Missing");
    }
    out_ += "</dl>\n";
  }

  // The elements of a step that are so; their names have commas of their own.
  void Elements(const coach::StepState& step, Presence presence, std::string_view so) {
    std::string names;
    for (const FoundElement* found : step.elements) {
      if (found->presence != presence) continue;
      names += (names.empty() ? "" : " · ") + EscapedHtml(found->element->name);
    }
    if (!names.empty()) out_ += fmt::format("<dd><b>{}:</b> {}</dd>\n", so, names);
  }

  void Score() {
    const coach::Score& score = draft_.coaching.score;
    Title("Score");
    out_ += fmt::format("<p class=\"score\">{} <span>of 100</span></p>\n", score.points);
    if (score.costs.empty()) {
      out_ += "<p>Nothing that Amends knows is missing or hurts.</p>\n";
      return;
    }
    out_ +=
        "<details>\n<summary>What cost points</summary>\n<table>\n"
        "<tr><th scope=\"col\">Points</th><th scope=\"col\">For</th></tr>\n";
    for (const coach::Cost& cost : score.costs) {
      out_ += fmt::format("<tr><td>−{}</td><td>{}</td></tr>\n", Points(cost.points),
                          WhatFor(cost));
    }
    out_ += "</table>\n</details>\n";
  }

  // From 1; 0 for what is counted and not found in the draft as it stands.
  size_t NumberOf(const Finding& counted) const {
    const std::vector<Finding>& findings = draft_.result.findings;
    const auto found = std::ranges::find_if(findings, [&](const Finding& finding) {
      return finding.rule == counted.rule && finding.span == counted.span;
    });
    return found == findings.end() ? 0
                                   : static_cast<size_t>(found - findings.begin()) + 1;
  }

  std::string WhatFor(const coach::Cost& cost) const {
    const std::string name = EscapedHtml(NameOf(cost));
    if (cost.element == nullptr) {
      const size_t number = NumberOf(*cost.finding);
      if (number == 0) return name;
      return fmt::format(
          "<a href=\"#finding-{0}\" aria-label=\"Finding {0}\">{0}</a> {1}", number,
          name);
    }
    const std::string sources = SourceList(cost.element->source);
    if (sources.empty()) return name;
    return fmt::format("{} <span class=\"meta\">{}</span>", name, EscapedHtml(sources));
  }

  void Order() {
    if (!draft_.coaching.order) return;
    Title("In a better order");
    out_ += fmt::format("<p>{}:</p>\n<div class=\"diff\">",
                        EscapedHtml(draft_.coaching.order->title));
    const std::string hunks =
        DiffHunks(draft_.conversation.text, draft_.coaching.order->text);
    for (size_t at = 0; at < hunks.size();) {
      const size_t end = std::min(hunks.find('\n', at), hunks.size());
      DiffLine(std::string_view(hunks).substr(at, end - at));
      at = end + 1;
    }
    out_ += "</div>\n";
  }

  // The lines that only programs need are left out.
  void DiffLine(std::string_view line) {
    if (line.starts_with("@@") || line.starts_with('\\')) return;
    if (line.starts_with('-')) {
      out_ += "<del>− " + EscapedHtml(line.substr(1)) + "</del>";
    } else if (line.starts_with('+')) {
      out_ += "<ins>+ " + EscapedHtml(line.substr(1)) + "</ins>";
    } else {
      out_ += EscapedHtml(line.substr(line.empty() ? 0 : 1)) + '\n';
    }
  }

  void Outline() {
    const coach::Outline& outline = draft_.coaching.outline;
    if (!draft_.coaching.next || outline.lines.empty()) return;
    Title("A better reply in outline");
    out_ +=
        "<p class=\"legend\"><span class=\"changed\">Underlined</span> is changed or "
        "new. "
        "What is in <span class=\"blank\">[[ ]]</span> is for you to fill in.</p>\n"
        "<div class=\"outline\">\n<p>";
    bool first = true;
    for (const OutlineLine& line : outline.lines) {
      constexpr const char* kBreaks[] = {" ", "<br>\n", "</p>\n<p>"};
      if (!first) out_ += kBreaks[static_cast<size_t>(line.before)];
      first = false;
      out_ +=
          WithBlanks(line.text, line.kind == OutlineLine::Kind::kKept ? "" : "changed");
    }
    out_ += "</p>\n</div>\n";
    Dropped(outline);
  }

  void Dropped(const coach::Outline& outline) {
    if (outline.dropped.empty()) return;
    out_ += "<p>Left out, because it does not serve:</p>\n<ul>\n";
    for (const text::Span& span : outline.dropped) {
      out_ += fmt::format("<li>{}</li>\n", Quoted(span));
    }
    out_ += "</ul>\n";
  }

  const CoachedDraft& draft_;
  std::string out_;
};

}  // namespace

std::string CoachingHtml(const CoachedDraft& draft) { return HtmlPage(draft).Take(); }

}  // namespace amends::report
