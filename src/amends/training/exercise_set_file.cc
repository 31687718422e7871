#include "amends/training/exercise_set_file.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>
#include <utility>

#include "amends/engine.h"
#include "amends/input/transfer_encoding.h"
#include "amends/pack/digest.h"
#include "amends/pack/ids.h"
#include "amends/pack/reader.h"
#include "amends/pack/similar.h"
#include "amends/report/json_text.h"
#include "amends/training/day.h"
#include "amends/training/entry_forms.h"
#include "amends/training/json_file.h"
#include "amends/training/practice_days.h"

namespace amends::training {
namespace {

using pack::Cursor;
using pack::Object;
using pack::Quoted;
using report::JsonLayout;
using report::JsonText;

constexpr size_t kIdLength = 32;

// Tells of each exercise that stands there twice or that nobody knows.
void CheckExercises(const Cursor& cursor, const Catalogue* catalogue) {
  std::vector<std::string> known;
  if (catalogue) {
    for (const Exercise& each : catalogue->exercises) known.push_back(each.id);
  }
  std::map<std::string, size_t> places;
  for (size_t i = 0; i < cursor.value->items.size(); ++i) {
    const std::string& id = cursor.value->items[i].string;
    if (!pack::IsRuleId(id)) continue;  // told already
    const bool is_new = places.emplace(id, i).second;
    if (!is_new) cursor.Item(i).Report(Quoted(id) + " is in the set twice");
    if (is_new && catalogue && !catalogue->Find(id)) {
      cursor.Item(i).Report("there is no exercise " + Quoted(id),
                            pack::DidYouMean(id, known));
    }
  }
}

ExerciseSet ReadSetObject(const Cursor& cursor, const Catalogue* catalogue) {
  ExerciseSet set;
  Object object(cursor, "set");
  set.id = object.Text("id", false, kEntryIdForm);
  set.name = object.Text("name", true, kNameForm);
  if (const auto exercises = object.Need("exercises")) {
    set.exercises = pack::ReadTexts(*exercises, kFamilyNameForm, {1, kMostExercises});
    CheckExercises(*exercises, catalogue);
  }
  if (const auto due = object.Find("due")) {
    const std::optional<int64_t> day = ReadDay(pack::ReadText(*due).value_or(""));
    if (day) {
      set.due = EndOfDay(*day);
    } else if (due->value->kind == pack::Value::Kind::kString) {
      due->Report(Quoted(due->value->string) + " is no day", "write it as 2026-10-20");
    }
  }
  object.Finish();
  if (set.id.empty()) set.id = IdOf(set);
  return set;
}

void Write(const ExerciseSet& set, JsonText& json) {
  json.BeginObject();
  json.String("id", set.id);
  json.String("name", set.name);
  json.Strings("exercises", set.exercises);
  if (set.due != 0) json.String("due", WriteDay(DayOf(set.due, 0)));
  json.EndObject();
}

// RFC 4648, section 5, without padding.
std::string Base64Url(std::string_view bytes) {
  std::string text = input::EncodeBase64(bytes, "");
  std::erase(text, '=');
  std::ranges::replace(text, '+', '-');
  std::ranges::replace(text, '/', '_');
  return text;
}

}  // namespace

ReadSet ReadSetText(std::string_view text, const std::string& name,
                    const Catalogue* catalogue) {
  pack::FileReport report(name, text);
  const std::optional<pack::Value> value = ReadJson(text, report);
  ReadSet read;
  if (value) {
    Object file(Cursor{&*value, "", &report}, "file of a set");
    if (const auto set = file.Need("set")) read.set = ReadSetObject(*set, catalogue);
    file.Finish();
  }
  if (report.count() > 0) read.set.reset();
  read.problems = report.Problems();
  return read;
}

ExerciseSet LoadSet(const std::filesystem::path& path, const Catalogue* catalogue) {
  std::ifstream file(path, std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  if (!file.is_open() || file.bad()) {
    pack::Problem problem;
    problem.file = path.string();
    problem.message = "cannot be read";
    throw LoadError({problem});
  }
  ReadSet read = ReadSetText(text, path.string(), catalogue);
  if (!read.set) throw LoadError(std::move(read.problems));
  return *std::move(read.set);
}

std::string IdOf(const ExerciseSet& set) {
  std::string all = set.name;
  for (const std::string& id : set.exercises) all += '\n' + id;
  if (set.due != 0) all += "\n" + WriteDay(DayOf(set.due, 0));
  return pack::Digest(all).substr(0, kIdLength);
}

std::string SetText(const ExerciseSet& set) {
  std::string text;
  JsonText json(text, JsonLayout::kIndented);
  json.BeginObject();
  json.Key("set");
  Write(set, json);
  json.EndObject();
  return text + "\n";
}

std::string SetAddress(const ExerciseSet& set, std::string_view url) {
  std::string text;
  JsonText json(text);
  Write(set, json);
  while (url.ends_with('/')) url.remove_suffix(1);
  return std::string(url) + "/#train/set=" + Base64Url(text);
}

}  // namespace amends::training
