// Where a rule or an element comes from, as people are told.
#pragma once

#include <string>
#include <vector>

namespace amends::report {

// The sources with commas between them; without those that nobody has checked.
std::string SourceList(const std::vector<std::string>& sources);

}  // namespace amends::report
