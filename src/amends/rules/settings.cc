#include "amends/rules/settings.h"

#include <algorithm>
#include <vector>

namespace amends::rules {
namespace {

// The profile and those it is based on, the last base first.
std::vector<const pack::Profile*> Chain(const pack::Pack& pack, std::string_view name) {
  std::vector<const pack::Profile*> chain;
  while (true) {
    const auto profile = std::ranges::find(pack.profiles, name, &pack::Profile::id);
    if (profile == pack.profiles.end()) break;
    if (std::ranges::find(chain, &*profile) != chain.end()) break;
    chain.push_back(&*profile);
    name = profile->base.empty() ? "default" : std::string_view(profile->base);
  }
  std::ranges::reverse(chain);
  return chain;
}

}  // namespace

Settings Settings::Of(const pack::Pack& pack, std::string_view profile,
                      const pack::ProjectConfig* config) {
  Settings settings;
  settings.profile_ = profile.empty() ? "default" : std::string(profile);
  for (const pack::Profile* each : Chain(pack, settings.profile_)) {
    for (const auto& [name, value] : each->switches) settings.switches_[name] = value;
    pack::Lay(each->severities, settings.severities_);
    settings.LayParameters(each->parameters);
  }
  if (config != nullptr) {
    pack::Lay(config->severities, settings.severities_);
    settings.LayParameters(config->parameters);
  }
  return settings;
}

void Settings::LayParameters(
    const std::map<std::string, std::map<std::string, double>>& parameters) {
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
