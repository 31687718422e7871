// The program behind `amends train` and `amends exercises`.
#include <array>
#include <cstdio>
#include <exception>
#include <string>
#include <string_view>

#include <CLI/CLI.hpp>

#include "tools/flags/exit_code.h"
#include "tools/flags/usage.h"
#include "tools/train/exercises_command.h"
#include "tools/train/train_command.h"

namespace {

struct Command {
  std::string_view name;
  const char* full_name;
  const char* about;
  void (*add)(CLI::App& app, int& exit_code);
};

constexpr std::array<Command, 2> kCommands = {{
    {"train", "amends train",
     "Practise replies to customers when something went wrong, a few minutes a day.",
     amends::AddTrainCommands},
    {"exercises", "amends exercises",
     "Exercises: what there is, whether it holds, new ones.",
     amends::AddExercisesCommands},
}};

int Run(const Command& command, int argc, char** argv) {
  int exit_code = 0;
  CLI::App app(command.about, command.full_name);
  amends::UsePlainHelp(app);
  command.add(app, exit_code);
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
    for (const Command& command : kCommands) {
      if (argc > 1 && argv[1] == command.name) return Run(command, argc - 1, argv + 1);
    }
    std::fputs("This is the program behind amends train and amends exercises.\n", stderr);
    return amends::kFailed;
  } catch (const std::exception& error) {
    const std::string message = error.what();
    std::fprintf(stderr, "%s%s", message.c_str(), message.ends_with('\n') ? "" : "\n");
    return amends::kFailed;
  }
}
