#include "tools/amends/incident_command.h"

#include <cstdio>
#include <memory>
#include <string>
#include <variant>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "amends/incident/record_json.h"
#include "amends/incident/recorder.h"
#include "amends/incident/sheet.h"
#include "tools/amends/draft_check.h"
#include "tools/amends/draft_jobs.h"
#include "tools/amends/engine_cache.h"
#include "tools/amends/engine_flags.h"
#include "tools/amends/input_choice.h"
#include "tools/amends/one_draft.h"
#include "tools/amends/terminal.h"
#include "tools/amends/usage.h"

namespace amends {
namespace {

constexpr int kFailed = 2;

struct IncidentFlags {
  std::string path = "-";
  std::string format = "json";
  std::string input = "auto";
  EngineFlags engine;
};

int WriteIncident(const IncidentFlags& flags) {
  if (flags.path == "-" && IsTerminal(stdin)) {
    fmt::print(stderr,
               "Paste the conversation, then press Ctrl-D on a line of its own.\n");
  }
  EngineCache engines(flags.engine);
  DraftJobs jobs({flags.path}, InputOf(flags.input), engines);
  const DraftJob job = jobs.Next().value();
  const auto read = ReadOne(job, "a record is written of one conversation");
  if (const auto* error = std::get_if<input::RecordError>(&read)) {
    fmt::print(stderr, "{}\n", MessageAbout({job.place.file, 0, false}, error->message));
    return kFailed;
  }
  const incident::Record record =
      incident::WriteRecord(std::get<input::Conversation>(read), *job.engine);
  report::Style style;
  style.color = TakesColor(stdout);
  style.width = WidthOf(stdout);
  fmt::print("{}", flags.format == "json" ? incident::RecordJson(record)
                                          : incident::Sheet(record, style));
  return 0;
}

}  // namespace

void AddIncidentCommand(CLI::App& app, int& exit_code) {
  auto flags = std::make_shared<IncidentFlags>();
  CLI::App* command =
      app.add_subcommand("incident", "Write down what happened, from a conversation");
  command->add_option(
      "PATH", flags->path,
      "A conversation: text, e-mail, record; - or none is standard input");
  AddChoice(*command, "--format,-f", flags->format, {"json", "pretty"},
            "Write the record as");
  AddInputChoice(*command, flags->input);
  AddEngineFlags(*command, flags->engine);
  command->footer(
      "Examples:\n"
      "  amends incident --format pretty mail.eml\n"
      "  amends incident case.json | amends check --input record -\n"
      "docs/incident.md describes the record. Exit code: 0 written, 2 it could not be.");
  command->callback([flags, &exit_code] { exit_code = WriteIncident(*flags); });
}

}  // namespace amends
