// What the coach says, for people, programs and pages (docs/coach.md).
#pragma once

#include <string>
#include <string_view>

#include "amends/coach/coach.h"
#include "amends/input/conversation.h"
#include "amends/report/style.h"
#include "amends/result.h"

namespace amends::report {

// Refers to values that others hold.
struct CoachedDraft {
  std::string_view name;  // as the user named it; empty = standard input
  const input::Conversation& conversation;
  const Result& result;
  const coach::Coaching& coaching;
};

// For a terminal.
std::string CoachingPretty(const CoachedDraft& draft, const Style& style);
// One JSON object and a line feed.
std::string CoachingJson(const CoachedDraft& draft);
std::string CoachingMarkdown(const CoachedDraft& draft);
// A page that needs nothing but itself, fit for print, in light and dark.
std::string CoachingHtml(const CoachedDraft& draft);

}  // namespace amends::report
