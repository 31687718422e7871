// Pages about an exercise: what it asks, and what is said about an answer to it.
#pragma once

#include <string>

#include "amends/engine.h"
#include "amends/training/exercise.h"
#include "amends/training/judgement.h"
#include "tools/train/page.h"

namespace amends {

// All but what the desk shows with its question: the draft to be marked, the options, the
// sentences. `number` counts the exercises of a session, from 1.
Page ExercisePage(const training::Exercise& exercise, const Engine& engine, int number);

// Whether it passed and why, and what it is all about. `text` is the answer where that
// was a text. `counts`: not a second try, which is practice.
Page FeedbackPage(const training::Exercise& exercise,
                  const training::Judgement& judgement, const std::string& text,
                  bool counts);

// Of an answer that is open (judgement.h): what was not seen in it.
Page OpenPage(const training::Judgement& judgement, const std::string& text);

Page SolutionPage(const training::Exercise& exercise, const Engine& engine);

}  // namespace amends
