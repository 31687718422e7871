// The command `amends`: one subcommand a file, named NAME_command.
#include <cstdio>
#include <cstring>
#include <exception>
#include <string>

#include <CLI/CLI.hpp>

#include "tools/amends/check_command.h"
#include "tools/amends/coach_command.h"
#include "tools/amends/eval_command.h"
#include "tools/amends/fix_command.h"
#include "tools/amends/incident_command.h"
#include "tools/amends/other_programs.h"
#include "tools/amends/pack_command.h"
#include "tools/amends/rules_command.h"
#include "tools/flags/exit_code.h"
#include "tools/flags/usage.h"

namespace {

void GroupCommands(CLI::App& app) {
  for (CLI::App* command : app.get_subcommands(nullptr)) {
    command->group("Commands");
    GroupCommands(*command);
  }
}

int Run(int argc, char** argv) {
  int exit_code = 0;
  CLI::App app("A linter and coach for replies to customers when something went wrong.",
               "amends");
  amends::UsePlainHelp(app);
  app.set_version_flag("--version", "amends " AMENDS_VERSION, "Print the version");
  app.require_subcommand(1);
  amends::AddCheckCommand(app, exit_code);
  amends::AddCoachCommand(app, exit_code);
  amends::AddFixCommand(app, exit_code);
  amends::AddIncidentCommand(app, exit_code);
  amends::AddCommandsOfOthers(app);
  amends::AddRulesCommand(app, exit_code);
  amends::AddPackCommand(app, exit_code);
  amends::AddEvalCommand(app, exit_code);
  GroupCommands(app);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return amends::ExplainUsage(app, error);
  }
  return exit_code;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc == 2 && std::strcmp(argv[1], "--version") == 0) {
    return std::puts("amends " AMENDS_VERSION) < 0 ? amends::kFailed : 0;
  }
  try {
    amends::BecomeOther(argc, argv);
    return Run(argc, argv);
  } catch (const std::exception& error) {
    const std::string message = error.what();
    std::fprintf(stderr, "%s%s", message.c_str(), message.ends_with('\n') ? "" : "\n");
    return amends::kFailed;
  }
}
