#include "amends/report/checked_draft.h"

#include <algorithm>

namespace amends::report {
namespace {

bool HasWord(std::string_view text) {
  return text.find_first_not_of(" \t\r\n\v\f") != std::string_view::npos;
}

}  // namespace

void Totals::Add(const CheckedDraft& draft) {
  ++drafts;
  with_findings += draft.result.findings.empty() ? 0 : 1;
  with_notes += draft.result.notes.empty() ? 0 : 1;
  empty += HasWord(draft.conversation.text) ? 0 : 1;
  for (const Finding& finding : draft.result.findings) {
    ++findings[static_cast<size_t>(finding.severity)];
    rules.emplace(finding.rule->id, finding.rule);
  }
}

void Totals::Add(const Totals& others) {
  drafts += others.drafts;
  with_findings += others.with_findings;
  with_notes += others.with_notes;
  empty += others.empty;
  unreadable += others.unreadable;
  safe_changes += others.safe_changes;
  for (size_t i = 0; i < findings.size(); ++i) findings[i] += others.findings[i];
  rules.insert(others.rules.begin(), others.rules.end());
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
