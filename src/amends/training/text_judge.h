// Judges a text that somebody wrote: which faults are gone, what has come, nothing
// invented.
#pragma once

#include <string>

#include "amends/engine.h"
#include "amends/training/exercise.h"
#include "amends/training/judgement.h"

namespace amends::training {

// Of a question, a rewrite, a filled draft or an imitation. Never fails; any thread.
Judgement JudgeText(const Engine& engine, const Exercise& exercise,
                    const std::string& text);

}  // namespace amends::training
