// What no example of a pack needs: a pattern that stands in none of the entry's examples,
// an `unless` without which the entry finds the same in all of them. Such a part may be
// wrong and nobody would see.
#pragma once

#include <string>
#include <vector>

#include "amends/evaluation/bench.h"
#include "amends/pack/pack.h"

namespace amends::evaluation {

struct Unused {
  pack::Origin origin;
  std::string id;    // of the rule, move or suppressor
  std::string what;  // "pattern “…”"
};

std::vector<Unused> UnusedParts(const Bench& bench, const pack::Rule& rule);
std::vector<Unused> UnusedParts(const Bench& bench, const pack::Move& move);
std::vector<Unused> UnusedParts(const Bench& bench, const pack::Suppressor& suppressor);

}  // namespace amends::evaluation
