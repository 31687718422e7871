#include "tools/train/trainer_flags.h"

#include <cstdio>
#include <ctime>
#include <filesystem>
#include <stdexcept>
#include <utility>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "amends/input/moment.h"
#include "amends/pack/similar.h"
#include "amends/training/day.h"
#include "tools/flags/new_file.h"
#include "tools/train/progress_flags.h"

namespace amends {

using training::Person;
using training::Progress;

namespace {

constexpr int64_t kSecondsAMinute = 60;

// With what was probably meant.
std::runtime_error Nobody(const Progress& progress, const WhoFlags& flags) {
  std::vector<std::string> known;
  const bool named = !flags.person.empty();
  for (const Person& each : progress.Persons()) {
    known.push_back(named ? each.name : each.team);
  }
  const std::string& asked = named ? flags.person : *flags.team;
  const std::string hint = pack::DidYouMean(asked, known);
  return std::runtime_error(fmt::format("There is nobody {} “{}”{}",
                                        named ? "called" : "in the team", asked,
                                        hint.empty() ? "." : ": " + hint));
}

}  // namespace

void AddWhoFlags(CLI::App& command, WhoFlags& flags) {
  command.add_option("--team", flags.team, "Only those of the team")->type_name("TEAM");
  command.add_option("--person", flags.person, "Only the one of that name")
      ->type_name("NAME");
  AddProgressFlag(command, flags.progress);
}

Progress ExistingProgress(const WhoFlags& flags) {
  const std::filesystem::path file = ProgressFileOf(flags.progress);
  if (!std::filesystem::exists(file)) {
    throw std::runtime_error(file.string() + ": there is no progress here yet");
  }
  return Progress(file);
}

std::vector<Person> PeopleOf(const Progress& progress, const WhoFlags& flags) {
  std::vector<Person> people = progress.Persons(flags.team);
  if (!flags.person.empty()) {
    const auto name = training::TidyName(flags.person);
    std::erase_if(people, [&](const Person& each) { return each.name != name; });
  }
  const bool asked = !flags.person.empty() || (flags.team && !flags.team->empty());
  if (people.empty() && asked) throw Nobody(progress, flags);
  return people;
}

Person ThePersonOf(const Progress& progress, const WhoFlags& flags) {
  std::vector<Person> people = PeopleOf(progress, flags);
  if (people.empty()) throw Nobody(progress, flags);
  if (people.size() > 1) {
    throw std::runtime_error(fmt::format(
        "There are {} called “{}”; --team says which one.", people.size(), flags.person));
  }
  return std::move(people.front());
}

std::vector<training::PersonEntries> EntriesOf(const Progress& progress,
                                               const WhoFlags& flags) {
  std::vector<training::PersonEntries> entries;
  for (Person& person : PeopleOf(progress, flags)) {
    std::vector<training::GradedAnswer> answers = progress.AnswersOf(person.id);
    entries.push_back({std::move(person), std::move(answers)});
  }
  return entries;
}

std::optional<int64_t> DayFrom(const std::string& text) {
  if (text.empty()) return std::nullopt;
  const std::optional<int64_t> day = training::ReadDay(text);
  if (!day) {
    throw std::runtime_error(
        fmt::format("“{}” is no day; write it as 2026-10-20.", text));
  }
  return day;
}

int64_t NowOr(const std::string& at) {
  if (at.empty()) return std::time(nullptr);
  const auto moment = input::ReadMoment(at);
  if (!moment || !moment->has_zone) {
    throw std::runtime_error("“" + at + "” is no time with its zone");
  }
  return moment->utc() * kSecondsAMinute;
}

int OffsetMinutesAt(int64_t at) {
  const auto time = static_cast<std::time_t>(at);
  std::tm local{};
  if (localtime_r(&time, &local) == nullptr) return 0;
  return static_cast<int>(local.tm_gmtoff / kSecondsAMinute);
}

void WriteOut(const std::string& out, const std::string& text) {
  if (out.empty()) {
    fmt::print("{}", text);
  } else {
    WriteNewFile(out, text);
  }
}

}  // namespace amends
