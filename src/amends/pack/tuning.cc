#include "amends/pack/tuning.h"

#include <algorithm>

namespace amends::pack {
namespace {

void Lay(const Severities& over, Severities& base) {
  for (const auto& [name, severity] : over) {
    if (name.find('/') != std::string::npos) continue;
    const std::string rules = name + "/";
    auto rule = base.lower_bound(rules);
    while (rule != base.end() && rule->first.starts_with(rules)) rule = base.erase(rule);
  }
  for (const auto& [name, severity] : over) base[name] = severity;
}

}  // namespace

void Lay(const Tuning& over, Tuning& base) {
  for (const auto& [name, word] : over.switches) base.switches[name] = word;
  Lay(over.severities, base.severities);
  for (const auto& [rule, numbers] : over.parameters) {
    for (const auto& [name, number] : numbers) base.parameters[rule][name] = number;
  }
}

void Lay(const Tunings& over, Tunings& base) {
  Lay(over.everywhere, base.everywhere);
  for (const auto& [channel, tuning] : over.channels) Lay(tuning, base.channels[channel]);
  for (const auto& [kind, tuning] : over.kinds) Lay(tuning, base.kinds[kind]);
}

bool SaysOnlySeverities(const Tunings& tunings) {
  const auto only = [](const Tuning& tuning) {
    return tuning.switches.empty() && tuning.parameters.empty();
  };
  const auto each = [&](const auto& by) { return only(by.second); };
  return only(tunings.everywhere) && std::ranges::all_of(tunings.channels, each) &&
         std::ranges::all_of(tunings.kinds, each);
}

}  // namespace amends::pack
