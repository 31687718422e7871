// A set of exercises as a file, to be handed out without any service:
//
//   {"set": {"id": "…", "name": "First week", "exercises": ["fake-apology/…", …],
//            "due": "2026-10-20"}}
//
// and as an address, which the page opens: URL/#train/set=BASE64URL, of the JSON of the
// value of "set" in UTF-8. "due" is a day, to the end of which the set may be done
// (UTC); it is left out where there is none. "id" may be left out by who writes by hand:
// then the same name, exercises and day give the same id.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "amends/pack/problem.h"
#include "amends/training/catalogue.h"
#include "amends/training/progress_entries.h"

namespace amends::training {

struct ReadSet {
  std::optional<ExerciseSet> set;       // nothing where there are problems
  std::vector<pack::Problem> problems;  // all of the file
};

// With a catalogue, exercises that are not in it are problems, too. `name` is for
// messages.
ReadSet ReadSetText(std::string_view text, const std::string& name,
                    const Catalogue* catalogue = nullptr);

// Throws LoadError where there is a problem, one being that the file cannot be read.
ExerciseSet LoadSet(const std::filesystem::path& file,
                    const Catalogue* catalogue = nullptr);

// Of a set as it stands, for those that come without an id: 32 hexadecimal digits.
std::string IdOf(const ExerciseSet& set);

// The file, indented, with a line feed at the end.
std::string SetText(const ExerciseSet& set);

// `url` is where the page is, with or without a slash at its end.
std::string SetAddress(const ExerciseSet& set, std::string_view url);

}  // namespace amends::training
