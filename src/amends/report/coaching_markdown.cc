#include <string>
#include <string_view>

#include <fmt/format.h>

#include "amends/report/cells.h"
#include "amends/report/coaching.h"
#include "amends/report/coaching_words.h"
#include "amends/report/diff.h"
#include "amends/suggest/quote.h"

namespace amends::report {
namespace {

using coach::FoundElement;

// Text on one line in which no character means anything to Markdown.
std::string Plain(std::string_view text) {
  std::string plain;
  for (const char c : OneLine(text)) {
    if (std::string_view("\\`*_{}[]<>#|~").find(c) != std::string_view::npos)
      plain += '\\';
    plain += c;
  }
  return plain;
}

class MarkdownPage {
 public:
  explicit MarkdownPage(const CoachedDraft& draft) : draft_(draft) {}

  std::string Take() {
    out_ += fmt::format("# {}\n", draft_.name.empty() ? "Draft" : Plain(draft_.name));
    for (const std::string& note : draft_.result.notes) out_ += "\n" + Plain(note) + "\n";
    if (draft_.result.blank) return std::move(out_);
    Good();
    Steps();
    Score();
    Hears();
    if (draft_.coaching.next) {
      out_ += "\n## Do this next\n\n" +
              Plain(AdviceFor(*draft_.coaching.next, draft_.conversation.text)) + "\n";
    }
    if (draft_.coaching.order) {
      out_ +=
          fmt::format("\n## In a better order\n\n{}:\n\n```diff\n{}```\n",
                      Plain(draft_.coaching.order->title),
                      DiffHunks(draft_.conversation.text, draft_.coaching.order->text));
    }
    Outline();
    return std::move(out_);
  }

 private:
  std::string Quoted(const text::Span& span) const {
    const std::string_view text = draft_.conversation.text;
    return "“" + Plain(suggest::Quote(text.substr(span.start, span.length()))) + "”";
  }

  void Good() {
    if (draft_.coaching.good.empty()) return;
    out_ += "\n## What is good\n\n";
    for (const FoundElement* found : draft_.coaching.good) {
      out_ += fmt::format("- {} {}\n", Plain(found->element->praise),
                          Quoted(found->words.front()));
    }
  }

  void Steps() {
    out_ += "\n## The four steps\n\n| step | in this draft |\n|---|---|\n";
    for (const coach::StepState& step : draft_.coaching.steps) {
      out_ += fmt::format("| {} | {} |\n", NameOf(step.step), Plain(InWords(step)));
    }
  }

  void Score() {
    out_ += fmt::format("\n## Score: {} of 100\n\n", draft_.coaching.score.points);
    for (const coach::Cost& cost : draft_.coaching.score.costs) {
      out_ += fmt::format("- −{}: {}\n", Points(cost.points), Plain(NameOf(cost)));
    }
    if (draft_.coaching.score.costs.empty()) {
      out_ += "Nothing that Amends knows is missing or hurts.\n";
    }
  }

  void Hears() {
    bool titled = false;
    for (const Finding& finding : draft_.result.findings) {
      if (finding.rule->hears.empty() || finding.scope != Scope::kText) continue;
      if (!titled) out_ += "\n## What the customer hears\n\n";
      titled = true;
      out_ +=
          fmt::format("- {} → “{}”\n", Quoted(finding.span), Plain(finding.rule->hears));
    }
  }

  void Outline() {
    const coach::Outline& outline = draft_.coaching.outline;
    if (!draft_.coaching.next || outline.lines.empty()) return;
    out_ += "\n## A better reply in outline\n";
    std::string_view lead = "\n> ";
    for (const coach::OutlineLine& line : outline.lines) {
      if (line.before == coach::OutlineLine::Break::kLine) lead = "  \n> ";
      if (line.before == coach::OutlineLine::Break::kParagraph) lead = "\n>\n> ";
      out_ += fmt::format("{}{}", lead, Plain(line.text));
      lead = " ";
    }
    out_ += '\n';
  }

  const CoachedDraft& draft_;
  std::string out_;
};

}  // namespace

std::string CoachingMarkdown(const CoachedDraft& draft) {
  return MarkdownPage(draft).Take();
}

}  // namespace amends::report
