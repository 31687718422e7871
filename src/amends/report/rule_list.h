// All rules at a glance.
#pragma once

#include <string>
#include <string_view>

#include "amends/engine.h"
#include "amends/report/style.h"

namespace amends::report {

// A line for each rule, aligned: id, severity under the profile (or “off”), summary. Only
// those of the family, if one is given.
std::string RuleList(const Engine& engine, std::string_view family, const Style& style);

// The same as a JSON list of {"id", "family", "severity", "summary"}.
std::string RuleListJson(const Engine& engine, std::string_view family);

}  // namespace amends::report
