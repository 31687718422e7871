#include "tools/amends/kept_original.h"

#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <system_error>

#include <fmt/format.h>

#include "tools/amends/rewritten_file.h"

namespace amends {
namespace {

namespace fs = std::filesystem;

// FILE.orig, FILE.orig2 … : the first that is not there.
fs::path FreeName(const fs::path& file, std::string_view ending) {
  for (int number = 1;; ++number) {
    fs::path name = file;
    name += ending;
    if (number > 1) name += std::to_string(number);
    if (!fs::exists(fs::symlink_status(name))) return name;
  }
}

}  // namespace

fs::path ReplaceKeeping(const fs::path& file, std::string_view before,
                        std::string_view after) {
  std::ifstream now(file, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(now), {}};
  const fs::path kept = FreeName(file, bytes == before ? ".orig" : ".mended");
  fs::copy_file(file, kept);  // with its permissions
  if (bytes != before) {
    Rewrite(kept, after);
    throw std::runtime_error(
        fmt::format("{} was changed by somebody else meanwhile and was left as it is; "
                    "your version is in {}",
                    file.string(), kept.string()));
  }
  Rewrite(file, after);
  return kept;
}

}  // namespace amends
