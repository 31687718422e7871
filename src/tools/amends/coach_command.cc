#include "tools/amends/coach_command.h"

#include <cstdio>
#include <memory>
#include <string>
#include <variant>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "amends/coach/coach.h"
#include "amends/report/coaching.h"
#include "tools/amends/draft_check.h"
#include "tools/amends/draft_jobs.h"
#include "tools/amends/engine_cache.h"
#include "tools/amends/engine_flags.h"
#include "tools/amends/input_choice.h"
#include "tools/amends/one_draft.h"
#include "tools/amends/terminal.h"
#include "tools/amends/usage.h"

namespace amends {
namespace {

constexpr int kFailed = 2;

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
  report::Style style;
  style.color = TakesColor(stdout);
  style.width = WidthOf(stdout);
  return report::CoachingPretty(draft, style);
}

int CoachOne(const CoachFlags& flags) {
  if (flags.path == "-" && IsTerminal(stdin)) {
    fmt::print(stderr, "Paste the reply, then press Ctrl-D on a line of its own.\n");
  }
  EngineCache engines(flags.engine);
  DraftJobs jobs({flags.path}, InputOf(flags.input), engines);
  const DraftJob job = jobs.Next().value();
  const auto read = ReadOne(job, "coaching is about one draft");
  if (const auto* error = std::get_if<input::RecordError>(&read)) {
    fmt::print(stderr, "{}\n", MessageAbout({job.place.file, 0, false}, error->message));
    return kFailed;
  }
  const auto& conversation = std::get<input::Conversation>(read);
  const Result result = job.engine->Check(conversation);
  const coach::Coaching coaching =
      coach::Coach(job.engine->pack(), job.engine->allowances(), conversation, result);
  fmt::print("{}", Report(flags, {job.place.file, conversation, result, coaching}));
  return 0;
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
