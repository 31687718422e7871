#include "amends/report/checked_draft.h"

#include <utility>

#include "amends/suggest/safe_edits.h"

namespace amends::report {
namespace {

void AddFile(const std::string& file, std::vector<std::string>& files) {
  if (files.empty() || files.back() != file) files.push_back(file);
}

}  // namespace

void Totals::Add(const CheckedDraft& draft) {
  ++drafts;
  with_findings += draft.result.findings.empty() ? 0 : 1;
  only_notes += !draft.result.notes.empty() && draft.result.findings.empty() ? 1 : 0;
  empty += draft.result.blank ? 1 : 0;
  safe_changes += suggest::FindSafeEdits(draft.result).changes;
  AddFile(draft.place.file, files);
  for (const Finding& finding : draft.result.findings) {
    ++findings[static_cast<size_t>(finding.severity)];
    rules.emplace(finding.rule->id, finding.rule);
  }
  suppressed += draft.result.suppressed.size();
  for (const Suppressed& each : draft.result.suppressed) suppressions.insert(each.by);
}

void Totals::Add(UnreadableDraft draft) {
  ++unreadable;
  if (unreadable_drafts.size() < kMostKept) unreadable_drafts.push_back(std::move(draft));
}

void Totals::Add(const Totals& later) {
  drafts += later.drafts;
  with_findings += later.with_findings;
  only_notes += later.only_notes;
  empty += later.empty;
  unreadable += later.unreadable;
  safe_changes += later.safe_changes;
  for (size_t i = 0; i < findings.size(); ++i) findings[i] += later.findings[i];
  rules.insert(later.rules.begin(), later.rules.end());
  suppressed += later.suppressed;
  suppressions.insert(later.suppressions.begin(), later.suppressions.end());
  for (const std::string& file : later.files) AddFile(file, files);
  for (const UnreadableDraft& draft : later.unreadable_drafts) {
    if (unreadable_drafts.size() < kMostKept) unreadable_drafts.push_back(draft);
  }
}

size_t Totals::AtLeast(pack::Severity severity) const {
  size_t count = 0;
  for (size_t i = static_cast<size_t>(severity); i < findings.size(); ++i) {
    count += findings[i];
  }
  return count;
}

std::string_view NameOf(pack::Severity severity) {
  constexpr std::array<std::string_view, 4> names = {"hint", "info", "warning", "error"};
  return names[static_cast<size_t>(severity)];
}

std::string_view NameOf(pack::Applicability applicability) {
  constexpr std::array<std::string_view, 4> names = {"safe", "confirm", "fill", "advice"};
  return names[static_cast<size_t>(applicability)];
}

}  // namespace amends::report
