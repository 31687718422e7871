// An incident record as a sheet for people.
#pragma once

#include <string>

#include "amends/incident/record.h"
#include "amends/report/style.h"

namespace amends::incident {

// Ends in a line feed. Nothing in it is obeyed by a terminal.
std::string Sheet(const Record& record, const report::Style& style);

}  // namespace amends::incident
