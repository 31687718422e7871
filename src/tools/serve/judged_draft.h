// A draft with what was said of it, and the bytes that stand for both: an override is for
// this draft under these rules, and no other.
#pragma once

#include <string>
#include <string_view>

#include "amends/engine.h"
#include "amends/input/conversation.h"
#include "amends/presend/decision.h"
#include "amends/result.h"

namespace amends::serve {

// All of it outlives it.
struct JudgedDraft {
  const Engine& engine;
  const input::Conversation& conversation;
  std::string_view written;  // the draft as it came: HTML has its tags
  const Result& result;
  presend::Action action = presend::Action::kSend;
};

// Differ as soon as a byte of the draft differs, of its thread or of what is known of the
// case; not with the time that passes while somebody thinks of a reason (`now`,
// `minutes_since_report`).
std::string BytesOfDraft(const JudgedDraft& draft);

// Differ as soon as the packs differ, the profile, a finding or the decision.
std::string BytesOfJudgement(const JudgedDraft& draft);

}  // namespace amends::serve
