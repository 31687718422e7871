#include "tools/train/sets_command.h"

#include <algorithm>
#include <cstdio>
#include <memory>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "amends/engine.h"
#include "amends/report/cells.h"
#include "amends/training/day.h"
#include "amends/training/exercise_set_file.h"
#include "amends/training/practice_days.h"
#include "amends/training/progress_json.h"
#include "amends/training/set_standing.h"
#include "tools/train/exercise_flags.h"
#include "tools/train/progress_flags.h"
#include "tools/train/trainer_flags.h"

namespace amends {
namespace {

using training::Assignment;
using training::ExerciseSet;
using training::Person;
using training::Progress;

struct SetsFlags {
  ExerciseFlags from;
  WhoFlags who;
  std::string file;
  std::string at;
};

// As it is in the file, with its id: who trains by the file and who trains by what was
// given to them work on the same set.
void Keep(Progress& progress, const ExerciseSet& set) {
  const std::vector<ExerciseSet> kept = progress.Sets();
  const auto here = std::ranges::find(kept, set.id, &ExerciseSet::id);
  if (here != kept.end()) {
    if (here->name == set.name && here->exercises == set.exercises &&
        here->due == set.due) {
      return;
    }
    throw std::runtime_error(fmt::format(
        "Another set of the id “{}” is kept already: “{}”. Without “id” in the file it "
        "becomes a new one.",
        set.id, here->name));
  }
  training::ProgressContents contents;
  contents.sets.push_back({set, {}, {}});
  progress.Import(ProgressJson(contents));
}

int Assign(const SetsFlags& flags) {
  if (flags.who.person.empty() && (!flags.who.team || flags.who.team->empty())) {
    throw std::runtime_error("To whom? --team TEAM, or --person NAME.");
  }
  const Engine engine = Engine::Load(OptionsNear(flags.from.engine, "."));
  const auto catalogue = training::Load(FoldersOf(flags.from), engine);
  ExerciseSet set = training::LoadSet(flags.file, &catalogue);
  set.created = NowOr(flags.at);
  Progress progress(ProgressFileOf(flags.who.progress));
  Assignment assignment{set.id, "", ""};
  std::string whom;
  if (flags.who.person.empty()) {
    whom = assignment.team = training::TidyName(*flags.who.team).value_or("");
    if (whom.empty()) throw std::runtime_error("A team needs a name, on one line.");
  } else {
    const Person person = ThePersonOf(progress, flags.who);
    assignment.person = person.id;
    whom = person.name;
  }
  Keep(progress, set);
  progress.Assign(assignment);
  fmt::print("“{}” is given to {}.\n", set.name, whom);
  if (flags.who.person.empty() && progress.Persons(whom).empty()) {
    fmt::print("Nobody is in that team yet; whoever joins it has the set.\n");
  }
  return 0;
}

std::string About(const ExerciseSet& set) {
  const size_t count = set.exercises.size();
  std::string about = fmt::format("{}: {} exercise{}", report::OneLine(set.name), count,
                                  count == 1 ? "" : "s");
  if (set.due != 0) about += ", due " + training::WriteDay(training::DayOf(set.due, 0));
  return about;
}

std::string NameOf(const Person& person) {
  return report::OneLine(person.team.empty() ? person.name
                                             : person.name + " (" + person.team + ")");
}

int Sets(const SetsFlags& flags) {
  const Progress progress = ExistingProgress(flags.who);
  const std::vector<Person> people = PeopleOf(progress, flags.who);
  const int64_t now = NowOr(flags.at);
  const std::vector<ExerciseSet> sets = progress.Sets();
  if (sets.empty()) fmt::print("No set has been given to anybody yet.\n");
  for (const ExerciseSet& set : sets) {
    fmt::print("{}\n", About(set));
    bool given = false;
    for (const Person& person : people) {
      const std::vector<ExerciseSet> theirs = progress.SetsOf(person.id);
      if (std::ranges::count(theirs, set.id, &ExerciseSet::id) == 0) continue;
      given = true;
      const auto standing = training::StandingIn(set, progress.AnswersOf(person.id));
      fmt::print("  {}: {}\n", NameOf(person), training::Describe(set, standing, now));
    }
    if (!given) fmt::print("  Nobody of those asked for has it.\n");
  }
  return 0;
}

}  // namespace

void AddSetsCommands(CLI::App& app, int& exit_code) {
  auto flags = std::make_shared<SetsFlags>();
  CLI::App* assign =
      app.add_subcommand("assign", "For trainers: give a set to a team or a person");
  assign->add_option("SET", flags->file, "The file of a set (amends exercises set)")
      ->required();
  AddWhoFlags(*assign, flags->who);
  assign->add_option("--at", flags->at)->group("");
  AddExerciseFlags(*assign, flags->from);
  assign->footer("Example:\n  amends train assign week-1.json --team \"Front desk\"");
  assign->callback([flags, &exit_code] { exit_code = Assign(*flags); });
  CLI::App* sets = app.add_subcommand(
      "sets", "For trainers: which sets were given, and how far everybody is");
  AddWhoFlags(*sets, flags->who);
  sets->add_option("--at", flags->at)->group("");
  sets->callback([flags, &exit_code] { exit_code = Sets(*flags); });
}

}  // namespace amends
