// The program behind `amends train` and `amends exercises`.
#include <cstdio>
#include <cstring>
#include <exception>

#include <CLI/CLI.hpp>

#include "tools/flags/usage.h"
#include "tools/train/exercises_command.h"

namespace {

constexpr int kFailed = 2;  // usage, load or input error

int Run(int argc, char** argv) {
  int exit_code = 0;
  CLI::App app("Exercises: what there is, whether it holds, new ones.",
               "amends exercises");
  amends::UsePlainHelp(app);
  amends::AddExercisesCommands(app, exit_code);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return amends::ExplainUsage(app, error);
  }
  return exit_code;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    if (argc > 1 && std::strcmp(argv[1], "exercises") == 0)
      return Run(argc - 1, argv + 1);
    return kFailed;
  } catch (const std::exception& error) {
    const std::string message = error.what();
    std::fprintf(stderr, "%s%s", message.c_str(), message.ends_with('\n') ? "" : "\n");
    return kFailed;
  }
}
