// One rule, explained as in a good dictionary: what it finds, why, what the customer
// hears, examples, better wording, where it comes from and how to silence it.
#pragma once

#include <string>

#include "amends/engine.h"
#include "amends/report/style.h"

namespace amends::report {

// The rule is one of the engine's pack. Its examples are those the engine was loaded
// with.
std::string RulePage(const Engine& engine, const pack::Rule& rule, const Style& style);

}  // namespace amends::report
