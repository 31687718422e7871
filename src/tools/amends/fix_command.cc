#include "tools/amends/fix_command.h"

#include <cstdio>
#include <filesystem>
#include <memory>
#include <string>
#include <system_error>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "amends/report/counted.h"
#include "amends/report/diff.h"
#include "tools/amends/fix_dialog.h"
#include "tools/amends/input_choice.h"
#include "tools/amends/kept_original.h"
#include "tools/amends/one_draft.h"
#include "tools/amends/project_suppressions.h"
#include "tools/flags/terminal.h"
#include "tools/flags/engine_flags.h"
#include "tools/flags/exit_code.h"
#include "tools/flags/usage.h"

namespace amends {
namespace {

namespace fs = std::filesystem;

constexpr int kSomethingLeft = 1;

struct FixFlags {
  std::string path;
  std::string input = "auto";
  EngineFlags engine;
};

// Where suppressions for the draft go.
fs::path ConfigFor(const FixFlags& flags) {
  const fs::path draft = flags.path;
  const fs::path config = OptionsNear(flags.engine, draft).config;
  return config.empty() ? draft.parent_path() / "amends.json" : config;
}

// The exit code of what is left after the repair.
int ExitCode(const Repair& repair) {
  return repair.result().verdict == Verdict::kBlock ? kSomethingLeft : 0;
}

int Keep(const FixFlags& flags, const DraftJob& job, const Repair& repair) {
  try {
    if (repair.changes() > 0) {
      const fs::path original = ReplaceKeeping(flags.path, job.bytes, repair.bytes());
      fmt::print("Wrote {}; as it was before it is in {}.\n", flags.path,
                 original.string());
    }
    const fs::path config = ConfigFor(flags);
    const size_t ignored = AddSuppressions(config, repair.skipped());
    if (ignored > 0) {
      fmt::print("Wrote {} to {}.\n", report::Counted(ignored, "suppression"),
                 config.string());
    }
  } catch (const std::exception& error) {
    fmt::print(stderr, "{}\n", error.what());
    return kFailed;
  }
  return ExitCode(repair);
}

// What was decided, and as a difference what it comes to.
void Sum(const FixFlags& flags, const DraftJob& job, const Repair& repair) {
  size_t ignored = 0;
  for (const Repair::Skipped& each : repair.skipped()) ignored += !each.reason.empty();
  fmt::print("\n{}, {} skipped, {} to be ignored.\n",
             report::Counted(repair.changes(), "change"),
             repair.skipped().size() - ignored, ignored);
  if (repair.changes() == 0) return;
  fmt::print("{}{}", report::DiffHead(flags.path),
             report::DiffHunks(job.bytes, repair.bytes()));
}

int Fix(const FixFlags& flags, const DraftJob& job) {
  if (!job.why_not_mended.empty()) {
    fmt::print(stderr, "{}\n", MessageAbout(job.place, job.why_not_mended));
    return kFailed;
  }
  Repair repair(*job.engine, job.format, job.bytes);
  if (repair.current() == nullptr) {
    fmt::print("Nothing to mend. Good to send.\n");
    return 0;
  }
  const report::Style style = StyleFor(stdout);
  FixDialog dialog(repair, flags.path, stdin, style);
  const Ending ending = dialog.Run();
  const bool any = repair.changes() > 0 || !repair.skipped().empty();
  if (any) Sum(flags, job, repair);
  if (ending != Ending::kAbandoned && any) {
    const auto keep = repair.changes() > 0
                          ? dialog.Ask(fmt::format("Write {}?", flags.path))
                          : std::optional(true);
    if (keep.value_or(false)) return Keep(flags, job, repair);
  }
  fmt::print("Nothing was written.\n");
  return ExitCode(Repair(*job.engine, job.format, job.bytes));
}

int RunFix(const FixFlags& flags) {
  if (flags.path == "-") {
    fmt::print(stderr, "amends fix writes the draft back, so it needs a file.\n");
    return kFailed;
  }
  return UseOne(
      {flags.path, flags.input, flags.engine, "", "one draft is mended at a time"},
      [&flags](const DraftJob& job, const input::Conversation&) {
        return Fix(flags, job);
      });
}

}  // namespace

void AddFixCommand(CLI::App& app, int& exit_code) {
  auto flags = std::make_shared<FixFlags>();
  CLI::App* command =
      app.add_subcommand("fix", "Mend a draft step by step: you decide, it writes");
  command->add_option("FILE", flags->path, "A draft: text, e-mail, HTML, record")
      ->required();
  AddInputChoice(*command, flags->input);
  AddEngineFlags(*command, flags->engine);
  command->footer(
      "Example:\n"
      "  amends fix reply.txt\n"
      "At each finding take a proposal, fill its blanks, write your own words, leave it "
      "or\nignore it with a reason. The file is written at the end, when you say so, and "
      "what it\nwas before stays in FILE.orig. Exit code: 0 no error is left, 1 one is, "
      "2 "
      "it could not\nbe read or written.");
  command->callback([flags, &exit_code] { exit_code = RunFix(*flags); });
}

}  // namespace amends
