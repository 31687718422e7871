// Severities by name, as profiles and amends.json give them.
#pragma once

#include <map>
#include <optional>
#include <string>

#include "amends/pack/pack.h"

namespace amends::pack {

// By the id of a rule or by a family; nothing = off.
using Severities = std::map<std::string, std::optional<Severity>>;

// Lays `over` over `base`: what names a family stands for each of its rules, whatever
// `base` says of one of them; what names a rule goes before what names its family.
void Lay(const Severities& over, Severities& base);

}  // namespace amends::pack
