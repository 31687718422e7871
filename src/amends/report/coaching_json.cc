#include <cmath>
#include <string>

#include "amends/report/checked_draft.h"
#include "amends/report/coaching.h"
#include "amends/report/coaching_words.h"
#include "amends/report/json_text.h"
#include "amends/report/situation_json.h"
#include "amends/report/source_list.h"

namespace amends::report {
namespace {

using coach::OutlineLine;

constexpr int kSchema = 1;

void WriteSpan(const text::Span& span, JsonText& json) {
  json.BeginObject();
  json.Number("start", span.start);
  json.Number("end", span.end);
  json.EndObject();
}

void WriteElements(const coach::Coaching& coaching, JsonText& json) {
  json.Key("elements");
  json.BeginArray();
  for (const coach::FoundElement& found : coaching.elements) {
    const pack::Element& element = *found.element;
    json.BeginObject();
    json.String("id", element.id);
    json.String("name", element.name);
    json.String("step", WordFor(element.step));
    json.String("presence", WordFor(found.presence));
    json.String("says",
                found.presence == coach::Presence::kThere ? element.praise : element.ask);
    json.Number("points", std::lround(element.points));
    json.Key("words");
    json.BeginArray();
    for (const text::Span& span : found.words) WriteSpan(span, json);
    json.EndArray();
    json.Strings("rules", element.rules);
    json.String("source", SourceList(element.source));
    json.EndObject();
  }
  json.EndArray();
}

void WriteSteps(const coach::Coaching& coaching, JsonText& json) {
  json.Key("steps");
  json.BeginArray();
  for (const coach::StepState& step : coaching.steps) {
    json.BeginObject();
    json.String("step", WordFor(step.step));
    json.String("name", NameOf(step.step));
    json.String("standing", WordFor(step.standing));
    json.Bool("late", step.late);
    json.EndObject();
  }
  json.EndArray();
}

void WriteCost(const coach::Cost& cost, std::string_view draft, JsonText& json) {
  json.BeginObject();
  json.Number("points", std::lround(cost.points));
  if (cost.element != nullptr) json.String("element", cost.element->id);
  if (cost.finding != nullptr) {
    json.String("rule", cost.finding->rule->id);
    json.String("fingerprint", cost.finding->fingerprint);
  }
  json.String("name", NameOf(cost));
  json.String("advice", AdviceFor(cost, draft));
  json.EndObject();
}

std::string_view WordFor(OutlineLine::Kind kind) {
  switch (kind) {
    case OutlineLine::Kind::kKept:
      return "kept";
    case OutlineLine::Kind::kChanged:
      return "changed";
    case OutlineLine::Kind::kBlank:
      break;
  }
  return "blank";
}

void WriteOutline(const coach::Outline& outline, JsonText& json) {
  json.Key("outline");
  json.BeginObject();
  json.Key("lines");
  json.BeginArray();
  for (const OutlineLine& line : outline.lines) {
    json.BeginObject();
    json.String("kind", WordFor(line.kind));
    json.String("text", line.text);
    if (line.element != nullptr) json.String("element", line.element->id);
    json.Bool("paragraph", line.before == OutlineLine::Break::kParagraph);
    json.EndObject();
  }
  json.EndArray();
  json.Key("dropped");
  json.BeginArray();
  for (const text::Span& span : outline.dropped) WriteSpan(span, json);
  json.EndArray();
  json.String("text", outline.Text());
  json.EndObject();
}

void WriteHears(const CoachedDraft& draft, JsonText& json) {
  json.Key("hears");
  json.BeginArray();
  for (const Finding& finding : draft.result.findings) {
    if (finding.rule->hears.empty()) continue;
    json.BeginObject();
    json.String("rule", finding.rule->id);
    json.Number("start", finding.span.start);
    json.Number("end", finding.span.end);
    json.String("hears", finding.rule->hears);
    json.EndObject();
  }
  json.EndArray();
}

}  // namespace

std::string CoachingJson(const CoachedDraft& draft) {
  const coach::Coaching& coaching = draft.coaching;
  std::string out;
  JsonText json(out, JsonLayout::kIndented);
  json.BeginObject();
  json.Number("schema", kSchema);
  if (!draft.conversation.id.empty()) json.String("id", draft.conversation.id);
  json.Number("score", coaching.score.points);
  json.Key("costs");
  json.BeginArray();
  for (const coach::Cost& cost : coaching.score.costs)
    WriteCost(cost, draft.conversation.text, json);
  json.EndArray();
  if (coaching.next) {
    json.Key("next");
    WriteCost(*coaching.next, draft.conversation.text, json);
  }
  WriteSteps(coaching, json);
  WriteElements(coaching, json);
  WriteHears(draft, json);
  if (coaching.order) {
    json.Key("order");
    json.BeginObject();
    json.String("title", coaching.order->title);
    json.String("text", coaching.order->text);
    json.EndObject();
  }
  WriteOutline(coaching.outline, json);
  json.EndObject();
  return out + "\n";
}

}  // namespace amends::report
