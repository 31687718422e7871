#include "tools/amends/check_command.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <memory>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "amends/report/format.h"
#include "tools/amends/check_run.h"
#include "tools/amends/input_choice.h"
#include "tools/flags/engine_flags.h"
#include "tools/flags/usage.h"

namespace amends {
namespace {

struct CheckFlags {
  std::vector<std::string> paths;
  std::string format = "pretty";
  std::string input = "auto";
  std::string channel;
  std::string fail_on = "error";
  bool fix = false;
  bool diff = false;
  bool verbose = false;
  unsigned jobs = 0;
  EngineFlags engine;
};

template <typename Value>
struct Word {
  std::string_view word;
  Value value;
};

constexpr std::array<Word<input::Channel>, 4> kChannels = {{
    {"email", input::Channel::kEmail},
    {"chat", input::Channel::kChat},
    {"public", input::Channel::kPublic},
    {"phone", input::Channel::kPhone},
}};

constexpr std::array<Word<pack::Severity>, 4> kSeverities = {{
    {"error", pack::Severity::kError},
    {"warning", pack::Severity::kWarning},
    {"info", pack::Severity::kInfo},
    {"hint", pack::Severity::kHint},
}};

template <typename Value, size_t N>
std::vector<std::string> WordsOf(const std::array<Word<Value>, N>& table) {
  std::vector<std::string> words;
  for (const auto& row : table) words.emplace_back(row.word);
  return words;
}

// The word has passed AddChoice.
template <typename Value, size_t N>
Value ValueOf(const std::array<Word<Value>, N>& table, std::string_view word) {
  return std::ranges::find(table, word, &Word<Value>::word)->value;
}

std::vector<std::string> FormatNames() {
  std::vector<std::string> names;
  for (const report::Format& format : report::Formats()) names.emplace_back(format.name);
  return names;
}

// As a shell takes it.
std::string Quoted(const std::string& path) {
  const bool plain = std::ranges::all_of(path, [](char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 ||
           std::string_view("._-/+,:@%").find(c) != std::string_view::npos;
  });
  if (plain) return path;
  std::string quoted = "'";
  for (const char c : path)
    quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return quoted + "'";
}

// What makes the safe changes: the whole command, where it is that simple.
std::string FixCommand(const CheckFlags& flags) {
  if (flags.fix) return "";
  const EngineFlags& engine = flags.engine;
  const bool simple = flags.paths.size() == 1 && flags.paths[0] != "-" &&
                      flags.input == "auto" && flags.channel.empty() &&
                      engine.packs.empty() && engine.profile.empty() &&
                      engine.config.empty() && engine.core.empty() && !engine.no_config;
  return simple ? fmt::format("amends check --fix {}", Quoted(flags.paths[0])) : "--fix";
}

CheckRequest RequestOf(const CheckFlags& flags) {
  CheckRequest request;
  request.paths = flags.paths;
  if (request.paths.empty()) request.paths.emplace_back("-");
  request.input = InputOf(flags.input);
  request.engine = flags.engine;
  request.threads =
      flags.jobs > 0 ? flags.jobs : std::max(1u, std::thread::hardware_concurrency());
  CheckPlan& plan = request.plan;
  plan.format = report::FindFormat(flags.format);
  if (!flags.channel.empty()) plan.channel = ValueOf(kChannels, flags.channel);
  plan.mending = flags.fix ? Mending::kFix : flags.diff ? Mending::kDiff : Mending::kNone;
  plan.style.verbose = flags.verbose;
  plan.style.version = AMENDS_VERSION;
  plan.style.fail_on = ValueOf(kSeverities, flags.fail_on);
  plan.style.fix_command = FixCommand(flags);
  return request;
}

void AddFlags(CLI::App& command, CheckFlags& flags) {
  command.add_option("PATH", flags.paths,
                     "Drafts: texts, e-mails, records; - or none is standard input");
  AddChoice(command, "--format,-f", flags.format, FormatNames(), "Write the report as");
  AddInputChoice(command, flags.input);
  AddChoice(command, "--channel", flags.channel, WordsOf(kChannels),
            "Where the reply will be read");
  AddChoice(command, "--fail-on", flags.fail_on, WordsOf(kSeverities),
            "Exit with 1 from this severity up");
  CLI::Option* fix =
      command.add_flag("--fix", flags.fix, "Make the safe changes in the files");
  command.add_flag("--diff", flags.diff, "Show what --fix would change")->excludes(fix);
  command
      .add_option("--jobs,-j", flags.jobs,
                  "Threads for many drafts; all cores if not given")
      ->check(CLI::Range(1, 256).description(""))
      ->type_name("N");
  command.add_flag("--verbose,-v", flags.verbose,
                   "Also say why each thing hurts, and why rules are silent");
  AddEngineFlags(command, flags.engine);
}

}  // namespace

void AddCheckCommand(CLI::App& app, int& exit_code) {
  auto flags = std::make_shared<CheckFlags>();
  CLI::App* command = app.add_subcommand("check", "Check drafts before they are sent");
  AddFlags(*command, *flags);
  command->footer(
      "Examples:\n"
      "  amends check reply.txt\n"
      "  amends check --fix drafts/*.eml\n"
      "  amends check --format jsonl replies.jsonl\n"
      "Exit code: 0 nothing at or above --fail-on, 1 something, 2 it could not be "
      "checked.");
  command->callback([flags, &exit_code] { exit_code = RunCheck(RequestOf(*flags)); });
}

}  // namespace amends
