// How a report is written, for all formats alike; most read only some of it.
#pragma once

#include <cstddef>
#include <string>

#include "amends/pack/pack.h"

namespace amends::report {

struct Style {
  bool many = false;     // several drafts, or a stream of them, rather than one
  bool color = false;    // for a terminal
  size_t width = 80;     // columns
  bool verbose = false;  // also why each thing hurts
  pack::Severity fail_on = pack::Severity::kError;
  std::string version;      // of the program
  std::string fix_command;  // that makes the safe changes; empty = not to be offered
};

}  // namespace amends::report
