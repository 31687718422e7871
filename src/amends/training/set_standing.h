// How far a person is with a set of exercises. Only answers that were given for the set
// count. Values; any thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>

#include "amends/training/progress_entries.h"

namespace amends::training {

struct SetStanding {
  size_t answered = 0;  // exercises of the set
  size_t passed = 0;    // of them those that have passed at least once
  int64_t last = 0;     // the last answer; 0: none

  bool operator==(const SetStanding&) const = default;
};

SetStanding StandingIn(const ExerciseSet& set, std::span<const GradedAnswer> answers);

// “3 of 5 passed, 4 answered”, “done”, “not begun, was due 2026-10-20”.
std::string Describe(const ExerciseSet& set, const SetStanding& standing, int64_t now);

}  // namespace amends::training
