#include "amends/rules/settings.h"

#include <algorithm>
#include <map>
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

void LayOne(const std::map<std::string, pack::Tuning>& over, std::string_view name,
            pack::Tuning& base) {
  const auto tuning = over.find(std::string(name));
  if (tuning != over.end()) pack::Lay(tuning->second, base);
}

}  // namespace

Settings Settings::Of(const pack::Pack& pack, std::string_view profile,
                      const pack::ProjectConfig* config) {
  Settings settings;
  settings.profile_ = profile.empty() ? "default" : std::string(profile);
  pack::Tunings all;
  for (const pack::Profile* each : Chain(pack, settings.profile_)) {
    pack::Lay(each->tunings, all);
    if (!each->allowances.empty()) settings.allowances_ = each->allowances;
  }
  if (config != nullptr) pack::Lay(config->tunings, all);
  for (size_t i = 0; i < input::kOccasionCount; ++i) {
    const input::Occasion occasion = input::Occasion::At(i);
    pack::Tuning& tuning = settings.by_occasion_[i];
    tuning = all.everywhere;
    LayOne(all.channels, input::kChannelWords[static_cast<size_t>(occasion.channel)],
           tuning);
    LayOne(all.kinds, input::kKindWords[static_cast<size_t>(occasion.kind)], tuning);
  }
  return settings;
}

std::optional<pack::Severity> Settings::SeverityOf(const pack::Rule& rule,
                                                   input::Occasion occasion) const {
  const pack::Severities& severities = For(occasion).severities;
  if (auto own = severities.find(rule.id); own != severities.end()) return own->second;
  if (auto family = severities.find(rule.family()); family != severities.end()) {
    return family->second;
  }
  return rule.severity;
}

double Settings::Parameter(const pack::Rule& rule, const std::string& name,
                           input::Occasion occasion) const {
  const auto& parameters = For(occasion).parameters;
  if (auto numbers = parameters.find(rule.id); numbers != parameters.end()) {
    if (auto number = numbers->second.find(name); number != numbers->second.end()) {
      return number->second;
    }
  }
  auto number = rule.parameters.find(name);
  return number == rule.parameters.end() ? 0 : number->second;
}

std::string_view Settings::Switch(const std::string& name,
                                  input::Occasion occasion) const {
  const auto& switches = For(occasion).switches;
  auto value = switches.find(name);
  return value == switches.end() ? std::string_view() : value->second;
}

}  // namespace amends::rules
