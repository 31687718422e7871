#include "amends/pack/file_kind.h"

#include <algorithm>
#include <array>
#include <string>

#include "amends/pack/similar.h"

namespace amends::pack {
namespace {

const std::array<std::string, 7> kFolders = {"text",  "classes",  "suppressors", "moves",
                                             "rules", "profiles", "coach"};

}  // namespace

std::optional<FileKind> KindOf(std::string_view path) {
  if (path == "pack.json") return FileKind::kManifest;
  const size_t slash = path.find('/');
  if (slash == std::string_view::npos || !path.ends_with(".json")) return std::nullopt;
  const std::string_view name = path.substr(slash + 1);
  if (name.find('/') != std::string_view::npos || name == ".json") return std::nullopt;
  const auto folder = std::ranges::find(kFolders, path.substr(0, slash));
  if (folder == kFolders.end()) return std::nullopt;
  return static_cast<FileKind>(1 + (folder - kFolders.begin()));
}

Problem Misplaced(std::string_view path, std::string_view name_for_messages) {
  Problem problem;
  problem.file = FullName(name_for_messages, path);
  const size_t slash = path.find('/');
  if (slash == std::string_view::npos) {
    problem.message = "only pack.json stands at the top of a pack";
    const std::string known[] = {"pack.json"};
    problem.hint = DidYouMean(path, known);
    if (problem.hint.empty())
      problem.hint = "move it into classes, rules or another folder";
    return problem;
  }
  const std::string_view folder = path.substr(0, slash);
  if (std::ranges::find(kFolders, folder) == kFolders.end()) {
    problem.message = "“" + std::string(folder) + "” is no folder of a pack";
    problem.hint = DidYouMean(folder, kFolders);
    if (problem.hint.empty()) {
      problem.hint =
          "a pack has text, classes, suppressors, moves, rules, profiles and coach";
    }
  } else if (path.find('/', slash + 1) != std::string_view::npos) {
    problem.message = "the folders of a pack have no folders inside";
    problem.hint = "move the file up into “" + std::string(folder) + "”";
  } else {
    problem.message = "this file would not be read";
    problem.hint = "the files of a pack end in .json";
  }
  return problem;
}

std::string FullName(std::string_view name_for_messages, std::string_view path) {
  std::string name(name_for_messages);
  if (!name.empty() && name.back() != '/') name += '/';
  return name.append(path);
}

}  // namespace amends::pack
