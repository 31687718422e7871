#include "amends/report/rule_json.h"

#include <string_view>

#include "amends/report/checked_draft.h"
#include "amends/report/json_text.h"
#include "amends/report/rule_examples.h"
#include "amends/report/source_list.h"

namespace amends::report {
namespace {

void WriteExamples(std::string_view key, const std::vector<pack::Example>& examples,
                   JsonText& json) {
  json.Key(key);
  json.BeginArray();
  for (const pack::Example& each : examples) {
    const ShownExample shown = ExampleOf(each);
    json.BeginObject();
    json.String("text", shown.text);
    if (!shown.customer.empty()) json.String("customer", shown.customer);
    json.EndObject();
  }
  json.EndArray();
}

void WriteImprovements(const Engine& engine, const pack::Rule& rule, JsonText& json) {
  json.Key("suggestions");
  json.BeginArray();
  for (const Improvement& each : ImprovementsOf(engine, rule)) {
    json.BeginObject();
    json.String("applicability", NameOf(each.applicability));
    json.String("title", each.title);
    if (each.edits) {
      json.String("before", each.before);
      json.String("after", each.after);
    }
    json.EndObject();
  }
  json.EndArray();
}

}  // namespace

std::string RuleJson(const Engine& engine, const pack::Rule& rule) {
  std::string text;
  JsonText json(text);
  const auto severity = engine.SeverityOf(rule);
  json.BeginObject();
  json.String("id", rule.id);
  json.String("family", rule.family());
  json.String("severity", severity ? NameOf(*severity) : "off");
  json.String("scope", rule.about_reply ? "reply" : "text");
  json.String("summary", rule.summary);
  json.String("why", rule.why);
  if (!rule.hears.empty()) json.String("hears", rule.hears);
  const std::string sources = SourceList(rule.source);
  if (!sources.empty()) json.String("source", sources);
  WriteImprovements(engine, rule, json);
  json.Key("examples");
  json.BeginObject();
  WriteExamples("flag", rule.flag, json);
  WriteExamples("pass", rule.pass, json);
  json.EndObject();
  json.EndObject();
  return text + '\n';
}

}  // namespace amends::report
