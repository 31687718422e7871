// Where a folder of mails from many programs may be at hand.
#pragma once

#include <cstdlib>
#include <filesystem>

namespace amends::input {

inline std::filesystem::path SharedMails() {
  const char* shared = std::getenv("AMENDS_SHARED");
  return shared != nullptr
             ? std::filesystem::path(shared) / "data/eml"
             : std::filesystem::path(AMENDS_SOURCE_DIR) / "../shared/data/eml";
}

}  // namespace amends::input
