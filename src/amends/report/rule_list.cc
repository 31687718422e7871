#include "amends/report/rule_list.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "amends/report/cells.h"
#include "amends/report/checked_draft.h"
#include "amends/report/ink.h"
#include "amends/report/json_text.h"

namespace amends::report {
namespace {

constexpr size_t kGap = 2;
constexpr size_t kSeverityWidth = 7;
constexpr size_t kNarrowest = 24;  // columns of a summary

std::vector<const pack::Rule*> RulesOf(const Engine& engine, std::string_view family) {
  std::vector<const pack::Rule*> rules;
  for (const pack::Rule& rule : engine.pack().rules) {
    if (family.empty() || rule.family() == family) rules.push_back(&rule);
  }
  return rules;
}

std::string_view SeverityOf(const Engine& engine, const pack::Rule& rule) {
  const std::optional<pack::Severity> severity = engine.SeverityOf(rule);
  return severity ? NameOf(*severity) : "off";
}

std::string Padded(std::string_view text, size_t width) {
  std::string padded(text);
  padded.append(width - std::min(width, text.size()) + kGap, ' ');
  return padded;
}

}  // namespace

std::string RuleList(const Engine& engine, std::string_view family, const Style& style) {
  const Ink ink(style.color);
  const std::vector<const pack::Rule*> rules = RulesOf(engine, family);
  size_t widest = 0;
  for (const pack::Rule* rule : rules) widest = std::max(widest, rule->id.size());
  const size_t indent = widest + kSeverityWidth + 2 * kGap;
  const size_t width = std::max(style.width, indent + kNarrowest);
  std::string text;
  for (const pack::Rule* rule : rules) {
    const std::string_view severity = SeverityOf(engine, *rule);
    text += ink(Hue::kBold, Padded(rule->id, widest));
    text += Padded(severity, kSeverityWidth);
    text += Wrap(OneLine(rule->summary), width, indent, indent) + '\n';
  }
  return text;
}

std::string RuleListJson(const Engine& engine, std::string_view family) {
  std::string text;
  JsonText json(text, JsonLayout::kIndented);
  json.BeginArray();
  for (const pack::Rule* rule : RulesOf(engine, family)) {
    json.BeginObject();
    json.String("id", rule->id);
    json.String("family", rule->family());
    json.String("severity", SeverityOf(engine, *rule));
    json.String("summary", rule->summary);
    json.EndObject();
  }
  json.EndArray();
  return text + '\n';
}

}  // namespace amends::report
