// Checking what stands in a file, or in some lines of one: bytes to what is to be told
// about them. Pure, so that drafts may be checked on several threads.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "amends/engine.h"
#include "amends/input/source.h"
#include "amends/report/format.h"

namespace amends {

enum class Mending : uint8_t { kNone, kFix, kDiff };

// The same for all drafts.
struct CheckPlan {
  const report::Format* format = nullptr;
  report::Style style;
  std::optional<input::Channel> channel;  // whatever the draft says
  Mending mending = Mending::kNone;
};

struct DraftJob {
  const Engine* engine = nullptr;  // null only if there is nothing to check
  input::Format format = input::Format::kText;
  std::string_view told_by;  // how the format was told; empty = the user named it
  report::Place place;       // with the first line, if there is one record a line
  std::string bytes;
  std::string why_not_mended;  // changes cannot be written back; empty = they can
  std::optional<input::RecordError> failure;  // there is nothing to check
  bool ends_lines =
      false;  // the file with one record a line is at its end: nothing to check
};

struct DraftOutcome {
  report::Place place;
  std::string report;                 // as the format has it
  std::string diff;                   // hunks
  std::string bytes;                  // of the draft, mended as far as the plan says
  size_t changes = 0;                 // that were made in it
  std::vector<std::string> messages;  // for standard error, a line each
  report::Totals totals;
  bool lost = false;        // bytes are not all that stood there
  bool unwritable = false;  // there were changes to make, but the file may not be written
  bool ends_lines = false;
};

DraftOutcome CheckDraft(DraftJob job, const CheckPlan& plan);

// "reply.txt:12: the message".
std::string MessageAbout(const report::Place& place, const std::string& message);

}  // namespace amends
