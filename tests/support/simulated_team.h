// Five people who train for some weeks, each with a weakness of their own:
//
//   Ana Sousa     knows nearly everything
//   Bo Lindqvist  takes a hint for every other answer
//   Noor Haddad   always fails what is about dypii/…, which nobody else does
//   Tariq Aziz    fails every rule of fake-apology/… twice, then never again
//   Zoë Ní Bhriain  has only just begun: two answers
//
// The first four fail policy/… often. They practise from Monday to Friday and answer what
// is due first, then something new.
#pragma once

#include <cstdint>

#include "amends/training/catalogue.h"
#include "amends/training/progress_json.h"

namespace amends::testing {

inline constexpr int64_t kTeamStart = 1'791'158'400;  // Monday, 5 October 2026, 0:00 UTC

// Always the same for the same catalogue. The last day is the Sunday of the last week.
training::ProgressContents SimulatedTeam(const training::Catalogue& catalogue, int weeks);

// Two rules of each of four families with three exercises each, for tests that must not
// change with the exercises that Amends has.
training::Catalogue TeamCatalogue();

}  // namespace amends::testing
