// What a trainee is shown of an exercise, in words.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "amends/engine.h"
#include "amends/training/exercise.h"

namespace amends::training {

// What to do: the exercise's own words, else the usual ones of its kind.
std::string_view TaskOf(const Exercise& exercise);

// The name of a kind for people: “Rewrite the reply”.
std::string_view TitleOf(ExerciseKind kind);

// What is shown of each option; of a fault to name it is what its rule is about.
std::vector<std::string> OptionTexts(const Exercise& exercise, const Engine& engine);

// What a text must hold, in words.
std::vector<std::string> AskTexts(const Exercise& exercise, const Engine& engine);

// What each field of a record asks for, in the order of the exercise.
std::vector<std::string> FieldQuestions(const Exercise& exercise);

// What each blank of the draft asks for, in order.
std::vector<std::string> BlankQuestions(const Exercise& exercise);

// A right answer as text for people: marked words, the option, the sentences in order,
// the reply.
std::string SolutionOf(const Exercise& exercise, const Engine& engine);

}  // namespace amends::training
