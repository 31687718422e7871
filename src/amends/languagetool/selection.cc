#include "amends/languagetool/selection.h"

#include <string_view>
#include <utility>

#include "amends/languagetool/rule_names.h"

namespace amends::languagetool {
namespace {

std::set<std::string, std::less<>> IdsOf(std::string_view list) {
  std::set<std::string, std::less<>> ids;
  for (const std::string_view id : ListOf(list)) ids.insert(ClientId(id));
  return ids;
}

std::optional<Mode> ModeOf(std::string_view word) {
  if (word.empty() || word == "all") return Mode::kAll;
  if (word == "textLevelOnly") return Mode::kWhole;
  if (word == "allButTextLevelOnly") return Mode::kWords;
  return std::nullopt;
}

std::optional<Refusal> Contradiction(const Selection& selection) {
  if (!selection.only_enabled) return std::nullopt;
  if (selection.enabled_rules.empty() && selection.enabled_categories.empty()) {
    return Refusal{400, "'enabledOnly' needs 'enabledRules' or 'enabledCategories'"};
  }
  if (!selection.disabled_rules.empty() || !selection.disabled_categories.empty()) {
    return Refusal{400,
                   "set 'enabledOnly', or 'disabledRules' and 'disabledCategories', not "
                   "both"};
  }
  return std::nullopt;
}

}  // namespace

bool Selection::Wants(const Finding& finding) const {
  const bool whole = finding.scope == Scope::kReply;
  if (mode == Mode::kWhole && !whole) return false;
  if (mode == Mode::kWords && whole) return false;
  const std::string rule = ClientId(finding.rule->id);
  const std::string category = ClientId(finding.rule->family());
  if (disabled_rules.contains(rule)) return false;
  if (enabled_rules.contains(rule)) return true;
  if (disabled_categories.contains(category)) return false;
  if (enabled_categories.contains(category)) return true;
  return !only_enabled && (picky || finding.severity != pack::Severity::kHint);
}

std::optional<Refusal> ReadSelection(std::span<const Parameter> parameters,
                                     Selection& selection) {
  const auto value = [&](std::string_view name) { return ValueOf(parameters, name); };
  const std::optional<Mode> mode = ModeOf(value("mode"));
  if (!mode) {
    return Refusal{400, "'mode' must be 'all', 'textLevelOnly' or 'allButTextLevelOnly'"};
  }
  Selection read;
  read.mode = *mode;
  read.picky = value("level") == "picky";
  read.only_enabled = IsYes(value("enabledOnly"));
  read.enabled_rules = IdsOf(value("enabledRules"));
  read.disabled_rules = IdsOf(value("disabledRules"));
  read.enabled_categories = IdsOf(value("enabledCategories"));
  read.disabled_categories = IdsOf(value("disabledCategories"));
  if (auto refusal = Contradiction(read)) return refusal;
  selection = std::move(read);
  return std::nullopt;
}

}  // namespace amends::languagetool
