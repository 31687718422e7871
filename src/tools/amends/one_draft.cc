#include "tools/amends/one_draft.h"

#include <cstdio>
#include <variant>

#include <fmt/format.h>

#include "amends/input/source.h"
#include "tools/amends/draft_jobs.h"
#include "tools/amends/engine_cache.h"
#include "tools/amends/input_choice.h"
#include "tools/flags/exit_code.h"
#include "tools/flags/terminal.h"
#include "tools/flags/usage.h"

namespace amends {
namespace {

std::variant<input::Conversation, input::RecordError> Read(const DraftJob& job,
                                                           const std::string& because) {
  if (job.failure) return *job.failure;
  if (job.place.line > 0 || job.ends_lines) {
    return input::RecordError{"format", because + ", and this file holds several"};
  }
  return input::Read(job.format, job.bytes);
}

}  // namespace

int UseOne(const OneDraft& draft,
           const std::function<int(const DraftJob& job,
                                   const input::Conversation& conversation)>& use) {
  if (draft.path == "-" && IsTerminal(stdin)) {
    fmt::print(stderr, "Paste {}, then press Ctrl-D on a line of its own.\n",
               draft.paste);
  }
  EngineCache engines(draft.engine);
  DraftJobs jobs({draft.path}, InputOf(draft.input), engines);
  const DraftJob job = jobs.Next().value();
  const auto read = Read(job, draft.because);
  if (const auto* error = std::get_if<input::RecordError>(&read)) {
    fmt::print(stderr, "{}\n", MessageAbout({job.place.file, 0, false}, error->message));
    return kFailed;
  }
  return use(job, std::get<input::Conversation>(read));
}

}  // namespace amends
