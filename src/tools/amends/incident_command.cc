#include "tools/amends/incident_command.h"

#include <cstdio>
#include <memory>
#include <string>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "amends/incident/record_json.h"
#include "amends/incident/recorder.h"
#include "amends/incident/sheet.h"
#include "tools/amends/input_choice.h"
#include "tools/amends/one_draft.h"
#include "tools/flags/terminal.h"
#include "tools/flags/engine_flags.h"
#include "tools/flags/usage.h"

namespace amends {
namespace {

struct IncidentFlags {
  std::string path = "-";
  std::string format = "json";
  std::string input = "auto";
  EngineFlags engine;
};

int WriteIncident(const IncidentFlags& flags) {
  return UseOne({flags.path, flags.input, flags.engine, "the conversation",
                 "a record is written of one conversation"},
                [&flags](const DraftJob& job, const input::Conversation& conversation) {
                  const incident::Record record =
                      incident::WriteRecord(conversation, *job.engine);
                  fmt::print("{}", flags.format == "json"
                                       ? incident::RecordJson(record)
                                       : incident::Sheet(record, StyleFor(stdout)));
                  return 0;
                });
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
