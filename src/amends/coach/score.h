// A number for a reply, and what it is made of: points lost for what is missing and for
// what hurts. A hundred is divided by one and the lost points in hundreds, so that a bad
// reply too can get better or worse: 0 lost are 100, 25 are 80, 100 are 50. The order of
// the elements of an apology is that of Lewicki, Polin & Lount (2016): responsibility,
// repair, then regret, explanation and repentance, last forgiveness. The numbers are ours
// (docs/coach.md).
//
// It is made so that nobody can talk it up: a fault that is added does not raise it, nor
// does a sixth “sorry” or a sentence said twice, nor does taking away an apology that is
// one (docs/coach.md). So elements are those of the sifted draft, and `faults` those of
// the sifting.
#pragma once

#include <span>
#include <vector>

#include "amends/coach/elements.h"
#include "amends/result.h"

namespace amends::coach {

// What a reply lost points for: an element or a finding.
struct Cost {
  const pack::Element* element = nullptr;
  const Finding* finding = nullptr;
  double points = 0;
};

struct Score {
  int points = 100;         // 0-100
  std::vector<Cost> costs;  // the highest first
};

// Refers to the elements and the faults.
Score ScoreOf(std::span<const FoundElement> elements, std::span<const Finding> faults);

}  // namespace amends::coach
