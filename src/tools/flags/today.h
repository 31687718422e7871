// The day on the clock of this machine.
#pragma once

#include <string>

namespace amends {

std::string Today();  // "2026-11-26"

}  // namespace amends
