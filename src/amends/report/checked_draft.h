// What the formats write about: one draft that was checked, one that could not be, and
// the sum of many.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "amends/input/conversation.h"
#include "amends/input/located_text.h"
#include "amends/result.h"

namespace amends::report {

// Where a draft came from.
struct Place {
  std::string file;   // as the user named it; empty = standard input
  uint32_t line = 0;  // of a file with one record a line, from 1; 0 = the whole file
  bool verbatim =
      false;  // the bytes of the draft are those of the file: positions are too
};

// Refers to values that others hold.
struct CheckedDraft {
  const Place& place;
  const input::Conversation& conversation;
  const Result& result;
  // In the file, or in that mail of it which begins at the place's line; null: not known,
  // or as Place::verbatim says.
  const input::LocatedText* located = nullptr;
};

// In place of a result. Codes are those of input::RecordError, and "read" for a file that
// cannot be read.
struct UnreadableDraft {
  Place place;
  std::string code;
  std::string message;  // for people; no end of sentence
};

// The sum of what was checked. Rules are those with a finding; they and
// the suppressions must outlive it.
struct Totals {
  static constexpr size_t kMostKept = 100;  // of drafts that could not be read

  size_t drafts = 0;
  size_t with_findings = 0;
  size_t only_notes = 0;  // drafts with notes and no finding
  size_t empty = 0;       // drafts without a word
  size_t unreadable = 0;
  size_t safe_changes = 0;           // that may be made without asking
  std::array<size_t, 4> findings{};  // by pack::Severity
  std::map<std::string_view, const pack::Rule*> rules;
  size_t suppressed = 0;                            // findings
  std::set<const pack::Suppression*> suppressions;  // that covered one
  std::vector<std::string> files;  // as in Place, each once while it is the same
  std::vector<UnreadableDraft> unreadable_drafts;  // the first of them

  void Add(const CheckedDraft& draft);
  void Add(UnreadableDraft draft);
  void Add(const Totals& later);
  size_t Of(pack::Severity severity) const {
    return findings[static_cast<size_t>(severity)];
  }
  // Findings of this severity or graver.
  size_t AtLeast(pack::Severity severity) const;
};

// "error", "warning", "info", "hint".
std::string_view NameOf(pack::Severity severity);
// "safe", "confirm", "fill", "advice".
std::string_view NameOf(pack::Applicability applicability);

}  // namespace amends::report
