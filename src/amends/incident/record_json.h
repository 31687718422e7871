// An incident record as JSON (docs/incident.md): a record as other commands read it, of
// kind incident, whose key "incident" holds what was found.
#pragma once

#include <string>

#include "amends/incident/record.h"

namespace amends::incident {

// Indented, with a line feed at the end. It is valid under rules/incident.schema.json.
std::string RecordJson(const Record& record);

}  // namespace amends::incident
