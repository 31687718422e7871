#include "amends/training/progress.h"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <mutex>
#include <utility>

#include <fmt/format.h>

#include "amends/pack/reader.h"
#include "amends/training/progress_json.h"
#include "amends/training/progress_tables.h"

namespace amends::training {
namespace {

namespace fs = std::filesystem;
using Transaction = ProgressTables::Transaction;

std::string NameFrom(std::string_view name, const char* what) {
  if (std::optional<std::string> tidy = TidyName(name)) return *std::move(tidy);
  throw ProgressError(fmt::format(
      "{} needs a name, of {} bytes of UTF-8 at most, on one line", what, kLongestName));
}

// The name of a team; empty stays empty.
std::string TeamFrom(std::string_view team) {
  return team.empty() ? "" : NameFrom(team, "a team");
}

std::string TakenText(const Person& person) {
  return person.team.empty()
             ? fmt::format("there is a “{}” already", person.name)
             : fmt::format("there is a “{}” in “{}” already", person.name, person.team);
}

ProgressContents AllOf(ProgressTables& tables) {
  ProgressContents contents;
  for (Person& person : tables.Persons()) {
    std::vector<GradedAnswer> answers = tables.AnswersOf(person.id);
    contents.persons.push_back({std::move(person), std::move(answers)});
  }
  std::map<std::string, size_t> places;
  for (ExerciseSet& set : tables.Sets()) {
    places[set.id] = contents.sets.size();
    contents.sets.push_back({std::move(set), {}, {}});
  }
  for (Assignment& each : tables.Assignments()) {
    SetEntries& entries = contents.sets[places.at(each.set)];
    if (!each.team.empty()) entries.teams.push_back(std::move(each.team));
    if (!each.person.empty()) entries.persons.push_back(std::move(each.person));
  }
  return contents;
}

// Adds what a text holds and tells the report what stands against it.
class Merger {
 public:
  Merger(ProgressTables& tables, pack::FileReport& report)
      : tables_(tables), report_(report) {}

  Imported Merge(const ProgressContents& contents) {
    for (size_t i = 0; i < contents.persons.size(); ++i) {
      AddPerson(contents.persons[i], fmt::format("/persons/{}", i));
    }
    for (size_t i = 0; i < contents.sets.size(); ++i) {
      AddSet(contents.sets[i], fmt::format("/sets/{}", i));
    }
    return std::move(imported_);
  }

 private:
  void AddPerson(const PersonEntries& entries, const std::string& pointer) {
    const Person& person = entries.person;
    if (person.id.empty() || person.name.empty()) return;  // told already
    if (!tables_.FindPerson(person.id)) {
      if (tables_.IsTaken(person)) {
        report_.Add(pointer + "/name", TakenText(person) + ", with another id",
                    "rename one of the two if they are two people");
        return;
      }
      tables_.AddPerson(person);
      ++imported_.persons;
    }
    for (size_t i = 0; i < entries.answers.size(); ++i) {
      AddAnswer(entries.answers[i], fmt::format("{}/answers/{}", pointer, i));
    }
  }

  void AddAnswer(const GradedAnswer& answer, const std::string& pointer) {
    if (answer.id.empty()) return;
    if (tables_.AddAnswer(answer)) {
      ++imported_.answers;
    } else if (!tables_.HasAnswer(answer.id, answer.person)) {
      report_.Add(pointer + "/id", "this answer is here already, of somebody else");
    }
  }

  void AddSet(const SetEntries& entries, const std::string& pointer) {
    const std::string& id = entries.set.id;
    if (id.empty()) return;
    if (tables_.AddSet(entries.set)) ++imported_.sets;
    for (const std::string& team : entries.teams) tables_.AddAssignment({id, team, ""});
    for (size_t i = 0; i < entries.persons.size(); ++i) {
      if (tables_.FindPerson(entries.persons[i])) {
        tables_.AddAssignment({id, "", entries.persons[i]});
      } else {
        report_.Add(fmt::format("{}/persons/{}", pointer, i), "nobody has this id");
      }
    }
  }

  ProgressTables& tables_;
  pack::FileReport& report_;
  Imported imported_;
};

}  // namespace

fs::path DefaultProgressFile() {
  const char* data = std::getenv("XDG_DATA_HOME");
  if (data != nullptr && fs::path(data).is_absolute()) {
    return fs::path(data) / "amends/progress.sqlite";
  }
  const char* home = std::getenv("HOME");
  if (home == nullptr || *home == '\0') return {};
  return fs::path(home) / ".local/share/amends/progress.sqlite";
}

struct Progress::State {
  State(const fs::path& path, std::chrono::milliseconds patience)
      : file(path), tables(path, patience) {}

  // One at a time. Errors of the tables become ours.
  template <typename Work>
  auto Alone(const Work& work) {
    const std::scoped_lock lock(mutex);
    try {
      return work();
    } catch (const TableError& error) {
      throw ProgressError(fmt::format("{}: {}", file.string(), error.what()));
    }
  }
  // As one change, which is kept if the work does not throw.
  template <typename Work>
  auto Change(const Work& work) {
    return Alone([&] {
      Transaction transaction(tables, Transaction::Kind::kChanges);
      auto result = work(tables);
      transaction.Commit();
      return result;
    });
  }
  template <typename Work>
  auto Read(const Work& work) {
    return Alone([&] {
      const Transaction transaction(tables, Transaction::Kind::kReads);
      return work(tables);
    });
  }

