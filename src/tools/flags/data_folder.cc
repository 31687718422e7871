#include "tools/flags/data_folder.h"

#include <fstream>
#include <iterator>
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

// The folder `installed` beside the installed program, else `built` in the source tree.
// `flag` names another where neither is there.
fs::path Folder(const char* installed, const char* built, const char* flag) {
  std::error_code error;
  const fs::path program = fs::read_symlink("/proc/self/exe", error);
  const fs::path beside = program.parent_path() / AMENDS_DATA_FROM_BIN / installed;
  for (const fs::path& folder : {beside, fs::path(AMENDS_SOURCE_DIR) / built}) {
    if (fs::is_directory(folder, error)) return FromHere(folder.lexically_normal());
  }
  throw std::runtime_error(beside.lexically_normal().string() +
                           ": this folder is not there; " + flag + " DIR names another");
}

}  // namespace

fs::path CoreFolder() { return Folder("rules/en", "rules/en", "--core"); }
fs::path RulesFolder() { return CoreFolder().parent_path(); }
std::string RulesFile(const std::string& name) {
  const fs::path path = RulesFolder() / name;
  std::ifstream file(path, std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(file), {}};
  if (text.empty()) throw std::runtime_error(path.string() + ": cannot be read");
  return text;
}

fs::path ExercisesFolder() {
  return Folder("exercises", "corpora/exercises", "--exercises");
}

}  // namespace amends
