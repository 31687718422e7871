// What is said of people who train, as JSON (docs/serve.md, openapi.json).
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "amends/report/json_text.h"
#include "amends/training/progress_entries.h"
#include "amends/training/trainer.h"
#include "tools/serve/exercises.h"

namespace amends::serve {

// {"id", "name", "team"}
std::string PersonJson(const training::Person& person);

// {"people": […]}, with "you": the name that the client goes by, if it is one person.
std::string PeopleJson(std::span<const training::Person> people,
                       const std::optional<std::string>& you);

// What there is to say of one person.
struct Standing {
  training::Person person;
  std::vector<training::GradedAnswer> answers;  // the earliest first
  std::vector<training::ExerciseSet> sets;      // that were given to them
  int64_t now = 0;
  int offset_minutes = 0;  // of their clock, ahead of UTC
};
std::string StandingJson(const Standing& standing, const Lessons& lessons);

// What comes next: the exercise with all that is shown of it, or {"done": true, …}.
struct Next {
  std::optional<training::Choice> choice;
  std::span<const training::GradedAnswer> answers;
  const training::ExerciseSet* set = nullptr;  // null: none
};
std::string NextJson(const Next& next, const Lessons& lessons);

}  // namespace amends::serve
