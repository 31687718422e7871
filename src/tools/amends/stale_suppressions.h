// Telling of suppressions that a project could do without.
#pragma once

#include <set>
#include <string>

#include "amends/engine.h"

namespace amends {

// What to say of those that are over and, `with_unused`, of those that are not in `used`;
// empty if there is nothing to say.
std::string TellStale(const Engine& engine,
                      const std::set<const pack::Suppression*>& used, bool with_unused);

}  // namespace amends
