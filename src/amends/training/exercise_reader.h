// From the JSON of a file to exercises and tempers, telling everything that is wrong.
#pragma once

#include <string>
#include <vector>

#include "amends/pack/reader.h"
#include "amends/training/exercise.h"

namespace amends::training {

// What may be named in exercises.
struct Names {
  std::vector<std::string> rules;
  std::vector<std::string> families;
  std::vector<std::string> moves;
  std::vector<std::string> elements;
};

// The texts of the list, each a name of `known`, or its beginning up to a dot or a slash;
// others are reported. `of` is what the list holds, for messages.
std::vector<std::string> ReadNames(const pack::Cursor& list, const char* of,
                                   const std::vector<std::string>& known,
                                   pack::Count count = {});

// Each reports what is wrong and returns what it could read.
Exercise ReadExercise(const pack::Cursor& cursor, const Names& names);
Temper ReadTemper(const pack::Cursor& cursor, const Names& names);

}  // namespace amends::training
