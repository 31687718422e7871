// One rule with its examples, for programs.
#pragma once

#include <string>

#include "amends/engine.h"

namespace amends::report {

// {"id", "family", "severity" (as the profile has it, or "off"), "scope" ("text" or
// "reply"), "summary", "why", "hears", "source", "suggestions": [{"applicability",
// "title", "before", "after"}], "examples": {"flag": [], "pass": []}}. An example is
// {"text", "customer"}. What is not known is absent; examples are those the engine was
// loaded with.
std::string RuleJson(const Engine& engine, const pack::Rule& rule);

}  // namespace amends::report
