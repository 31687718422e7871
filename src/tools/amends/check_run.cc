#include "tools/amends/check_run.h"

#include <algorithm>
#include <cstdio>
#include <utility>

#include <fmt/format.h>

#include "tools/amends/draft_jobs.h"
#include "tools/amends/engine_cache.h"
#include "tools/amends/outcome_writer.h"
#include "tools/amends/stale_suppressions.h"
#include "tools/flags/terminal.h"
#include "tools/drafts/ordered_work.h"

namespace amends {
namespace {

// Completes what only the first draft tells about all of them.
void Complete(CheckPlan& plan, bool many, std::FILE* report_stream) {
  plan.style.many = many;
  plan.style.color = TakesColor(report_stream);
  plan.style.width = WidthOf(report_stream);
}

int ExitCode(const OutcomeWriter& writer, const CheckPlan& plan) {
  if (writer.failed()) return 2;
  return writer.totals().AtLeast(plan.style.fail_on) > 0 ? 1 : 0;
}

}  // namespace

int RunCheck(CheckRequest request) {
  CheckPlan& plan = request.plan;
  const bool reads_stdin = std::ranges::count(request.paths, "-") > 0;
  if (reads_stdin && IsTerminal(stdin)) {
    fmt::print(stderr,
               "Write or paste the draft, then press Ctrl-D on a line of its own.\n");
  }
  EngineCache engines(request.engine);
  DraftJobs jobs(request.paths, request.input, engines);
  std::optional<DraftJob> first = jobs.Next();
  const bool lines = first && first->place.line + (first->ends_lines ? 1 : 0) > 0;
  const bool mended_to_stdout = plan.mending == Mending::kFix && reads_stdin;
  Complete(plan, lines || request.paths.size() > 1, mended_to_stdout ? stderr : stdout);
  OutcomeWriter writer(plan, mended_to_stdout);
  OrderedWork<DraftJob, DraftOutcome>::Run(
      plan.style.many ? request.threads : 1,
      [&] { return first ? std::exchange(first, std::nullopt) : jobs.Next(); },
      [&](DraftJob job) { return CheckDraft(std::move(job), plan); },
      [&](DraftOutcome outcome) { writer.Write(std::move(outcome)); });
  writer.Finish();
  for (const auto& [config, engine] : engines.engines()) {
    const bool with_unused = plan.style.many || plan.style.verbose;
    fmt::print(stderr, "{}",
               TellStale(engine, writer.totals().suppressions, with_unused));
  }
  return ExitCode(writer, plan);
}

}  // namespace amends
