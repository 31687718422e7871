// Which exercise comes next. What is due says whether there is something to do, and it
// goes on until nothing is due and nothing new. Until then a rule that has been asked for
// and a new one come in turn. Those that have been asked for, again in turn, are
// - of the rules that are due the one that has waited most days, of those that have
//   waited as many the hardest: the one that is most forgotten, weighed by its
//   difficulty;
// - of all of them, due or not (kAhead), the one for which an answer promises most: what
//   it would add to the chance of being known in a month, times the time waited. The one
//   factor is what the model of memory believes, the other goes round evenly; together
//   they err less than either alone (docs/training.md).
// Of the new ones those with easier exercises come first, then those of families of which
// the fewest rules have been seen, then by the order of families.
// What was answered rests half a day. When nothing else is left,
// - with `ahead` it goes on with the rule for which an answer promises most;
// - otherwise what was failed in this session comes back, kReturns times.
// Of the exercises about the rule it takes one that was not given in this session or in
// the last kLately days, as near as may be to the level that fits how firmly the rule is
// known, about the rule first of all, and of another kind than the last three.
//
// The numbers are ours. Same request, same choice; any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "amends/training/learner.h"

namespace amends::training {

inline constexpr int kReturns = 1;      // of a failed rule, in a session
inline constexpr double kRest = 0.5;    // days that a rule rests after an answer
inline constexpr double kHorizon = 30;  // days, for which an answer shall help
inline constexpr int kLately = 7;       // days

// The level of exercise for a rule of such a stability: up to 3 days the first, up to 14
// days the second, then the third.
int LevelFor(double stability);

// An exercise that may be chosen. One without rules never is.
struct Offered {
  std::string id;
  std::vector<std::string> rules;  // the one that it is about first
  int level = 1;                   // from 1 to 3
  std::string kind;
};

// The last time that an exercise was answered.
struct Tried {
  std::string exercise;
  int64_t at = 0;  // seconds since 1970 began, UTC
  bool passed = false;
};

enum class Why : uint8_t { kAgain, kDue, kNew, kAhead };

std::string_view NameOf(Why why);  // "again", "due", "new", "ahead"

struct Choice {
  std::string exercise;
  std::string rule;  // for the sake of which it was chosen
  Why why = Why::kNew;

  bool operator==(const Choice&) const = default;
};

// What was chosen before in this session, and how it went.
struct Done {
  Choice choice;
  std::vector<std::string> failed;  // the rules that were failed; none if it passed
};

// Families in the order in which a new person meets them: those whose faults can be
// pointed at, the most frequent first, as counted in 240 real replies
// (docs/judgement.md); then those about what a reply or a case lacks, which is harder to
// see.
std::span<const std::string_view> UsualFamilies();

// Of a person's id; the same on every machine.
uint64_t SeedOf(std::string_view person);

struct AgendaRequest {
  const Learner& learner;  // with the answers of this session
  std::span<const Offered> offered;
  std::span<const Tried> tried;   // in any order
  std::span<const Done> session;  // the earliest first
  int64_t now = 0;                // seconds since 1970 began, UTC
  uint64_t seed = 0;              // SeedOf the person: among equals it decides
  bool ahead = false;             // whether to go on when nothing is due and nothing new
  std::span<const std::string_view> families = UsualFamilies();  // others come after
};

// Nothing where nothing is left for now.
std::optional<Choice> NextExercise(const AgendaRequest& request);

}  // namespace amends::training
