// A report for trainers (team_report.h) as text: for a browser and for paper, for a
// terminal, for spreadsheets, for programs. docs/training.md shows them.
//
// Pure functions; any thread.
#pragma once

#include <cstddef>
#include <string>

#include "amends/training/team_report.h"

namespace amends::training {

// One page that needs nothing else: no script, no other file.
std::string ReportHtml(const Report& report);

// For people at a terminal of so many columns.
std::string ReportPretty(const Report& report, size_t width);

// RFC 4180: a line for each person and rule. What a spreadsheet would take for a formula
// has an apostrophe before it.
std::string ReportCsv(const Report& report);

// Everything, indented, with a line feed at the end.
std::string ReportJson(const Report& report);

}  // namespace amends::training
