#include "amends/training/progress_json.h"

#include <cmath>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "amends/pack/ids.h"
#include "amends/report/json_text.h"
#include "amends/training/entry_forms.h"
#include "amends/training/json_file.h"

namespace amends::training {
namespace {

using pack::Count;
using pack::Cursor;
using pack::Object;
using pack::Quoted;
using pack::TextForm;
using report::JsonText;

constexpr TextForm kKind{.longest = kLongestId,
                         .right = pack::IsSlug,
                         .described = "lower-case letters, digits and hyphens"};

constexpr std::pair<std::string_view, Grade> kGrades[] = {{"again", Grade::kAgain},
                                                          {"hard", Grade::kHard},
                                                          {"good", Grade::kGood},
                                                          {"easy", Grade::kEasy}};

void WriteAnswer(const GradedAnswer& answer, JsonText& json) {
  json.BeginObject();
  json.String("id", answer.id);
  json.String("exercise", answer.exercise);
  json.String("kind", answer.kind);
  json.Number("at", answer.at);
  json.Bool("passed", answer.passed);
  json.Number("points", answer.points);
  json.Number("hints", answer.hints);
  json.Number("seconds", answer.seconds);
  if (!answer.set.empty()) json.String("set", answer.set);
  json.Key("grades");
  json.BeginObject();
  for (const RuleGrade& each : answer.grades) json.String(each.rule, NameOf(each.grade));
  json.EndObject();
  json.EndObject();
}

void WritePerson(const PersonEntries& entries, JsonText& json) {
  json.BeginObject();
  json.String("id", entries.person.id);
  json.String("name", entries.person.name);
  if (!entries.person.team.empty()) json.String("team", entries.person.team);
  json.Number("created", entries.person.created);
  json.Key("answers");
  json.BeginArray();
  for (const GradedAnswer& answer : entries.answers) WriteAnswer(answer, json);
  json.EndArray();
  json.EndObject();
}

void WriteSet(const SetEntries& entries, JsonText& json) {
  json.BeginObject();
  json.String("id", entries.set.id);
  json.String("name", entries.set.name);
  json.Strings("exercises", entries.set.exercises);
  if (entries.set.due != 0) json.Number("due", entries.set.due);
  json.Number("created", entries.set.created);
  json.Strings("teams", entries.teams);
  json.Strings("persons", entries.persons);
  json.EndObject();
}

// A whole number from 0 on; 0 where it is wrong or, if not needed, missing.
int64_t ReadWhole(Object& object, std::string_view key, int64_t most,
                  bool needed = true) {
  const std::optional<Cursor> cursor = object.Get(key, needed);
  if (!cursor) return 0;
  const std::optional<double> number =
      pack::ReadNumber(*cursor, 0, static_cast<double>(most));
  if (!number) return 0;
  if (std::floor(*number) == *number) return static_cast<int64_t>(*number);
  cursor->Report(cursor->name() + " must be a whole number");
  return 0;
}

bool ReadNeededBool(Object& object, std::string_view key) {
  const std::optional<Cursor> cursor = object.Need(key);
  return cursor && pack::ReadBool(*cursor).value_or(false);
}

class ContentsReader {
 public:
  ProgressContents Read(const Cursor& top) {
    ProgressContents contents;
    Object file(top, "file of progress");
    const std::optional<Cursor> schema = file.Need("schema");
    if (!schema || !IsKnown(*schema)) return contents;
    if (const auto persons = file.Need("persons")) {
      for (const Cursor& item : pack::ReadItems(*persons, "persons", {0})) {
        contents.persons.push_back(ReadPerson(item));
      }
    }
    if (const auto sets = file.Need("sets")) {
      for (const Cursor& item : pack::ReadItems(*sets, "sets", {0})) {
        contents.sets.push_back(ReadSet(item));
      }
    }
    file.Finish();
    return contents;
  }

 private:
  static bool IsKnown(const Cursor& schema) {
    const std::optional<double> number = pack::ReadNumber(schema, 1, 1e9);
    if (!number) return false;
    if (*number == static_cast<double>(kProgressSchema)) return true;
    schema.Report("a newer Amends has written this: its schema is " +
                  std::to_string(static_cast<int64_t>(*number)) + ", known is " +
                  std::to_string(kProgressSchema));
    return false;
  }

