#include <string>
#include <string_view>

#include <fmt/format.h>

#include "amends/report/annotated.h"
#include "amends/report/checked_draft.h"
#include "amends/report/coaching.h"
#include "amends/report/coaching_words.h"
#include "amends/report/diff.h"
#include "amends/report/source_list.h"
#include "amends/suggest/quote.h"

namespace amends::report {
namespace {

using coach::FoundElement;
using coach::OutlineLine;

constexpr std::string_view kStyle = R"css(
:root { color-scheme: light dark; --paper: #fffdf8; --ink: #22262b; --soft: #5a626b;
  --line: #d9d4c7; --card: #fff; --error: #ffd9d2; --error-ink: #8a1c08; --warning: #ffe9b8;
  --warning-ink: #6b4700; --info: #d8eafd; --info-ink: #0b4a86; --good: #1c6b3c; --accent: #2b5b84; }
@media (prefers-color-scheme: dark) { :root { --paper: #17191c; --ink: #e8e6e1; --soft: #a9b0b8;
  --line: #3a3f45; --card: #1f2226; --error: #5c1f16; --error-ink: #ffc9be; --warning: #54400f;
  --warning-ink: #ffe2a3; --info: #17395a; --info-ink: #cfe5fb; --good: #8fd6a8; --accent: #9cc7ee; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 46rem; padding: 1.5rem 1rem 4rem; background: var(--paper);
  color: var(--ink); font: 1rem/1.55 Georgia, "Noto Serif", serif; overflow-wrap: break-word; }
h1, h2, .score, table, .kind { font-family: system-ui, "Noto Sans", sans-serif; }
h1 { font-size: 1.35rem; margin: 0 0 .25rem; }
h2 { font-size: 1.05rem; margin: 2rem 0 .5rem; }
.note, .soft { color: var(--soft); }
.draft, .outline { background: var(--card); border: 1px solid var(--line); border-radius: .5rem;
  padding: 1rem 1.1rem; white-space: pre-wrap; }
.outline { white-space: normal; }
mark { color: inherit; border-radius: .2rem; padding: 0 .1em; }
mark.error { background: var(--error); color: var(--error-ink); text-decoration: underline wavy; }
mark.warning { background: var(--warning); color: var(--warning-ink); text-decoration: underline dashed; }
mark.info, mark.hint { background: var(--info); color: var(--info-ink); text-decoration: underline dotted; }
sup { line-height: 0; } sup a { color: var(--accent); text-decoration: none; }
ul, ol { padding-left: 1.4rem; } li { margin: .35rem 0; }
.good li::marker { content: "+ "; color: var(--good); }
table { border-collapse: collapse; width: 100%; font-size: .92rem; }
th, td { text-align: left; padding: .3rem .5rem; border-bottom: 1px solid var(--line); vertical-align: top; }
td.points { text-align: right; white-space: nowrap; }
.score { font-size: 1.6rem; }
.next { border-left: .3rem solid var(--good); padding: .2rem 0 .2rem .9rem; font-size: 1.08rem; }
.blank { background: var(--info); color: var(--info-ink); border-radius: .2rem; padding: 0 .15em; }
.changed { text-decoration: underline; text-decoration-thickness: 1px; text-underline-offset: .2em; }
pre { background: var(--card); border: 1px solid var(--line); border-radius: .5rem; padding: .8rem;
  white-space: pre-wrap; font-size: .85rem; }
.hears { font-style: italic; }
@media print { body { max-width: none; padding: 0; background: #fff; color: #000; font-size: 11pt; }
  h2 { break-after: avoid; } li, tr, .draft { break-inside: avoid; } }
)css";

class Page {
 public:
  explicit Page(const CoachedDraft& draft) : draft_(draft) {}

  std::string Take() {
    const std::string name = EscapedHtml(draft_.name.empty() ? "Draft" : draft_.name);
    out_ = fmt::format(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        "<title>{0}</title>\n<style>{1}</style>\n</head>\n<body>\n<main>\n<h1>{0}</h1>\n",
        name, kStyle);
    for (const std::string& note : draft_.result.notes) {
      out_ += fmt::format("<p class=\"note\">{}</p>\n", EscapedHtml(note));
    }
    if (!draft_.result.blank) Body();
    return out_ + "</main>\n</body>\n</html>\n";
  }

 private:
  void Body() {
    Good();
    Title("Your draft");
    out_ += AnnotatedHtml(draft_.conversation.text, draft_.result.findings) + '\n';
    Findings();
    Next();
    Score();
    Steps();
    Order();
    Outline();
  }

  void Title(std::string_view title) { out_ += fmt::format("<h2>{}</h2>\n", title); }

  std::string Quoted(const text::Span& span) const {
    const std::string_view text = draft_.conversation.text;
    return "“" + EscapedHtml(suggest::Quote(text.substr(span.start, span.length()))) +
           "”";
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

  void Findings() {
    if (draft_.result.findings.empty()) return;
    out_ += "<ol>\n";
    for (size_t i = 0; i < draft_.result.findings.size(); ++i) {
      const Finding& finding = draft_.result.findings[i];
      out_ +=
          fmt::format("<li id=\"finding-{}\">{}", i + 1, EscapedHtml(finding.message));
      if (!finding.rule->hears.empty()) {
        out_ += fmt::format(" The customer hears: <span class=\"hears\">“{}”</span>",
                            EscapedHtml(finding.rule->hears));
      }
      if (!finding.suggestions.empty()) {
        out_ += "<br>" + EscapedHtml(finding.suggestions.front().title) + ".";
      }
      out_ += fmt::format(" <span class=\"soft\">({}, {})</span></li>\n",
                          NameOf(finding.severity), EscapedHtml(finding.rule->id));
    }
    out_ += "</ol>\n";
  }

  void Next() {
    if (!draft_.coaching.next) return;
    Title("Do this next");
    out_ += fmt::format(
        "<p class=\"next\">{}</p>\n",
        EscapedHtml(AdviceFor(*draft_.coaching.next, draft_.conversation.text)));
  }

  void Score() {
    const coach::Score& score = draft_.coaching.score;
    Title("Score");
    out_ += fmt::format("<p class=\"score\">{} of 100</p>\n", score.points);
    if (score.costs.empty()) {
      out_ += "<p>Nothing that Amends knows is missing or hurts.</p>\n";
      return;
    }
    out_ += "<table>\n<tr><th>Points</th><th>For</th><th>Source</th></tr>\n";
    for (const coach::Cost& cost : score.costs) {
      out_ += fmt::format(
          "<tr><td class=\"points\">−{}</td><td>{}</td><td class=\"soft\">{}</td></tr>\n",
          Points(cost.points), EscapedHtml(NameOf(cost)),
          cost.element != nullptr ? EscapedHtml(SourceList(cost.element->source)) : "");
    }
    out_ += "</table>\n";
  }

  void Steps() {
    Title("The four steps");
    out_ += "<table>\n<tr><th>Step</th><th>In this draft</th></tr>\n";
    for (const coach::StepState& step : draft_.coaching.steps) {
      out_ += fmt::format("<tr><td>{}</td><td>{}</td></tr>\n", NameOf(step.step),
                          EscapedHtml(InWords(step)));
    }
    out_ += "</table>\n";
  }

  void Order() {
    if (!draft_.coaching.order) return;
    Title("In a better order");
    out_ += fmt::format(
        "<p>{}:</p>\n<pre>{}</pre>\n", EscapedHtml(draft_.coaching.order->title),
        EscapedHtml(DiffHunks(draft_.conversation.text, draft_.coaching.order->text)));
  }

  void Outline() {
    const coach::Outline& outline = draft_.coaching.outline;
    if (!draft_.coaching.next || outline.lines.empty()) return;
    Title("A better reply in outline");
    out_ += "<div class=\"outline\">\n<p>";
    bool first = true;
    for (const OutlineLine& line : outline.lines) {
      constexpr const char* kBreaks[] = {" ", "<br>\n", "</p>\n<p>"};
      if (!first) out_ += kBreaks[static_cast<size_t>(line.before)];
      first = false;
      out_ += Line(line);
    }
    out_ += "</p>\n</div>\n";
  }

  static std::string Line(const OutlineLine& line) {
    switch (line.kind) {
      case OutlineLine::Kind::kKept:
        return EscapedHtml(line.text);
      case OutlineLine::Kind::kChanged:
        return "<span class=\"changed\">" + EscapedHtml(line.text) + "</span>";
      case OutlineLine::Kind::kBlank:
        break;
    }
    return "<span class=\"blank\">" + EscapedHtml(line.text) + "</span>";
  }

  const CoachedDraft& draft_;
  std::string out_;
};

}  // namespace

std::string CoachingHtml(const CoachedDraft& draft) { return Page(draft).Take(); }

}  // namespace amends::report
