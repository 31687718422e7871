#include "tools/amends/serve_command.h"

#include <cstring>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <system_error>

#include <CLI/CLI.hpp>
#include <unistd.h>

namespace amends {

void AddServeCommands(CLI::App& app) {
  app.add_subcommand("serve", "Answer over HTTP, for helpdesks, editors and browsers");
  app.add_subcommand("overrides", "Show who sent drafts that were held, and why");
}

void BecomeServer(int argc, char** argv) {
  if (argc < 2) return;
  const bool serves = std::strcmp(argv[1], "serve") == 0;
  if (!serves && std::strcmp(argv[1], "overrides") != 0) return;
  std::error_code error;
  const std::filesystem::path self =
      std::filesystem::read_symlink("/proc/self/exe", error);
  const std::string beside = (self.parent_path() / "amends-serve").string();
  // Serving is what it does unless it is told otherwise.
  if (serves) argv[1] = argv[0];
  char** const arguments = serves ? argv + 1 : argv;
  execv(beside.c_str(), arguments);
  execvp("amends-serve", arguments);
  throw std::runtime_error("amends-serve is not there; it belongs beside this program, " +
                           beside);
}

}  // namespace amends
