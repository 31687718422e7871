// What may be switched off to show what it is worth: for tests.
#pragma once

#include <set>
#include <string>

#include "amends/text/analyzer.h"

namespace amends::rules {

struct SwitchedOff {
  text::Analyzer::Options text;       // grades of boundaries
  std::set<std::string> suppressors;  // by id
  std::set<std::string> unless;       // by the place of the pattern: "file#pointer"
};

}  // namespace amends::rules
