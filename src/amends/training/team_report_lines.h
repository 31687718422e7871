// The weeks of a person as two lines in SVG: rules met, and of them those mastered.
#pragma once

#include <string>

#include "amends/training/team_report.h"

namespace amends::training {

// A <figure>; `most` is the top of its scale. Empty where there are fewer than two weeks,
// or too few answers to say anything.
std::string WeekLines(const PersonReport& person, int most);

}  // namespace amends::training
