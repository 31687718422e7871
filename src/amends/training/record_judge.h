// Judges an incident record that somebody wrote, by the one that the engine writes.
#pragma once

#include <string>
#include <vector>

#include "amends/engine.h"
#include "amends/training/exercise.h"
#include "amends/training/judgement.h"

namespace amends::training {

// What a field asks of the writer: “What went wrong?”
const char* QuestionFor(incident::Field field);

// `texts` are by the fields of the exercise. Never fails; any thread.
Judgement JudgeRecord(const Engine& engine, const Exercise& exercise,
                      const std::vector<std::string>& texts);

}  // namespace amends::training
