// Between exercises and progress: which one comes next for a person, and what an answer
// says about the rules that it trains.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "amends/training/agenda.h"
#include "amends/training/catalogue.h"
#include "amends/training/judgement.h"
#include "amends/training/progress_entries.h"

namespace amends::training {

// Answers with less than half an hour between them are one session.
inline constexpr int64_t kSessionGap = 1800;  // seconds

struct NextRequest {
  const Catalogue& catalogue;
  std::span<const GradedAnswer> answers;  // of the person, the earliest first
  const ExerciseSet* set = nullptr;       // only its exercises; null: all
  int64_t now = 0;                        // seconds since 1970 began, UTC
  std::string person = {};                // the id: among equals it decides
  bool ahead = false;                     // go on when nothing is due and nothing new
};

// Of a set: what was not answered in it yet, in its order, then what did not pass, and
// nothing when all has. Else as the agenda says: the first few are easy and take no
// writing, and role-plays come when a person has answered other exercises about their
// rules.
std::optional<Choice> NextFor(const NextRequest& request);

// The next of what a trainer gave to the person, set by set. What failed in this session
// waits for another one, so that the person gets on.
struct NextOfSet {
  const ExerciseSet* set = nullptr;  // one of those that were given
  Choice choice;
};
std::optional<NextOfSet> NextGiven(const NextRequest& request,
                                   std::span<const ExerciseSet> sets);

// How an answer was given.
struct Effort {
  int hints = 0;           // taken
  int seconds = 0;         // spent
  bool shown = false;      // the solution was looked at first
  bool confirmed = false;  // the writer said that what was not seen is there
};

// A rule that passed without help is good, with hints or confirmed hard, else again;
// nothing is ever easy, for nobody was asked how it felt. The ids are left empty.
GradedAnswer GradeOf(const Exercise& exercise, const Judgement& judgement,
                     const Effort& effort);

}  // namespace amends::training
