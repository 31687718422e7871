#include "amends/pack/project_config.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <system_error>
#include <utility>

#include "amends/pack/entries.h"
#include "amends/pack/ids.h"
#include "amends/pack/reader.h"
#include "amends/pack/references.h"
#include "amends/pack/similar.h"

namespace amends::pack {
namespace {

namespace fs = std::filesystem;

constexpr size_t kLargestConfig = size_t{1} << 20;

LoadedConfig Failed(const fs::path& file, std::string message) {
  LoadedConfig loaded;
  Problem problem;
  problem.file = file.string();
  problem.message = std::move(message);
  loaded.problems.push_back(std::move(problem));
  return loaded;
}

}  // namespace

std::optional<fs::path> FindConfig(const fs::path& start) {
  std::error_code error;
  fs::path folder = fs::absolute(start, error).lexically_normal();
  if (error) return std::nullopt;
  if (!fs::is_directory(folder, error)) folder = folder.parent_path();
  while (true) {
    fs::path candidate = folder / "amends.json";
    if (fs::is_regular_file(candidate, error)) return candidate;
    const fs::path above = folder.parent_path();
    if (above == folder || above.empty()) return std::nullopt;
    folder = above;
  }
}

LoadedConfig ReadConfig(const fs::path& file, std::string_view text) {
  if (text.size() > kLargestConfig) return Failed(file, "the file is larger than 1 MB");
  LoadedConfig loaded;
  loaded.file = file;
  loaded.sources.Add(file.string(), text);
  FileReport report(file.string(), text);
  const ParsedJson parsed = ParseJson(text);
  if (parsed.fault) {
    report.AddFault(*parsed.fault);
    loaded.problems = report.Problems();
    return loaded;
  }
  for (const DuplicateKey& duplicate : parsed.duplicates) {
    report.AddAtKey(duplicate.pointer, "this key stands here twice",
                    "keep one of the two", duplicate.occurrence);
  }
  ProjectConfig& config = loaded.config;
  Object object({&*parsed.value, "", &report}, "project file");
  for (const std::string& pack : object.Texts("packs", false)) {
    config.packs.push_back((file.parent_path() / pack).lexically_normal());
  }
  config.profile = object.Text("profile", false,
                               {.longest = 100,
                                .right = IsSlug,
                                .described = "lower-case letters, digits and hyphens"});
  config.tunings = ReadTunings(object);
  if (const auto found = object.Find("suppressions")) {
    config.suppressions = ReadSuppressions(*found);
  }
  object.Finish();
  loaded.problems = report.Problems();
  std::ranges::sort(loaded.problems);
  return loaded;
}

LoadedConfig LoadConfig(const fs::path& file) {
  std::error_code error;
  const uintmax_t size = fs::file_size(file, error);
  if (error) return Failed(file, "cannot be read: " + error.message());
  if (size > kLargestConfig) return Failed(file, "the file is larger than 1 MB");
  std::ifstream stream(file, std::ios::binary);
  const std::string text((std::istreambuf_iterator<char>(stream)), {});
  if (!stream) return Failed(file, "cannot be read");
  return ReadConfig(file, text);
}

std::vector<Problem> CheckConfig(const LoadedConfig& config, const Loaded& merged) {
  Profile named;  // a profile of no name says the same things in the same places
  named.tunings = config.config.tunings;
  named.origin.file = config.file.string();
  std::vector<Problem> problems = CheckReferences(
      {.yields_to = {}, .profiles = {named}, .suppressions = config.config.suppressions},
      merged, config.sources);
  const std::string& profile = config.config.profile;
  std::vector<std::string> known = {"default"};
  for (const Profile& each : merged.pack.profiles) known.push_back(each.id);
  if (!profile.empty() && std::ranges::find(known, profile) == known.end()) {
    problems.push_back(config.sources.At({named.origin.file, "/profile"},
                                         "there is no profile " + Quoted(profile),
                                         DidYouMean(profile, known)));
  }
  std::ranges::sort(problems);
  return problems;
}

}  // namespace amends::pack
