// A rule's own examples, as they are shown.
#pragma once

#include <string>
#include <vector>

#include "amends/engine.h"

namespace amends::report {

struct ShownExample {
  std::string customer;  // the last thing they said before it; may be empty
  std::string text;
};

ShownExample ExampleOf(const pack::Example& example);

// What a suggestion makes of an example; `after` may be empty, and of advice both are.
struct Improvement {
  pack::Applicability applicability = pack::Applicability::kAdvice;
  std::string title;
  std::string before;
  std::string after;
  bool edits = false;
};

// Each suggestion of the rule once, on the first example where it is offered.
std::vector<Improvement> ImprovementsOf(const Engine& engine, const pack::Rule& rule);

}  // namespace amends::report
