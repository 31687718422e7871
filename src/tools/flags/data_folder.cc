#include "tools/flags/data_folder.h"

#include <stdexcept>
#include <system_error>

namespace amends {
namespace {

namespace fs = std::filesystem;

fs::path FromHere(const fs::path& path) {
  std::error_code error;
  const fs::path relative = fs::proximate(path, error);
  return error || relative.empty() || *relative.begin() == ".." ? path : relative;
}

}  // namespace

fs::path RulesFolder() {
  std::error_code error;
  const fs::path program = fs::read_symlink("/proc/self/exe", error);
  const fs::path installed = program.parent_path() / AMENDS_DATA_FROM_BIN / "rules";
  for (const fs::path& folder : {installed, fs::path(AMENDS_SOURCE_DIR) / "rules"}) {
    if (fs::is_directory(folder / "en", error))
      return FromHere(folder.lexically_normal());
  }
  throw std::runtime_error(
      installed.lexically_normal().string() +
      ": the folder with the rules is not there; --core DIR names another");
}

fs::path CoreFolder() { return RulesFolder() / "en"; }

}  // namespace amends
