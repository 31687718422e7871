#include "tools/amends/pack_command.h"

#include <cstdio>
#include <memory>
#include <string>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "amends/pack/pack_template.h"
#include "tools/flags/exit_code.h"

namespace amends {
namespace {

int New(const std::string& folder) {
  if (const auto problem = pack::WriteTemplate(folder)) {
    fmt::print(stderr, "{}", pack::Format(*problem));
    return kFailed;
  }
  fmt::print(
      "Made {0}. Change what is in it, then try it:\n"
      "  amends rules test --pack {0}\n"
      "  amends check --pack {0} DRAFT\n",
      folder);
  return 0;
}

}  // namespace

void AddPackCommand(CLI::App& app, int& exit_code) {
  CLI::App* command = app.add_subcommand("pack", "Make a pack of your own");
  command->require_subcommand(1);
  auto folder = std::make_shared<std::string>();
  CLI::App* fresh = command->add_subcommand("new", "Write a pack to start from");
  fresh->add_option("DIR", *folder, "The folder to make")->required();
  fresh->footer("Example:\n  amends pack new house");
  fresh->callback([folder, &exit_code] { exit_code = New(*folder); });
}

}  // namespace amends
