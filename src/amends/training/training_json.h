// Exercises, answers and what is said about them as JSON, for the page and other programs
// (docs/training.md). Any thread.
#pragma once

#include <string>
#include <string_view>
#include <variant>

#include "amends/engine.h"
#include "amends/pack/reader.h"
#include "amends/report/json_text.h"
#include "amends/training/catalogue.h"
#include "amends/training/exercise.h"
#include "amends/training/judgement.h"
#include "amends/training/role_play.h"

namespace amends::training {

// {"exercises": [{"id", "kind", "level", "trade", "rules"}, …]}
std::string CatalogueJson(const Catalogue& catalogue);

// What a trainee is shown: nothing of the solution.
std::string ExerciseJson(const Exercise& exercise, const Engine& engine);
void WriteExercise(const Exercise& exercise, const Engine& engine,
                   report::JsonText& json);

// An answer, in the terms of what was shown (judge.h, FromShown): {"marks": [{"start",
// "end"}], "choices": [2], "texts": ["…"]}, what the kind has no use for left out; spans
// in bytes. Else what is wrong with it, for people.
std::variant<Answer, std::string> ReadAnswer(std::string_view json);
// The same of a part of something larger; what is wrong goes to its report.
Answer ReadAnswer(const pack::Cursor& cursor);

// "open" is true where nothing keeps it from passing but what was not seen.
// {"passed", "open", "points", "said": [{"kind", "code", "text", "start", "end"}],
// "rules",
//  "explanation", "solution"}
std::string JudgementJson(const Judgement& judgement, const Exercise& exercise,
                          const Engine& engine);

// {"opening", "exchanges": [{"reply", "customer", "mood", "trust", "coach", "reasons"}],
//  "ending"} and, when it has ended, "open_needs".
std::string PerformanceJson(const Performance& performance);

}  // namespace amends::training