  fs::path file;
  std::mutex mutex;
  ProgressTables tables;
};

Progress::Progress(const fs::path& file, std::chrono::milliseconds patience) {
  try {
    state_ = std::make_unique<State>(file, patience);
  } catch (const TableError& error) {
    throw ProgressError(
        fmt::format("{}: progress cannot be kept here: {}", file.string(), error.what()));
  }
}

Progress::Progress(Progress&&) noexcept = default;
Progress& Progress::operator=(Progress&&) noexcept = default;
Progress::~Progress() = default;

Person Progress::AddPerson(std::string_view name, std::string_view team, int64_t now) {
  Person person{RandomId(), NameFrom(name, "a person"), TeamFrom(team), now};
  state_->Change([&](ProgressTables& tables) {
    if (tables.IsTaken(person)) throw ProgressError(TakenText(person));
    tables.AddPerson(person);
    return true;
  });
  return person;
}

std::optional<Person> Progress::FindPerson(std::string_view name,
                                           std::string_view team) const {
  const std::optional<std::string> tidy = TidyName(name);
  for (Person& person : Persons(team)) {
    if (tidy == person.name) return std::move(person);
  }
  return std::nullopt;
}

std::optional<Person> Progress::PersonWithId(const std::string& id) const {
  return state_->Read([&](ProgressTables& tables) { return tables.FindPerson(id); });
}

std::vector<Person> Progress::Persons(std::optional<std::string_view> team) const {
  auto persons = state_->Read([](ProgressTables& tables) { return tables.Persons(); });
  if (!team) return persons;
  const std::optional<std::string> tidy = team->empty() ? "" : TidyName(*team);
  std::erase_if(persons, [&](const Person& person) { return tidy != person.team; });
  return persons;
}

void Progress::Rename(const std::string& id, std::string_view name,
                      std::string_view team) {
  const Person person{id, NameFrom(name, "a person"), TeamFrom(team), 0};
  state_->Change([&](ProgressTables& tables) {
    if (tables.IsTaken(person)) throw ProgressError(TakenText(person));
    if (!tables.SetPerson(person)) throw ProgressError("nobody has this id");
    return true;
  });
}

bool Progress::DeletePerson(const std::string& id) {
  const bool deleted =
      state_->Change([&](ProgressTables& tables) { return tables.DeletePerson(id); });
  if (deleted) DropTraces();
  return deleted;
}

void Progress::DropTraces() {
  state_->Alone([&] {
    if (state_->tables.DropTraces()) return;
    throw ProgressError(fmt::format(
        "{}: what was deleted is gone, but another program is reading, and traces of it "
        "may be left in the file",
        state_->file.string()));
  });
}

bool Progress::AddAnswer(const GradedAnswer& answer) {
  if (const std::string problem = ProblemWith(answer); !problem.empty()) {
    throw ProgressError(problem);
  }
  return state_->Change([&](ProgressTables& tables) {
    if (!tables.FindPerson(answer.person)) throw ProgressError("nobody has this id");
    return tables.AddAnswer(answer);
  });
}

std::vector<GradedAnswer> Progress::AnswersOf(const std::string& person) const {
  return state_->Read([&](ProgressTables& tables) { return tables.AnswersOf(person); });
}

ExerciseSet Progress::AddSet(std::string_view name,
                             std::span<const std::string> exercises, int64_t due,
                             int64_t now) {
  ExerciseSet set{RandomId(),
                  NameFrom(name, "a set"),
                  {exercises.begin(), exercises.end()},
                  due,
                  now};
  if (const std::string problem = ProblemWithExercises(exercises); !problem.empty()) {
    throw ProgressError(problem);
  }
  if (due < 0 || due > kLatest) throw ProgressError("nothing can be due then");
  state_->Change([&](ProgressTables& tables) { return tables.AddSet(set); });
  return set;
}

std::vector<ExerciseSet> Progress::Sets() const {
  return state_->Read([](ProgressTables& tables) { return tables.Sets(); });
}

bool Progress::DeleteSet(const std::string& id) {
  return state_->Change([&](ProgressTables& tables) { return tables.DeleteSet(id); });
}

void Progress::Assign(const Assignment& assignment) {
  if (assignment.team.empty() == assignment.person.empty()) {
    throw ProgressError("a set is given to a team or to a person");
  }
  const Assignment tidy{assignment.set, TeamFrom(assignment.team), assignment.person};
  state_->Change([&](ProgressTables& tables) {
    if (!tables.HasSet(tidy.set)) throw ProgressError("no set has this id");
    if (!tidy.person.empty() && !tables.FindPerson(tidy.person)) {
      throw ProgressError("nobody has this id");
    }
    tables.AddAssignment(tidy);
    return true;
  });
}

bool Progress::Unassign(const Assignment& assignment) {
  const Assignment tidy{assignment.set, TidyName(assignment.team).value_or(""),
                        assignment.person};
  return state_->Change(
      [&](ProgressTables& tables) { return tables.DeleteAssignment(tidy); });
}

std::vector<Assignment> Progress::Assignments() const {
  return state_->Read([](ProgressTables& tables) { return tables.Assignments(); });
}

std::vector<ExerciseSet> Progress::SetsOf(const std::string& person) const {
  return state_->Read([&](ProgressTables& tables) { return tables.SetsOf(person); });
}

std::string Progress::Export() const { return ProgressJson(state_->Read(AllOf)); }

Imported Progress::Import(std::string_view json, const std::string& name) {
  pack::FileReport report(name, json);
  const ProgressContents contents = ReadProgressJson(json, report);
  return state_->Alone([&] {
    Transaction transaction(state_->tables, Transaction::Kind::kChanges);
    Imported imported = Merger(state_->tables, report).Merge(contents);
    if (report.count() == 0) {
      transaction.Commit();
    } else {
      imported = {.problems = report.Problems()};
    }
    return imported;
  });
}

}  // namespace amends::training
