#include "amends/pack/severities.h"

namespace amends::pack {

void Lay(const Severities& over, Severities& base) {
  for (const auto& [name, severity] : over) {
    if (name.find('/') != std::string::npos) continue;
    const std::string rules = name + "/";
    auto rule = base.lower_bound(rules);
    while (rule != base.end() && rule->first.starts_with(rules)) rule = base.erase(rule);
  }
  for (const auto& [name, severity] : over) base[name] = severity;
}

}  // namespace amends::pack
