#include <algorithm>
#include <span>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "amends/report/cells.h"
#include "amends/report/coaching.h"
#include "amends/report/coaching_words.h"
#include "amends/report/diff.h"
#include "amends/report/ink.h"
#include "amends/suggest/quote.h"

namespace amends::report {
namespace {

using coach::FoundElement;
using coach::OutlineLine;
using coach::Presence;

// Costs that are shown one by one.
constexpr size_t kMostCosts = 8;

class Sheet {
 public:
  Sheet(const CoachedDraft& draft, const Style& style)
      : draft_(draft), style_(style), ink_(style.color) {}

  std::string Take() {
    const std::string name(draft_.name.empty() ? "standard input" : draft_.name);
    out_ += ink_(Hue::kBold, OneLine(name)) + '\n';
    for (const std::string& note : draft_.result.notes) Line("note: ", note);
    if (draft_.result.blank) return std::move(out_);
    Good();
    Steps();
    Score();
    Hears();
    Next();
    Order();
    Outline();
    return std::move(out_);
  }

 private:
  void Title(std::string_view title) { out_ += '\n' + ink_(Hue::kBold, title) + '\n'; }

  void Line(std::string_view lead, std::string_view words, Hue hue = Hue::kDim) {
    constexpr size_t kIndent = 2;
    out_.append(kIndent, ' ');
    out_ += ink_(hue, lead);
    const size_t first = kIndent + DisplayWidth(lead);
    out_ += Wrap(OneLine(words), style_.width, first, first) + '\n';
  }

  std::string Quoted(const text::Span& span) const {
    const std::string_view text = draft_.conversation.text;
    return "“" + suggest::Quote(text.substr(span.start, span.length())) + "”";
  }

  void Good() {
    if (draft_.coaching.good.empty()) return;
    Title("What is good");
    for (const FoundElement* found : draft_.coaching.good) {
      Line("+ ", found->element->praise + " " + Quoted(found->words.front()),
           Hue::kGreen);
    }
  }

  void Steps() {
    Title("The four steps, and the care around them");
    int number = 0;
    for (const coach::StepState& step : draft_.coaching.steps) {
      const bool care = step.step == pack::Step::kCare;
      Line(fmt::format("{} {:<21}", care ? " " : std::to_string(++number),
                       NameOf(step.step)),
           InWords(step));
    }
  }

  void Score() {
    const coach::Score& score = draft_.coaching.score;
    Title(fmt::format("Score: {} of 100", score.points));
    const size_t shown = std::min(score.costs.size(), kMostCosts);
    for (const coach::Cost& cost : std::span(score.costs).first(shown)) {
      Line(fmt::format("{:>4}  ", "−" + Points(cost.points)), NameOf(cost));
    }
    double rest = 0;
    for (const coach::Cost& cost : std::span(score.costs).subspan(shown)) {
      rest += cost.points;
    }
    if (rest > 0) {
      Line(fmt::format("{:>4}  ", "−" + Points(rest)),
           fmt::format("for {} smaller things", score.costs.size() - shown));
    }
    if (score.costs.empty()) Line("", "Nothing that Amends knows is missing or hurts.");
  }

  void Hears() {
    bool titled = false;
    for (const Finding& finding : draft_.result.findings) {
      if (finding.rule->hears.empty() || finding.scope != Scope::kText) continue;
      if (!titled) Title("What the customer hears");
      titled = true;
      Line("", Quoted(finding.span) + " → “" + finding.rule->hears + "”");
    }
  }

  void Next() {
    if (!draft_.coaching.next) return;
    Title("Do this next");
    Line("→ ", AdviceFor(*draft_.coaching.next, draft_.conversation.text), Hue::kGreen);
  }

  void Order() {
    if (!draft_.coaching.order) return;
    Title("In a better order");
    Line("", draft_.coaching.order->title + ":");
    out_ += DiffHunks(draft_.conversation.text, draft_.coaching.order->text);
  }

  void Outline() {
    const coach::Outline& outline = draft_.coaching.outline;
    if (!draft_.coaching.next || outline.lines.empty()) return;
    Title("A better reply in outline");
    std::string paragraph;
    for (const OutlineLine& line : outline.lines) {
      if (line.before == OutlineLine::Break::kParagraph) Flush(paragraph);
      if (line.before == OutlineLine::Break::kLine) {
        Line("", paragraph);
        paragraph.clear();
      }
      paragraph += (paragraph.empty() ? "" : " ") + OneLine(line.text);
    }
    Flush(paragraph);
    if (outline.dropped.empty()) return;
    Title("Left out");
    for (const text::Span& span : outline.dropped) Line("- ", Quoted(span));
  }

  void Flush(std::string& paragraph) {
    if (!out_.ends_with("\n\n") && !out_.ends_with("outline\n")) out_ += '\n';
    Line("", paragraph);
    paragraph.clear();
  }

  const CoachedDraft& draft_;
  const Style& style_;
  Ink ink_;
  std::string out_;
};

}  // namespace

std::string CoachingPretty(const CoachedDraft& draft, const Style& style) {
  return Sheet(draft, style).Take();
}

}  // namespace amends::report
