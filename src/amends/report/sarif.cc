#include "amends/report/sarif.h"

#include <array>
#include <utility>

#include <fmt/format.h>

#include "amends/report/draft_positions.h"
#include "amends/report/json_text.h"

namespace amends::report {
namespace {

constexpr std::string_view kSarifSchema =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/"
    "sarif-schema-2.1.0.json";

std::string_view LevelOf(pack::Severity severity) {
  constexpr std::array<std::string_view, 4> levels = {"note", "note", "warning", "error"};
  return levels[static_cast<size_t>(severity)];
}

bool IsUnreserved(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         std::string_view("-._~/").find(c) != std::string_view::npos;
}

// A URI, or a reference relative to the folder the command ran in.
std::string UriOf(const std::string& file) {
  if (file.empty()) return "stdin";
  std::string uri = file.starts_with('/') ? "file://" : "";
  for (const char c : file) {
    if (IsUnreserved(c)) {
      uri += c;
    } else {
      uri += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
  }
  return uri;
}

void WriteText(std::string_view key, std::string_view text, JsonText& json) {
  json.Key(key);
  json.BeginObject();
  json.String("text", text);
  json.EndObject();
}

void WriteArtifactLocation(const std::string& file, JsonText& json) {
  json.Key("artifactLocation");
  json.BeginObject();
  json.String("uri", UriOf(file));
  json.EndObject();
}

void WriteRegion(std::string_view key, const text::Span& span,
                 const DraftPositions& positions, JsonText& json) {
  const auto [start, end] = positions.Of(span);
  json.Key(key);
  json.BeginObject();
  json.Number("startLine", start.line);
  json.Number("startColumn", start.column);
  json.Number("endLine", end.line);
  json.Number("endColumn", end.column);
  json.EndObject();
}

void WriteLine(uint32_t line, JsonText& json) {
  json.Key("region");
  json.BeginObject();
  json.Number("startLine", line);
  json.EndObject();
}

// A region that `write_region` writes, or nothing.
template <typename WriteRegion>
void WriteLocations(const Place& place, WriteRegion write_region, JsonText& json) {
  json.Key("locations");
  json.BeginArray();
  json.BeginObject();
  json.Key("physicalLocation");
  json.BeginObject();
  WriteArtifactLocation(place.file, json);
  write_region();
  json.EndObject();
  json.EndObject();
  json.EndArray();
}

void WriteFix(const Place& place, const Suggestion& suggestion,
              const DraftPositions& positions, JsonText& json) {
  json.BeginObject();
  WriteText("description", suggestion.title, json);
  json.Key("artifactChanges");
  json.BeginArray();
  json.BeginObject();
  WriteArtifactLocation(place.file, json);
  json.Key("replacements");
  json.BeginArray();
  for (const Edit& edit : suggestion.edits) {
    json.BeginObject();
    WriteRegion("deletedRegion", edit.span, positions, json);
    WriteText("insertedContent", edit.insert, json);
    json.EndObject();
  }
  json.EndArray();
  json.EndObject();
  json.EndArray();
  json.Key("properties");
  json.BeginObject();
  json.String("applicability", NameOf(suggestion.applicability));
  json.EndObject();
  json.EndObject();
}

void WriteFixes(const Place& place, const Finding& finding,
                const DraftPositions& positions, JsonText& json) {
  bool any = false;
  for (const Suggestion& each : finding.suggestions) {
    if (!place.verbatim || each.edits.empty()) continue;
    if (!any) {
      json.Key("fixes");
      json.BeginArray();
    }
    any = true;
    WriteFix(place, each, positions, json);
  }
  if (any) json.EndArray();
}

void WriteProperties(const input::Conversation& conversation, const Finding& finding,
                     JsonText& json) {
  json.Key("properties");
  json.BeginObject();
  if (!conversation.id.empty()) json.String("draft", conversation.id);
  json.String("severity", NameOf(finding.severity));
  json.String("scope", finding.scope == Scope::kText ? "text" : "reply");
  json.Number("start", finding.span.start);
  json.Number("end", finding.span.end);
  json.String("text", std::string_view(conversation.text)
                          .substr(finding.span.start, finding.span.length()));
  json.Number("part", conversation.part);
  json.EndObject();
}

std::string MessageOf(const Finding& finding) {
  const std::string& hears = finding.rule->hears;
  return hears.empty()
             ? finding.message
             : fmt::format("{} The customer hears: “{}”", finding.message, hears);
}

void WriteSuppression(const pack::Suppression& by, JsonText& json) {
  json.Key("suppressions");
  json.BeginArray();
  json.BeginObject();
  json.String("kind", "external");
  json.String("justification", by.reason);
  json.EndObject();
  json.EndArray();
}

// `by` is null for what is left to be told.
void WriteResult(const CheckedDraft& draft, const Finding& finding,
                 const pack::Suppression* by, const DraftPositions& positions,
                 JsonText& json) {
  json.BeginObject();
  json.String("ruleId", finding.rule->id);
  json.String("level", LevelOf(finding.severity));
  WriteText("message", MessageOf(finding), json);
  WriteLocations(
      draft.place,
      [&] {
        if (positions.in_file()) {
          WriteRegion("region", finding.span, positions, json);
        } else if (draft.place.line > 0) {
          WriteLine(draft.place.line, json);
        }
      },
      json);
  json.Key("partialFingerprints");
  json.BeginObject();
  json.String("amends/v1", finding.fingerprint);
  json.EndObject();
  if (by != nullptr) WriteSuppression(*by, json);
  WriteFixes(draft.place, finding, positions, json);
  WriteProperties(draft.conversation, finding, json);
  json.EndObject();
}

void WriteRule(const pack::Rule& rule, JsonText& json) {
  json.BeginObject();
  json.String("id", rule.id);
  WriteText("shortDescription", rule.summary, json);
  WriteText("fullDescription", rule.why, json);
  json.Key("help");
  json.BeginObject();
  std::string help = rule.why;
  std::string markdown = rule.why;
  if (!rule.hears.empty()) {
    help += fmt::format("\nThe customer hears: “{}”", rule.hears);
    markdown += fmt::format("\n\nThe customer hears: *{}*", rule.hears);
  }
  json.String("text", help);
  json.String("markdown", markdown);
  json.EndObject();
  json.Key("defaultConfiguration");
  json.BeginObject();
  json.String("level", LevelOf(rule.severity));
  json.EndObject();
  json.Key("properties");
  json.BeginObject();
  json.Key("tags");
  json.BeginArray();
  json.String(rule.family());
  json.EndArray();
  json.EndObject();
  json.EndObject();
}

void WriteTool(const Totals& totals, const Style& style, JsonText& json) {
  json.Key("tool");
  json.BeginObject();
  json.Key("driver");
  json.BeginObject();
  json.String("name", "Amends");
  if (!style.version.empty()) json.String("version", style.version);
  json.Key("rules");
  json.BeginArray();
  for (const auto& [id, rule] : totals.rules) WriteRule(*rule, json);
  json.EndArray();
  json.EndObject();
  json.EndObject();
}

void WriteNotification(const UnreadableDraft& draft, JsonText& json) {
  json.BeginObject();
  json.String("level", "error");
  WriteText("message", draft.message, json);
  WriteLocations(
      draft.place,
      [&] {
        if (draft.place.line > 0) WriteLine(draft.place.line, json);
      },
      json);
  json.EndObject();
}

void WriteInvocations(const Totals& totals, JsonText& json) {
  json.Key("invocations");
  json.BeginArray();
  json.BeginObject();
  json.Bool("executionSuccessful", totals.unreadable == 0);
  if (!totals.unreadable_drafts.empty()) {
    json.Key("toolExecutionNotifications");
    json.BeginArray();
    for (const UnreadableDraft& each : totals.unreadable_drafts) {
      WriteNotification(each, json);
    }
    json.EndArray();
  }
  json.EndObject();
  json.EndArray();
}

void WriteArtifacts(const Totals& totals, JsonText& json) {
  json.Key("artifacts");
  json.BeginArray();
  for (const std::string& file : totals.files) {
    json.BeginObject();
    json.Key("location");
    json.BeginObject();
    json.String("uri", UriOf(file));
    json.EndObject();
    json.EndObject();
  }
  json.EndArray();
}

}  // namespace

std::string SarifBegin(const Style&) {
  return fmt::format(
      "{{\"$schema\":\"{}\",\n\"version\":\"2.1.0\",\n"
      "\"runs\":[{{\"columnKind\":\"unicodeCodePoints\",\n\"results\":[",
      kSarifSchema);
}

void AppendSarif(const CheckedDraft& draft, const Style&, std::string& out) {
  const Result& result = draft.result;
  if (result.findings.empty() && result.suppressed.empty()) return;
  const DraftPositions positions(draft);
  bool first = true;
  const auto append = [&](const Finding& finding, const pack::Suppression* by) {
    out += std::exchange(first, false) ? "\n" : ",\n";
    JsonText json(out);
    WriteResult(draft, finding, by, positions, json);
  };
  for (const Finding& finding : result.findings) append(finding, nullptr);
  for (const Suppressed& each : result.suppressed) append(each.finding, each.by);
}

std::string SarifEnd(const Totals& totals, const Style& style) {
  std::string rest;
  JsonText json(rest);
  json.BeginObject();
  WriteArtifacts(totals, json);
  WriteInvocations(totals, json);
  WriteTool(totals, style, json);
  json.EndObject();
  // The object goes on where the results end.
  return "],\n" + rest.substr(1) + "]}\n";
}

}  // namespace amends::report
