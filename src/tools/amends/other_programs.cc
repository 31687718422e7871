#include "tools/amends/other_programs.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <string_view>
#include <system_error>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <unistd.h>

namespace amends {
namespace {

// Whether a program is told by which of its commands it was called: what it does unless
// it is told otherwise needs no name.
enum class Told : uint8_t { kCommand, kNothing };

struct OtherCommand {
  const char* name;
  const char* about;
  const char* program;
  Told told = Told::kCommand;
};

constexpr std::array<OtherCommand, 4> kCommands = {{
    {"serve", "Answer over HTTP, for helpdesks, editors and browsers", "amends-serve",
     Told::kNothing},
    {"overrides", "Show who sent drafts that were held, and why", "amends-serve"},
    {"train", "Practise, a few minutes a day", "amends-train"},
    {"exercises", "What there is to practise; try exercises of your own", "amends-train"},
}};

}  // namespace

void AddCommandsOfOthers(CLI::App& app) {
  for (const OtherCommand& each : kCommands) app.add_subcommand(each.name, each.about);
}

void BecomeOther(int argc, char** argv) {
  if (argc < 2) return;
  const auto* const command = std::ranges::find(
      kCommands, std::string_view(argv[1]),
      [](const OtherCommand& each) { return std::string_view(each.name); });
  if (command == kCommands.end()) return;
  std::error_code error;
  const std::filesystem::path self =
      std::filesystem::read_symlink("/proc/self/exe", error);
  const std::string beside = (self.parent_path() / command->program).string();
  const bool shift = command->told == Told::kNothing;
  if (shift) argv[1] = argv[0];
  char** const arguments = shift ? argv + 1 : argv;
  execv(beside.c_str(), arguments);
  execvp(command->program, arguments);
  throw std::runtime_error(fmt::format(
      "{} is not there; it belongs beside this program, {}", command->program, beside));
}

}  // namespace amends
