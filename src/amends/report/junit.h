// JUnit's XML, for the many programs that show test results: one test case a draft, which
// fails where a finding is at or above Style::fail_on.
#pragma once

#include <string>

#include "amends/report/checked_draft.h"
#include "amends/report/style.h"

namespace amends::report {

std::string JunitBegin(const Style& style);
void AppendJunit(const CheckedDraft& draft, const Style& style, std::string& out);
void AppendJunit(const UnreadableDraft& draft, const Style& style, std::string& out);
std::string JunitEnd(const Totals& totals, const Style& style);

}  // namespace amends::report
