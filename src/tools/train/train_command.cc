#include "tools/train/train_command.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <optional>
#include <random>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "amends/engine.h"
#include "amends/input/moment.h"
#include "amends/training/catalogue.h"
#include "amends/training/exercise_set_file.h"
#include "amends/training/progress.h"
#include "tools/flags/terminal.h"
#include "tools/flags/usage.h"
#include "tools/train/curses_desk.h"
#include "tools/train/exercise_flags.h"
#include "tools/train/people_commands.h"
#include "tools/train/plain_desk.h"
#include "tools/train/progress_flags.h"
#include "tools/train/report_command.h"
#include "tools/train/screen.h"
#include "tools/train/sets_command.h"
#include "tools/train/trainee.h"
#include "tools/train/trainer_flags.h"
#include "tools/train/training_session.h"
#include "tools/train/xapi_command.h"

namespace amends {
namespace {

using training::Catalogue;
using training::Exercise;

struct TrainFlags {
  ExerciseFlags from;
  std::string progress;
  std::string name;
  std::optional<std::string> team;
  std::string set;
  SessionPlan plan;
  std::string at;
  bool plain = false;
};

std::string WhyNoTime(const std::string& text) {
  const auto moment = input::ReadMoment(text);
  return moment && moment->has_zone ? "" : "“" + text + "” is no time with its zone";
}

// At a time that was given nothing is left to chance.
SessionSources SourcesAt(const std::string& at) {
  SessionSources sources;
  sources.now = [at] { return NowOr(at); };
  sources.random = [at] { return at.empty() ? std::random_device{}() : 0; };
  sources.offset_minutes = OffsetMinutesAt(sources.now());
  return sources;
}

std::unique_ptr<Desk> DeskFor(const TrainFlags& flags) {
  if (!flags.plain && CanBeScreen()) return std::make_unique<CursesDesk>();
  return std::make_unique<PlainDesk>(stdin, stdout, WidthOf(stdout));
}

// Whether there is anything that fits.
void ExpectSome(const Catalogue& catalogue, const SessionPlan& plan) {
  const bool any = std::ranges::any_of(
      catalogue.exercises, [&](const Exercise& each) { return plan.Has(each); });
  if (!any) throw std::runtime_error("There are no such exercises here.");
}

int Train(const TrainFlags& flags) {
  SessionPlan plan = flags.plan;
  const Engine engine = Engine::Load(OptionsNear(flags.from.engine, "."));
  const Catalogue catalogue = training::Load(FoldersOf(flags.from), engine);
  if (!flags.set.empty()) plan.set = training::LoadSet(flags.set, &catalogue);
  training::Progress progress(ProgressFileOf(flags.progress));
  ExpectSome(catalogue, plan);
  const SessionSources sources = SourcesAt(flags.at);
  Page sum;
  {
    const std::unique_ptr<Desk> desk = DeskFor(flags);
    const auto trainee = FindTrainee(progress, *desk,
                                     {.name = flags.name,
                                      .team = flags.team,
                                      .may_ask = IsTerminal(stdin),
                                      .now = sources.now()});
    if (!trainee) return 0;
    sum = TrainingSession(*desk, engine, catalogue, progress, *trainee, plan, sources)
              .Run();
  }
  PlainDesk(stdin, stdout, WidthOf(stdout)).Show(sum);
  return 0;
}

void AddFlags(CLI::App& app, TrainFlags& flags) {
  app.add_option("--name", flags.name, "Who you are")->type_name("NAME");
  app.add_option("--team", flags.team, "The team you are in")->type_name("TEAM");
  app.add_flag("--plain", flags.plain,
               "Lines in, lines out: for screen readers and pipes");
  app.add_option("--set", flags.set, "Only the exercises of this set")->type_name("FILE");
  std::vector<std::string> kinds(training::kExerciseKindWords.begin(),
                                 training::kExerciseKindWords.end());
  AddChoice(app, "--kind", flags.plan.kind, std::move(kinds), "Only those of the kind");
  app.add_option("--level", flags.plan.level, "Only those of the level, 1 to 3")
      ->check(CLI::Range(1, 3).description(""))
      ->type_name("N");
  app.add_option("--count", flags.plan.count, "End after so many answers")
      ->check(CLI::Range(1, 1000).description(""))
      ->type_name("N");
  AddProgressFlag(app, flags.progress);
  // A time to do as if it were: for tests.
  app.add_option("--at", flags.at)->check(WhyNoTime)->group("");
  AddExerciseFlags(app, flags.from);
}

}  // namespace

void AddTrainCommands(CLI::App& app, int& exit_code) {
  auto flags = std::make_shared<TrainFlags>();
  AddFlags(app, *flags);
  app.require_subcommand(0, 1);
  AddPeopleCommands(app, exit_code);
  AddReportCommand(app, exit_code);
  AddSetsCommands(app, exit_code);
  AddXapiCommand(app, exit_code);
  app.callback([flags, &app, &exit_code] {
    if (app.get_subcommands().empty()) exit_code = Train(*flags);
  });
}

}  // namespace amends
