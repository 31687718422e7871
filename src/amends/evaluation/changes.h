// What changed in the findings between two runs over the same labelled replies, and what
// the labels say to it: so that a change of rules can be read, not only counted.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "amends/evaluation/scoring.h"

namespace amends::evaluation {

// The findings of a run, by the id of the reply; how grave they are is not read.
using Run = std::map<std::string, std::vector<Found::Finding>, std::less<>>;

// Adds one line of what `amends check --format jsonl` wrote; else why it is no such line.
// A line about a draft that could not be read adds nothing.
std::variant<std::monostate, std::string> AddLine(std::string_view json, Run& run);

struct Change {
  std::string id;  // of the reply
  bool gone = false;
  Found::Finding finding;
  std::string words;  // empty: the whole reply
  Support support = Support::kNone;
};

// The findings of one reply that only one of two runs has: the same rule at the same
// place is the same finding. Those that are gone come first.
std::vector<Change> ChangesOf(const Labels& labels,
                              const std::vector<Found::Finding>& before,
                              const std::vector<Found::Finding>& after,
                              const KnownRules& rules);

// A line for each, and one that sums up.
std::string Format(const std::vector<Change>& changes);

}  // namespace amends::evaluation
