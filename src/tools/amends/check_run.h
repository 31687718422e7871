// One run of amends check: drafts in, a report out.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "amends/input/source.h"
#include "tools/drafts/draft_check.h"
#include "tools/flags/engine_flags.h"

namespace amends {

struct CheckRequest {
  std::vector<std::string> paths;  // "-" is standard input
  input::Format input = input::Format::kAuto;
  EngineFlags engine;
  CheckPlan plan;  // without what only the drafts tell
  size_t threads = 1;
};

// Writes to standard output and standard error; returns the exit code. Throws LoadError,
// and std::system_error if the report cannot be written.
int RunCheck(CheckRequest request);

}  // namespace amends
