// The flags of those who train others: whose progress, within which days; the same for
// every command.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "amends/training/progress.h"
#include "amends/training/progress_json.h"

namespace CLI {
class App;
}  // namespace CLI

namespace amends {

struct WhoFlags {
  std::string progress;
  std::optional<std::string> team;
  std::string person;  // a name; empty: everybody
};

// The flags must outlive the parsing.
void AddWhoFlags(CLI::App& command, WhoFlags& flags);

// What is there already. Throws std::runtime_error where there is no such file: nobody
// who only looks means to make one.
training::Progress ExistingProgress(const WhoFlags& flags);

// Those who are meant. Throws std::runtime_error where a team or a name was given and
// there is nobody.
std::vector<training::Person> PeopleOf(const training::Progress& progress,
                                       const WhoFlags& flags);

// The one who is meant by a name. Throws where there is none or several.
training::Person ThePersonOf(const training::Progress& progress, const WhoFlags& flags);

std::vector<training::PersonEntries> EntriesOf(const training::Progress& progress,
                                               const WhoFlags& flags);

// The day that a flag names; nothing where it was not given. Throws std::runtime_error
// where it is no day.
std::optional<int64_t> DayFrom(const std::string& text);

// Seconds since 1970 began: of the clock, or a time that a test has given.
int64_t NowOr(const std::string& at);

// How far the clock of the place is ahead of UTC at that time.
int OffsetMinutesAt(int64_t at);

// To a new file, or to standard output where none is named.
void WriteOut(const std::string& out, const std::string& text);

}  // namespace amends