  PersonEntries ReadPerson(const Cursor& cursor) {
    PersonEntries entries;
    Object object(cursor, "person");
    Person& person = entries.person;
    person.id = NewId(object, "person");
    person.name = object.Text("name", true, kNameForm);
    person.team = object.Text("team", false, kNameForm);
    person.created = ReadWhole(object, "created", kLatest);
    if (!person.name.empty()) {
      const auto [place, is_new] =
          names_.emplace(std::pair(person.team, person.name), person.id);
      if (!is_new) cursor.Report("there are two " + Quoted(person.name) + " in one team");
    }
    if (const auto answers = object.Need("answers")) {
      for (const Cursor& item : pack::ReadItems(*answers, "answers", {0})) {
        entries.answers.push_back(ReadAnswer(item, person.id));
      }
    }
    object.Finish();
    return entries;
  }

  GradedAnswer ReadAnswer(const Cursor& cursor, const std::string& person) {
    GradedAnswer answer;
    Object object(cursor, "answer");
    answer.id = NewId(object, "answer");
    answer.person = person;
    answer.exercise = object.Text("exercise", true, kFamilyNameForm);
    answer.kind = object.Text("kind", true, kKind);
    answer.at = ReadWhole(object, "at", kLatest);
    answer.passed = ReadNeededBool(object, "passed");
    answer.points = static_cast<int>(ReadWhole(object, "points", kMostPoints));
    answer.hints = static_cast<int>(ReadWhole(object, "hints", kMostHints));
    answer.seconds = static_cast<int>(ReadWhole(object, "seconds", kMostSeconds));
    answer.set = object.Text("set", false, kEntryIdForm);
    if (const auto grades = object.Need("grades")) answer.grades = ReadGrades(*grades);
    object.Finish();
    return answer;
  }

  static std::vector<RuleGrade> ReadGrades(const Cursor& cursor) {
    std::vector<RuleGrade> grades;
    for (const auto& [rule, value] : Object(cursor, "grades by rule").Members()) {
      if (rule.size() > kLongestId || !pack::IsRuleId(rule)) {
        value.Report(Quoted(rule) + " is no rule", kFamilyNameForm.described);
      }
      const auto grade = pack::ReadChoice<Grade>(value, kGrades);
      grades.push_back({rule, grade.value_or(Grade::kGood)});
    }
    return grades;
  }

  SetEntries ReadSet(const Cursor& cursor) {
    SetEntries entries;
    Object object(cursor, "set");
    ExerciseSet& set = entries.set;
    set.id = NewId(object, "set");
    set.name = object.Text("name", true, kNameForm);
    if (const auto exercises = object.Need("exercises")) {
      set.exercises =
          pack::ReadTexts(*exercises, kFamilyNameForm, Count{1, kMostExercises});
      const std::set<std::string> different(set.exercises.begin(), set.exercises.end());
      if (different.size() < set.exercises.size()) {
        exercises->Report("an exercise is in the set twice");
      }
    }
    set.due = ReadWhole(object, "due", kLatest, false);
    set.created = ReadWhole(object, "created", kLatest);
    entries.teams = object.Texts("teams", true, kNameForm, Count{0});
    entries.persons = object.Texts("persons", true, kEntryIdForm, Count{0});
    object.Finish();
    return entries;
  }

  // The id, reported where another of its kind has it too.
  std::string NewId(Object& object, const std::string& what) {
    std::string id = object.Text("id", true, kEntryIdForm);
    if (!id.empty() && !ids_.insert(what + " " + id).second) {
      object.cursor().Report("the " + what + " " + Quoted(id) + " is there twice");
    }
    object.SetId(id);
    return id;
  }

  std::set<std::string> ids_;
  std::map<std::pair<std::string, std::string>, std::string> names_;
};

}  // namespace

std::string ProgressJson(const ProgressContents& contents) {
  std::string text;
  JsonText json(text, report::JsonLayout::kIndented);
  json.BeginObject();
  json.Number("schema", kProgressSchema);
  json.Key("persons");
  json.BeginArray();
  for (const PersonEntries& entries : contents.persons) WritePerson(entries, json);
  json.EndArray();
  json.Key("sets");
  json.BeginArray();
  for (const SetEntries& entries : contents.sets) WriteSet(entries, json);
  json.EndArray();
  json.EndObject();
  return text + "\n";
}

ProgressContents ReadProgressJson(std::string_view text, pack::FileReport& report) {
  const std::optional<pack::Value> value = ReadJson(text, report);
  return value ? ContentsReader().Read({&*value, "", &report}) : ProgressContents();
}

}  // namespace amends::training
