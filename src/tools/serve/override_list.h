// One override as text: for people, and for programs.
#pragma once

#include <string>

#include "tools/serve/override_store.h"

namespace amends::serve {

// When, who and where; the rules, the gravest first; the reason. Ends in a line feed.
std::string PrettyOverride(const Override& one);

// An object on a line (docs/serve.md), with a line feed.
std::string OverrideLine(const Override& one);

}  // namespace amends::serve
