#include "tools/train/set_file.h"

#include <fstream>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include "amends/engine.h"
#include "amends/pack/digest.h"
#include "amends/pack/json_value.h"
#include "amends/pack/problem.h"
#include "amends/pack/reader.h"

namespace amends {
namespace {

constexpr size_t kIdLength = 32;

}  // namespace

training::ExerciseSet ReadSetFile(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw std::runtime_error(path.string() + ": cannot be read");
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  pack::FileReport report(path.string(), text);
  const pack::ParsedJson parsed = pack::ParseJson(text);
  if (parsed.fault) report.AddFault(*parsed.fault);
  training::ExerciseSet set;
  if (parsed.value) {
    pack::Object object(pack::Cursor{&*parsed.value, "", &report}, "set of exercises");
    set.name = object.Text("name", true);
    set.exercises = object.Texts("exercises", true);
    object.Finish();
  }
  std::vector<pack::Problem> problems = report.Problems();
  if (!problems.empty()) throw LoadError(std::move(problems));
  std::string all = set.name;
  for (const std::string& id : set.exercises) all += '\n' + id;
  set.id = pack::Digest(all).substr(0, kIdLength);
  return set;
}

}  // namespace amends
