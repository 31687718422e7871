// What a server tells clients of itself.
#pragma once

#include <cstdint>
#include <string>

namespace amends::languagetool {

struct ServerFacts {
  std::string version;                // of the program, "0.1.0"
  std::string build_date;             // "2026-03-02 10:00:00 +0000"; empty = not said
  std::string commit;                 // empty = not said
  uint32_t longest_text = 1'000'000;  // UTF-16 code units
};

}  // namespace amends::languagetool
