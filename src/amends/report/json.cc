#include "amends/report/json.h"

#include <algorithm>
#include <vector>

#include "amends/input/html_text.h"
#include "amends/input/replacement.h"
#include "amends/report/positions.h"
#include "amends/report/situation_json.h"

namespace amends::report {
namespace {

void WriteEnds(const text::Span& span, JsonText& json) {
  json.Number("start", span.start);
  json.Number("end", span.end);
}

template <typename Change>  // Edit or Replacement
void WriteChanges(std::string_view key, const std::vector<Change>& changes,
                  JsonText& json) {
  json.Key(key);
  json.BeginArray();
  for (const Change& change : changes) {
    json.BeginObject();
    WriteEnds(change.span, json);
    json.String("insert", change.insert);
    json.EndObject();
  }
  json.EndArray();
}

// The edits as those of what the draft was read from, in the words of its markup; none
// where they cannot be made there.
std::vector<input::Replacement> SourceEdits(const input::Conversation& conversation,
                                            const Suggestion& suggestion) {
  std::vector<input::Replacement> edits;
  for (const Edit& edit : suggestion.edits) edits.push_back({edit.span, edit.insert});
  std::ranges::sort(edits, {}, [](const auto& edit) { return edit.span.start; });
  auto in_source = conversation.source.ToSource(conversation.text, edits)
                       .value_or(std::vector<input::Replacement>());
  if (conversation.markup == input::Markup::kHtml) {
    for (input::Replacement& one : in_source) one.insert = input::EscapeHtml(one.insert);
  }
  return in_source;
}

void WriteSuggestion(const input::Conversation& conversation,
                     const Suggestion& suggestion, JsonText& json) {
  json.BeginObject();
  json.String("applicability", report::NameOf(suggestion.applicability));
  json.String("title", suggestion.title);
  WriteChanges("edits", suggestion.edits, json);
  if (!conversation.source.empty() && !suggestion.edits.empty()) {
    WriteChanges("source_edits", SourceEdits(conversation, suggestion), json);
  }
  json.EndObject();
}

void WriteFinding(const input::Conversation& conversation, const Positions& positions,
                  const Finding& finding, JsonText& json) {
  const Position start = positions.At(finding.span.start);
  json.BeginObject();
  json.String("rule", finding.rule->id);
  json.String("severity", report::NameOf(finding.severity));
  json.String("scope", finding.scope == Scope::kText ? "text" : "reply");
  WriteEnds(finding.span, json);
  json.Number("line", start.line);
  json.Number("column", start.column);
  json.String("text", std::string_view(conversation.text)
                          .substr(finding.span.start, finding.span.length()));
  json.Number("part", conversation.part);
  if (!conversation.source.empty() && finding.scope == Scope::kText) {
    json.Key("source");
    json.BeginObject();
    WriteEnds(conversation.source.ToSource(finding.span), json);
    json.EndObject();
  }
  json.String("message", finding.message);
  if (!finding.rule->hears.empty()) json.String("hears", finding.rule->hears);
  json.String("fingerprint", finding.fingerprint);
  json.Key("suggestions");
  json.BeginArray();
  for (const Suggestion& each : finding.suggestions) {
    WriteSuggestion(conversation, each, json);
  }
  json.EndArray();
  json.EndObject();
}

void WriteMoves(const Result& result, JsonText& json) {
  json.Key("moves");
  json.BeginArray();
  for (const FoundMove& move : result.moves) {
    json.BeginObject();
    json.String("move", move.move);
    WriteEnds(move.span, json);
    json.EndObject();
  }
  json.EndArray();
}

void WriteSuppressed(const Result& result, JsonText& json) {
  if (result.suppressed.empty()) return;
  json.Key("suppressed");
  json.BeginArray();
  for (const Suppressed& each : result.suppressed) {
    json.BeginObject();
    json.String("rule", each.finding.rule->id);
    WriteEnds(each.finding.span, json);
    json.String("fingerprint", each.finding.fingerprint);
    json.String("reason", each.by->reason);
    if (!each.by->until.empty()) json.String("until", each.by->until);
    json.EndObject();
  }
  json.EndArray();
}

}  // namespace

std::string_view NameOf(Verdict verdict) {
  constexpr std::string_view kNames[] = {"pass", "warn", "block"};
  return kNames[static_cast<size_t>(verdict)];
}

void AppendFindings(const input::Conversation& conversation, const Result& result,
                    JsonText& json) {
  json.BeginArray();
  if (!result.findings.empty()) {
    const Positions positions(conversation.text);
    for (const Finding& finding : result.findings) {
      WriteFinding(conversation, positions, finding, json);
    }
  }
  json.EndArray();
}

void AppendJson(const input::Conversation& conversation, const Result& result,
                const JsonStyle& style, std::string& out) {
  JsonText json(out, style.layout, style.depth);
  json.BeginObject();
  json.Number("schema", 1);
  if (!conversation.id.empty()) json.String("id", conversation.id);
  if (!style.file.empty()) json.String("file", style.file);
  json.String("verdict", NameOf(result.verdict));
  json.Strings("notes", result.notes);
  json.Key("findings");
  AppendFindings(conversation, result, json);
  WriteSuppressed(result, json);
  WriteMoves(result, json);
  WriteSituation(conversation, result.situation, json);
  json.EndObject();
}

void AppendJson(const UnreadableDraft& draft, const JsonStyle& style, std::string& out) {
  JsonText json(out, style.layout, style.depth);
  json.BeginObject();
  if (draft.place.line > 0) {
    json.Number("line", draft.place.line);
  } else if (!draft.place.file.empty()) {
    json.String("file", draft.place.file);
  }
  json.Key("error");
  json.BeginObject();
  json.String("code", draft.code);
  json.String("message", draft.message);
  json.EndObject();
  json.EndObject();
}

}  // namespace amends::report
