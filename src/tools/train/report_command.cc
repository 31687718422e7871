#include "tools/train/report_command.h"

#include <cstdio>
#include <memory>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>

#include "amends/engine.h"
#include "amends/training/team_report.h"
#include "amends/training/team_report_text.h"
#include "tools/flags/terminal.h"
#include "tools/flags/usage.h"
#include "tools/train/exercise_flags.h"
#include "tools/train/trainer_flags.h"

namespace amends {
namespace {

struct ReportFlags {
  ExerciseFlags from;
  WhoFlags who;
  std::string since;
  std::string until;
  std::string format = "pretty";
  std::string out;
  std::string at;
};

training::Report Make(const ReportFlags& flags) {
  const Engine engine = Engine::Load(OptionsNear(flags.from.engine, "."));
  const auto catalogue = training::Load(FoldersOf(flags.from), engine);
  const std::vector<training::PersonEntries> people =
      EntriesOf(ExistingProgress(flags.who), flags.who);
  training::ReportRequest request{
      .people = people, .catalogue = catalogue, .summaries = {}};
  for (const pack::Rule& rule : engine.pack().rules) {
    request.summaries[rule.id] = rule.summary;
  }
  request.now = NowOr(flags.at);
  request.since = DayFrom(flags.since);
  request.until = DayFrom(flags.until);
  request.offset_minutes = OffsetMinutesAt(request.now);
  return ReportOf(request);
}

std::string TextOf(const training::Report& report, const ReportFlags& flags) {
  if (flags.format == "html") return ReportHtml(report);
  if (flags.format == "csv") return ReportCsv(report);
  if (flags.format == "json") return ReportJson(report);
  return ReportPretty(report, WidthOf(stdout));
}

int Run(const ReportFlags& flags) {
  WriteOut(flags.out, TextOf(Make(flags), flags));
  return 0;
}

}  // namespace

void AddReportCommand(CLI::App& app, int& exit_code) {
  auto flags = std::make_shared<ReportFlags>();
  CLI::App* one =
      app.add_subcommand("report", "For trainers: how it goes, whom to help with what");
  AddWhoFlags(*one, flags->who);
  one->add_option("--since", flags->since, "Answers from this day on")->type_name("DAY");
  one->add_option("--until", flags->until, "And up to this day")->type_name("DAY");
  AddChoice(*one, "--format", flags->format, {"pretty", "html", "csv", "json"}, "As");
  one->add_option("--out", flags->out, "Write it to this new file")->type_name("FILE");
  one->add_option("--at", flags->at)->group("");
  AddExerciseFlags(*one, flags->from);
  one->footer(
      "Example:\n  amends train report --team \"Front desk\" --format html --out "
      "report.html");
  one->callback([flags, &exit_code] { exit_code = Run(*flags); });
}

}  // namespace amends
