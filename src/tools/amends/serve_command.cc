#include "tools/amends/serve_command.h"

#include <cstring>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <system_error>

#include <CLI/CLI.hpp>
#include <unistd.h>

namespace amends {

void AddServeCommand(CLI::App& app) {
  app.add_subcommand("serve", "Answer over HTTP, for helpdesks, editors and browsers");
}

void BecomeServer(int argc, char** argv) {
  if (argc < 2 || std::strcmp(argv[1], "serve") != 0) return;
  std::error_code error;
  const std::filesystem::path self =
      std::filesystem::read_symlink("/proc/self/exe", error);
  const std::string beside = (self.parent_path() / "amends-serve").string();
  argv[1] = argv[0];
  execv(beside.c_str(), argv + 1);
  execvp("amends-serve", argv + 1);
  throw std::runtime_error("amends-serve is not there; it belongs beside this program, " +
                           beside);
}

}  // namespace amends
