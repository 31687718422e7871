#include "tools/amends/coach_command.h"

#include <cstdio>
#include <memory>
#include <string>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "amends/report/coaching.h"
#include "tools/amends/input_choice.h"
#include "tools/amends/one_draft.h"
#include "tools/flags/terminal.h"
#include "tools/flags/engine_flags.h"
#include "tools/flags/usage.h"

namespace amends {
namespace {

struct CoachFlags {
  std::string path = "-";
  std::string format = "pretty";
  std::string input = "auto";
  EngineFlags engine;
};

std::string Report(const CoachFlags& flags, const report::CoachedDraft& draft) {
  if (flags.format == "json") return report::CoachingJson(draft);
  if (flags.format == "html") return report::CoachingHtml(draft);
  if (flags.format == "markdown") return report::CoachingMarkdown(draft);
  return report::CoachingPretty(draft, StyleFor(stdout));
}

int CoachOne(const CoachFlags& flags) {
  return UseOne(
      {flags.path, flags.input, flags.engine, "the reply", "coaching is about one draft"},
      [&flags](const DraftJob& job, const input::Conversation& conversation) {
        const Engine& engine = *job.engine;
        const Result result = engine.Check(conversation);
        const coach::Coaching coaching = engine.Coach(conversation, result);
        fmt::print("{}", Report(flags, {job.place.file, conversation, result, coaching}));
        return 0;
      });
}

}  // namespace

void AddCoachCommand(CLI::App& app, int& exit_code) {
  auto flags = std::make_shared<CoachFlags>();
  CLI::App* command = app.add_subcommand(
      "coach", "Say what is good in a draft, what it lacks, and outline a better one");
  command->add_option("PATH", flags->path,
                      "A draft: text, e-mail, record; - or none is standard input");
  AddChoice(*command, "--format,-f", flags->format,
            {"pretty", "json", "html", "markdown"}, "Write it as");
  AddInputChoice(*command, flags->input);
  AddEngineFlags(*command, flags->engine);
  command->footer(
      "Examples:\n"
      "  amends coach reply.txt\n"
      "  amends coach --format html mail.eml > coach.html\n"
      "docs/coach.md explains the steps and the score. Exit code: 0 written, 2 it could "
      "not be read.");
  command->callback([flags, &exit_code] { exit_code = CoachOne(*flags); });
}

}  // namespace amends
