// SARIF 2.1.0, for code scanning and editors that read it: one run, a result a finding.
// Columns are code points. Regions are given where the draft's words stand in the file,
// fixes only where its bytes are those of the file. The properties of a result say where
// in the draft it is.
#pragma once

#include <string>

#include "amends/report/checked_draft.h"
#include "amends/report/style.h"

namespace amends::report {

// A report is begin, what was appended for each draft with commas between, end.
std::string SarifBegin(const Style& style);
void AppendSarif(const CheckedDraft& draft, const Style& style, std::string& out);
std::string SarifEnd(const Totals& totals, const Style& style);

}  // namespace amends::report
