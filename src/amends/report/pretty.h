// The report for people at a terminal. Short, kind, and it says what to do next.
#pragma once

#include <string>

#include "amends/report/checked_draft.h"
#include "amends/report/style.h"

namespace amends::report {

// One draft: its name, notes and findings. Of many drafts, one with nothing to say is
// left out.
void AppendPretty(const CheckedDraft& draft, const Style& style, std::string& out);

// One finding of it, with numbers from 1 before the suggestions that have edits.
void AppendNumbered(const CheckedDraft& draft, const Finding& finding, const Style& style,
                    std::string& out);

// The last lines: how many of what, and what to do. Begins with a blank line where drafts
// stand above it.
std::string PrettySummary(const Totals& totals, const Style& style);

}  // namespace amends::report
