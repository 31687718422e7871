#include "tools/train/xapi_command.h"

#include <cstdint>
#include <memory>
#include <set>
#include <stdexcept>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "amends/engine.h"
#include "amends/training/day.h"
#include "amends/training/learner.h"
#include "amends/training/xapi.h"
#include "tools/train/exercise_flags.h"
#include "tools/train/trainer_flags.h"

namespace amends {
namespace {

struct XapiFlags {
  ExerciseFlags from;
  WhoFlags who;
  std::string since;
  std::string until;
  std::string home_page = std::string(training::kNoHomePage);
  std::string out;
  bool names = false;
};

// Accounts are told apart by nothing but their names.
void CheckNames(const std::vector<training::PersonEntries>& people) {
  std::set<std::string> names;
  for (const training::PersonEntries& each : people) {
    if (names.insert(each.person.name).second) continue;
    throw std::runtime_error(fmt::format(
        "There are several “{}”, whose accounts would be one: leave --names out, or take "
        "one team with --team.",
        each.person.name));
  }
}

int Run(const XapiFlags& flags) {
  if (!training::IsHomePage(flags.home_page)) {
    throw std::runtime_error(fmt::format(
        "“{}” is no address; write it as https://people.example.com/.", flags.home_page));
  }
  const Engine engine = Engine::Load(OptionsNear(flags.from.engine, "."));
  const auto catalogue = training::Load(FoldersOf(flags.from), engine);
  const training::Progress progress = ExistingProgress(flags.who);
  const std::vector<training::PersonEntries> people = EntriesOf(progress, flags.who);
  if (flags.names) CheckNames(people);
  const std::vector<training::ExerciseSet> sets = progress.Sets();
  training::XapiRequest request{.people = people, .sets = sets, .catalogue = catalogue};
  request.home_page = flags.home_page;
  request.names = flags.names;
  if (const auto since = DayFrom(flags.since)) {
    request.since = *since * training::kSecondsADay;
  }
  if (const auto until = DayFrom(flags.until)) {
    request.until = training::EndOfDay(*until);
  }
  WriteOut(flags.out, XapiStatements(request));
  return 0;
}

}  // namespace

void AddXapiCommand(CLI::App& app, int& exit_code) {
  auto flags = std::make_shared<XapiFlags>();
  CLI::App* one = app.add_subcommand(
      "xapi", "For trainers: answers as statements for a learning record store");
  AddWhoFlags(*one, flags->who);
  one->add_option("--since", flags->since, "Answers from this day on, UTC")
      ->type_name("DAY");
  one->add_option("--until", flags->until, "And up to this day, UTC")->type_name("DAY");
  one->add_option("--home-page", flags->home_page,
                  "The address of the system that the accounts belong to")
      ->type_name("URL");
  one->add_flag("--names", flags->names, "With people's names instead of their ids");
  one->add_option("--out", flags->out, "Write it to this new file")->type_name("FILE");
  AddExerciseFlags(*one, flags->from);
  one->footer(
      "Example:\n  amends train xapi --since 2026-10-01 --home-page "
      "https://people.example.com/ --out october.json");
  one->callback([flags, &exit_code] { exit_code = Run(*flags); });
}

}  // namespace amends
