// Any bytes as a file of a pack; the first one picks the kind of file. What is wrong is
// told, with a place that is there.
#include <cstdint>
#include <cstdlib>
#include <iterator>
#include <string_view>
#include <utility>
#include <vector>

#include "amends/pack/loader.h"

namespace amends {
namespace {

constexpr std::string_view kPaths[] = {"pack.json",          "text/words.json",
                                       "classes/words.json", "suppressors/idioms.json",
                                       "moves/moves.json",   "rules/blame.json",
                                       "profiles/shop.json"};

constexpr std::string_view kManifest =
    R"({"name": "house", "version": "1.0", "licence": "none", "language": "en",
        "summary": "A house."})";

void Require(bool condition) {
  if (!condition) std::abort();
}

void CheckProblems(const std::vector<pack::Problem>& problems) {
  for (const pack::Problem& problem : problems) {
    Require(!problem.file.empty() && !problem.message.empty());
    Require((problem.line == 0) == (problem.column == 0));
    Require(!pack::Format(problem).empty());
  }
}

void CheckFile(std::string_view bytes) {
  if (bytes.empty()) return;
  const auto kind = static_cast<unsigned char>(bytes[0]);
  const std::string_view path = kPaths[kind % std::size(kPaths)];
  std::vector<pack::File> files = {{path, bytes.substr(1)}};
  if (path != "pack.json") files.push_back({"pack.json", kManifest});
  pack::Loaded loaded = pack::ReadPack(files, "house", {.examples = kind < 128});
  CheckProblems(loaded.problems);
  std::vector<pack::Loaded> layers;
  layers.push_back(loaded);
  layers.push_back(std::move(loaded));
  CheckProblems(pack::Merge(std::move(layers)).problems);
}

}  // namespace
}  // namespace amends

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  amends::CheckFile({reinterpret_cast<const char*>(data), size});
  return 0;
}
