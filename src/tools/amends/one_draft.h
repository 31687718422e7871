// Commands that are about one draft only.
#pragma once

#include <functional>
#include <string>

#include "amends/input/conversation.h"
#include "tools/drafts/draft_check.h"
#include "tools/flags/engine_flags.h"

namespace amends {

struct OneDraft {
  std::string path;   // - is standard input
  std::string input;  // as --input has it
  EngineFlags engine;
  std::string paste;  // what a terminal is asked to paste: "the reply"
  std::string
      because;  // why a file of several will not do: "coaching is about one draft"
};

// Reads it and calls `use` with it and what it was read from; the engine of the job is
// there. The exit code: what `use` gives, or 2 where it cannot be read, which has been
// said on standard error.
int UseOne(const OneDraft& draft,
           const std::function<int(const DraftJob& job,
                                   const input::Conversation& conversation)>& use);

}  // namespace amends
