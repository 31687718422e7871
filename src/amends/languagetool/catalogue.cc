#include "amends/languagetool/catalogue.h"

#include "amends/languagetool/rule_names.h"

namespace amends::languagetool {
namespace {

using report::JsonText;

// No client asks for a certain name, so it is ours.
constexpr std::string_view kName = "Amends";
constexpr int kApiVersion = 1;

void WriteNameAndVersion(const ServerFacts& facts, JsonText& json) {
  json.String("name", kName);
  json.String("version", facts.version);
  json.String("buildDate", facts.build_date);
}

void WriteRule(const Engine& engine, const pack::Rule& rule, JsonText& json) {
  const std::string family = rule.family();
  json.BeginObject();
  json.String("ruleId", ClientId(rule.id));
  json.String("description", rule.summary);
  json.String("categoryId", ClientId(family));
  json.String("categoryName", FamilyName(family));
  json.String("locQualityIssueType", kIssueType);
  if (engine.SeverityOf(rule) == pack::Severity::kHint)
    json.String("isDefaultOff", "yes");
  if (rule.on.reply || rule.about_reply) {
    json.String("isTextLevelRule", "yes");
    json.String("minToCheckParagraph", "-1");
  }
  json.EndObject();
}

}  // namespace

void WriteSoftware(const ServerFacts& facts, JsonText& json) {
  json.BeginObject();
  WriteNameAndVersion(facts, json);
  json.Number("apiVersion", kApiVersion);
  json.Bool("premium", false);
  json.String("premiumHint", "");
  json.String("status", "");
  json.EndObject();
}

std::string LanguagesJson() {
  std::string out;
  JsonText json(out);
  json.BeginArray();
  for (const Language& each : CheckedLanguages()) {
    json.BeginObject();
    json.String("name", each.name);
    json.String("code", each.code);
    json.String("longCode", each.long_code);
    json.EndObject();
  }
  json.EndArray();
  return out;
}

std::string InfoJson(const ServerFacts& facts) {
  std::string out;
  JsonText json(out);
  json.BeginObject();
  json.Key("software");
  json.BeginObject();
  WriteNameAndVersion(facts, json);
  json.String("commit", facts.commit);
  json.Bool("premium", false);
  json.EndObject();
  json.EndObject();
  return out;
}

std::string ConfigInfoJson(const Engine& engine, const Language& language,
                           const ServerFacts& facts) {
  std::string out;
  JsonText json(out);
  json.BeginObject();
  json.Key("software");
  json.BeginObject();
  WriteNameAndVersion(facts, json);
  json.Bool("premium", false);
  json.EndObject();
  json.Key("parameter");
  json.BeginObject();
  json.Number("maxTextLength", facts.longest_text);
  json.EndObject();
  json.Key("rules");
  json.BeginArray();
  for (const pack::Rule& rule : engine.pack().rules) {
    if (IsChecked(language) && engine.SeverityOf(rule)) WriteRule(engine, rule, json);
  }
  json.EndArray();
  json.EndObject();
  return out;
}

}  // namespace amends::languagetool
