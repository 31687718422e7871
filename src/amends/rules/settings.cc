#include "amends/rules/settings.h"

#include <algorithm>

namespace amends::rules {
namespace {

// The profile and those it is based on, the last base first.
std::vector<const pack::Profile*> Chain(const pack::Pack& pack, std::string_view name) {
  std::vector<const pack::Profile*> chain;
  while (chain.size() <= pack.profiles.size()) {
    auto profile = std::ranges::find(pack.profiles, name, &pack::Profile::id);
    if (profile == pack.profiles.end()) break;
    chain.insert(chain.begin(), &*profile);
    // Every profile stands on the default one, where there is one.
    name = profile->base.empty() && profile->id != "default" ? "default" : profile->base;
  }
  return chain;
}

}  // namespace

Settings Settings::Of(const pack::Pack& pack, std::string_view profile,
                      const pack::ProjectConfig* config) {
  Settings settings;
  settings.profile_ = profile.empty() ? "default" : std::string(profile);
  for (const pack::Profile* each : Chain(pack, settings.profile_)) {
    for (const auto& [name, value] : each->switches) settings.switches_[name] = value;
    settings.Lay(each->severities);
    settings.Lay(each->parameters);
  }
  if (config != nullptr) {
    settings.Lay(config->severities);
    settings.Lay(config->parameters);
  }
  return settings;
}

void Settings::Lay(const std::map<std::string, std::optional<pack::Severity>>& severities) {
  for (const auto& [name, severity] : severities) severities_[name] = severity;
}

void Settings::Lay(const std::map<std::string, std::map<std::string, double>>& parameters) {
  for (const auto& [rule, numbers] : parameters) {
    for (const auto& [name, number] : numbers) parameters_[rule][name] = number;
  }
}

std::optional<pack::Severity> Settings::SeverityOf(const pack::Rule& rule) const {
  if (auto own = severities_.find(rule.id); own != severities_.end()) return own->second;
  if (auto family = severities_.find(rule.family()); family != severities_.end()) {
    return family->second;
  }
  return rule.severity;
}

double Settings::Parameter(const pack::Rule& rule, const std::string& name) const {
  if (auto numbers = parameters_.find(rule.id); numbers != parameters_.end()) {
    if (auto number = numbers->second.find(name); number != numbers->second.end()) {
      return number->second;
    }
  }
  auto number = rule.parameters.find(name);
  return number == rule.parameters.end() ? 0 : number->second;
}

std::string_view Settings::Switch(const std::string& name) const {
  auto value = switches_.find(name);
  return value == switches_.end() ? std::string_view() : value->second;
}

}  // namespace amends::rules
