#include "amends/training/catalogue.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <system_error>
#include <utility>

#include "amends/pack/reader.h"
#include "amends/rules/rulebook.h"
#include "amends/training/exercise_reader.h"
#include "amends/training/json_file.h"

namespace amends::training {
namespace {

namespace fs = std::filesystem;

using pack::Cursor;
using pack::FileReport;
using pack::Object;
using pack::Problem;
using pack::Quoted;

constexpr uintmax_t kLargestFile = uintmax_t{8} << 20;

Names NamesOf(const Engine& engine) {
  Names names;
  std::set<std::string> families;
  for (const pack::Rule& rule : engine.pack().rules) {
    names.rules.push_back(rule.id);
    if (rule.family() != "draft") families.insert(rule.family());
  }
  names.families.assign(families.begin(), families.end());
  // The built-in pack knows its moves only as what is asked of a draft.
  for (const rules::Detector& each : engine.rulebook().detectors()) {
    if (each.kind == rules::Detector::Kind::kMove) names.moves.push_back(each.id);
  }
  for (const pack::Element& each : engine.pack().elements) {
    names.elements.push_back(each.id);
  }
  return names;
}

class Collector {
 public:
  explicit Collector(const Engine& engine) : names_(NamesOf(engine)) {}

  void ReadFolder(const fs::path& folder) {
    std::error_code error;
    std::vector<fs::path> files;
    if (!fs::is_directory(folder, error)) {
      return Refuse(folder.string(), "no such folder", "exercises stand in *.json there");
    }
    for (const auto& entry : fs::directory_iterator(folder, error)) {
      const std::string name = entry.path().filename().string();
      if (name.ends_with(".json") && !name.starts_with('.'))
        files.push_back(entry.path());
    }
    if (error) return Refuse(folder.string(), "cannot be read: " + error.message());
    std::ranges::sort(files);
    for (const fs::path& file : files) ReadPath(file);
  }

  void ReadText(std::string_view text, const std::string& name) {
    read_.sources.Add(name, text);
    FileReport report(name, text);
    const std::optional<pack::Value> value = ReadJson(text, report);
    if (value) ReadFile({&*value, "", &report});
    std::ranges::copy(report.Problems(), std::back_inserter(read_.problems));
  }

  ReadCatalogue Take() && {
    CheckTempers();
    std::ranges::stable_sort(read_.problems);
    return std::move(read_);
  }

 private:
  void Refuse(std::string file, std::string message, std::string hint = {}) {
    Problem problem;
    problem.file = std::move(file);
    problem.message = std::move(message);
    problem.hint = std::move(hint);
    read_.problems.push_back(std::move(problem));
  }

  void ReadPath(const fs::path& path) {
    std::error_code error;
    if (const uintmax_t size = fs::file_size(path, error); error || size > kLargestFile) {
      return Refuse(path.string(), error ? "cannot be read: " + error.message()
                                         : "the file is larger than 8 MB");
    }
    std::ifstream file(path, std::ios::binary);
    const std::string text(std::istreambuf_iterator<char>(file), {});
    if (file.bad()) return Refuse(path.string(), "cannot be read");
    ReadText(text, path.string());
  }

  void ReadFile(const Cursor& top) {
    Object file(top, "file of exercises");
    if (const auto tempers = file.Find("tempers")) {
      for (const Cursor& item : pack::ReadItems(*tempers, "tempers")) {
        const size_t before = top.report->count();
        Temper temper = ReadTemper(item, names_);
        if (!IsNew(item, "temper " + Quoted(temper.id))) continue;
        all_tempers_.insert(temper.id);
        if (top.report->count() == before) {
          read_.catalogue.tempers.push_back(std::move(temper));
        }
      }
    }
    const auto exercises = file.Get("exercises", !file.Find("tempers"));
    file.Finish();
    if (!exercises) return;
    for (const Cursor& item : pack::ReadItems(*exercises, "exercises")) {
      const size_t before = top.report->count();
      Exercise exercise = ReadExercise(item, names_);
      if (!IsNew(item, "exercise " + Quoted(exercise.id))) continue;
      if (top.report->count() == before) {
        read_.catalogue.exercises.push_back(std::move(exercise));
      }
    }
  }

  bool IsNew(const Cursor& cursor, const std::string& name) {
    const auto [place, is_new] = seen_.emplace(name, cursor.report->file());
    if (!is_new) {
      cursor.Report("the " + name + " is there twice",
                    "the other one stands in " + place->second);
    }
    return is_new;
  }

  void CheckTempers() {
    std::erase_if(read_.catalogue.exercises, [&](const Exercise& each) {
      if (!each.customer || all_tempers_.contains(each.customer->temper)) {
        // One with a fault of its own has been told of.
        return each.customer &&
               std::ranges::count(read_.catalogue.tempers, each.customer->temper,
                                  &Temper::id) == 0;
      }
      const pack::Origin origin{each.origin.file,
                                each.origin.pointer + "/customer/temper"};
      read_.problems.push_back(read_.sources.At(
          origin, "there is no temper " + Quoted(each.customer->temper)));
      return true;
    });
  }

  Names names_;
  std::map<std::string, std::string> seen_;  // the file of each id
  std::set<std::string> all_tempers_;        // those with a fault too
  ReadCatalogue read_;
};

}  // namespace

const Exercise* Catalogue::Find(std::string_view id) const {
  const auto found = std::ranges::find(exercises, id, &Exercise::id);
  return found == exercises.end() ? nullptr : &*found;
}

const Temper& Catalogue::TemperOf(const Exercise& role_play) const {
  return *std::ranges::find(tempers, role_play.customer.value().temper, &Temper::id);
}

ReadCatalogue Read(std::span<const fs::path> folders, const Engine& engine) {
  Collector collector(engine);
  for (const fs::path& folder : folders) collector.ReadFolder(folder);
  return std::move(collector).Take();
}

ReadCatalogue ReadFileText(std::string_view text, const std::string& name,
                           const Engine& engine) {
  Collector collector(engine);
  collector.ReadText(text, name);
  return std::move(collector).Take();
}

Catalogue Load(std::span<const fs::path> folders, const Engine& engine) {
  ReadCatalogue read = Read(folders, engine);
  if (!read.problems.empty()) throw LoadError(std::move(read.problems));
  return std::move(read.catalogue);
}

}  // namespace amends::training
