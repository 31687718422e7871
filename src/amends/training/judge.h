// Judges answers to exercises by the engine that checks drafts: nothing is compared with
// strings but what was chosen from a list.
#pragma once

#include <string>
#include <vector>

#include "amends/engine.h"
#include "amends/training/exercise.h"
#include "amends/training/judgement.h"

namespace amends::training {

// Never fails, whatever the answer; any thread. A role-play is judged by how it was
// played (JudgementOf in role_play.h); here it is one that has not begun.
Judgement Judge(const Engine& engine, const Exercise& exercise, const Answer& answer);

// The order in which the sentences are shown: the same each time, and no good order.
std::vector<size_t> ShownOrder(const Exercise& exercise);

// An answer in which sentences have the numbers of the shown order, with those that they
// have in the exercise. Other kinds are as they are.
Answer FromShown(const Exercise& exercise, Answer answer);

// The text that an answer to fill makes of the draft.
std::string Filled(const Exercise& exercise, const Answer& answer);

}  // namespace amends::training
