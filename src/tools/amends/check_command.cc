#include "tools/amends/check_command.h"

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <iterator>
#include <memory>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "amends/engine.h"
#include "tools/amends/engine_flags.h"

namespace amends {
namespace {

struct CheckFlags {
  std::vector<std::string> paths;
  EngineFlags engine;
};

int Check(const CheckFlags& flags) {
  bool errors = false;
  for (const std::string& path : flags.paths) {
    std::ifstream file(path, std::ios::binary);
    input::Conversation conversation;
    conversation.text.assign(std::istreambuf_iterator<char>(file), {});
    const Engine engine = Engine::Load(OptionsNear(flags.engine, path));
    for (const Finding& finding : engine.Check(conversation).findings) {
      fmt::print("{}:{}: {} [{}]\n", path, finding.span.start, finding.message,
                 finding.rule->id);
      errors = errors || finding.severity == pack::Severity::kError;
    }
  }
  return errors ? 1 : 0;
}

}  // namespace

void AddCheckCommand(CLI::App& app, int& exit_code) {
  auto flags = std::make_shared<CheckFlags>();
  CLI::App* command = app.add_subcommand("check", "Check drafts before they are sent");
  command->add_option("PATH", flags->paths, "Drafts; none or - is standard input");
  AddEngineFlags(*command, flags->engine);
  command->callback([flags, &exit_code] { exit_code = Check(*flags); });
}

}  // namespace amends
