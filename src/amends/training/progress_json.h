// Progress as JSON, to be taken to another machine or to be read by other programs:
//
//   {"schema": 1,
//    "persons": [{"id", "name", "team", "created", "answers": [
//      {"id", "exercise", "kind", "at", "passed", "points", "hints", "seconds", "set",
//       "grades": {"fake-apology/conditional": "good"}}]}],
//    "sets": [{"id", "name", "exercises", "due", "created", "teams", "persons"}]}
//
// "team", "set" and "due" are left out where there is none. "teams" and "persons" (ids)
// of a set are those it was given to.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "amends/pack/reader.h"
#include "amends/training/progress_entries.h"

namespace amends::training {

inline constexpr int64_t kProgressSchema = 1;

struct PersonEntries {
  Person person;
  std::vector<GradedAnswer> answers;

  bool operator==(const PersonEntries&) const = default;
};

struct SetEntries {
  ExerciseSet set;
  std::vector<std::string> teams;
  std::vector<std::string> persons;  // ids

  bool operator==(const SetEntries&) const = default;
};

struct ProgressContents {
  std::vector<PersonEntries> persons;
  std::vector<SetEntries> sets;

  bool operator==(const ProgressContents&) const = default;
};

// Indented, with a line feed at the end.
std::string ProgressJson(const ProgressContents& contents);

// Tells the report everything that is wrong. Entries stand where they stand in the text,
// those with problems in part.
ProgressContents ReadProgressJson(std::string_view text, pack::FileReport& report);

}  // namespace amends::training
