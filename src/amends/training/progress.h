// What people have answered (progress_entries.h), in an SQLite file. What a person knows
// is computed from that (learner.h) and kept nowhere.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "amends/pack/problem.h"
#include "amends/training/progress_entries.h"

namespace amends::training {

// The file cannot be used, or what was asked for cannot be done; what() says why. Then
// nothing has changed, unless the function says otherwise.
class ProgressError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

struct Imported {
  int persons = 0;  // that were not here before
  int answers = 0;
  int sets = 0;
  std::vector<pack::Problem> problems;  // if there are any, nothing has changed

  bool operator==(const Imported&) const = default;
};

// $XDG_DATA_HOME/amends/progress.sqlite, else that below ~/.local/share. Empty where
// neither is known.
std::filesystem::path DefaultProgressFile();

// Several in several processes may have one file open. What a function has changed is on
// the disk when it returns. Each may throw ProgressError. From any thread.
class Progress {
 public:
  // How long it waits for others who have the file locked.
  static constexpr std::chrono::milliseconds kPatience{10'000};

  // Makes the file, with its folder, for the owner alone; brings an older one to the
  // present form; refuses one of something else or of a newer Amends.
  explicit Progress(const std::filesystem::path& file,
                    std::chrono::milliseconds patience = kPatience);
  Progress(Progress&&) noexcept;
  Progress& operator=(Progress&&) noexcept;
  ~Progress();

  // Names of persons, teams and sets are kept as TidyName gives them. Two are the same if
  // their bytes are.

  // Throws if the team has somebody of that name.
  Person AddPerson(std::string_view name, std::string_view team, int64_t now);
  std::optional<Person> FindPerson(std::string_view name, std::string_view team) const;
  std::optional<Person> PersonWithId(const std::string& id) const;
  // By team and name: of one team ("": those in none), or of all if it is not given.
  std::vector<Person> Persons(std::optional<std::string_view> team = std::nullopt) const;
  // Throws if there is no such person, or somebody else of that name in that team.
  void Rename(const std::string& id, std::string_view name, std::string_view team);
  // With all answers and assignments, so that no byte of them is left in the file; false
  // if there is no such person. Copies and exports made before are not reached. Throws
  // too if the person is gone but another process has been reading for so long that old
  // bytes may be left; DropTraces then tries again.
  bool DeletePerson(const std::string& id);
  void DropTraces();

  // False if an answer of that id is here already; then nothing has changed. Throws if
  // the person is not known, or with ProblemWith(answer).
  bool AddAnswer(const GradedAnswer& answer);
  // The earliest first.
  std::vector<GradedAnswer> AnswersOf(const std::string& person) const;

  ExerciseSet AddSet(std::string_view name, std::span<const std::string> exercises,
                     int64_t due, int64_t now);
  std::vector<ExerciseSet> Sets() const;  // the earliest first
  // With its assignments; answers stay. False if there is no such set.
  bool DeleteSet(const std::string& id);
  // Once or more often is the same. Throws if the set or the person is not known.
  void Assign(const Assignment& assignment);
  bool Unassign(const Assignment& assignment);
  std::vector<Assignment> Assignments() const;  // by set, team and person
  // What was given to the person or to their team: what is due first, then what has no
  // day, the earliest first.
  std::vector<ExerciseSet> SetsOf(const std::string& person) const;

  // Everything, as JSON (progress_json.h): the same bytes for the same contents.
  std::string Export() const;
  // Adds what is not here. A person or set whose id is here stays as it is here; their
  // answers and assignments are added. Twice is the same as once. All problems of the
  // text are told together; `name` is for their messages.
  Imported Import(std::string_view json, const std::string& name = "import.json");

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace amends::training
