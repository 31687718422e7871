// What people have answered, in an SQLite file. Of an answer it keeps when, how it was
// graded and how many hints it took; never the text that somebody wrote. What a person
// knows is computed from that (learner.h) and kept nowhere.
//
// Times are seconds since 1970 began, UTC.
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

#include "amends/training/learner.h"

namespace amends::training {

struct Person {
  std::string id;
  std::string name;  // unique in the team
  std::string team;  // empty: none
  int64_t created = 0;

  bool operator==(const Person&) const = default;
};

struct RuleGrade {
  std::string rule;
  Grade grade = Grade::kGood;

  bool operator==(const RuleGrade&) const = default;
};

struct Answer {
  std::string id;      // RandomId(), given when the answer was begun
  std::string person;  // an id
  std::string exercise;
  std::string kind;
  int64_t at = 0;
  bool passed = false;
  int points = 0;  // from 0 to 100
  int hints = 0;
  int seconds = 0;                // spent
  std::string set;                // an id; empty if it was done for none
  std::vector<RuleGrade> grades;  // each rule once

  bool operator==(const Answer&) const = default;
};

// Exercises that somebody has put together for a team or for one person.
struct ExerciseSet {
  std::string id;
  std::string name;
  std::vector<std::string> exercises;
  int64_t due = 0;  // 0: whenever
  int64_t created = 0;

  bool operator==(const ExerciseSet&) const = default;
};

// To whom a set was given: one of the two is not empty.
struct Assignment {
  std::string set;     // an id
  std::string team;    // a name
  std::string person;  // an id

  auto operator<=>(const Assignment&) const = default;
};

struct Imported {
  int persons = 0;  // that were not here before
  int answers = 0;
  int sets = 0;
  std::vector<std::string> problems;  // if there are any, nothing has changed

  bool operator==(const Imported&) const = default;
};

// The file cannot be used, or what was asked for cannot be done; what() says why. Then
// nothing has changed, unless the function says otherwise.
class ProgressError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

// 32 random hexadecimal digits. Throws ProgressError if the system has no randomness.
std::string RandomId();

// The log of a person as a learner is computed from it.
std::vector<Review> ReviewsOf(std::span<const Answer> answers);

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

  // Names of persons, teams and sets are UTF-8, without white space at either end, and
  // may hold anything but control characters, up to kLongestName bytes. Two names are the
  // same if their letters are; small and capital letters differ.
  static constexpr size_t kLongestName = 200;

  // Throws if the team has somebody of that name.
  Person AddPerson(std::string_view name, std::string_view team, int64_t now);
  std::optional<Person> FindPerson(std::string_view name, std::string_view team) const;
  std::optional<Person> PersonWithId(std::string_view id) const;
  // By team and name; of one team, or of all and of none if it is not given.
  std::vector<Person> Persons(std::optional<std::string_view> team = std::nullopt) const;
  // Throws if there is no such person, or somebody else of that name in that team.
  void Rename(std::string_view id, std::string_view name, std::string_view team);
  // With all answers and assignments, so that no byte of them is left in the file; false
  // if there is no such person. Copies and exports made before are not reached. Throws
  // too if the person is gone but another process was reading for so long that old bytes
  // may be left; deleting anybody or DropTraces() then tries again.
  bool DeletePerson(std::string_view id);
  void DropTraces();

  // False if an answer of that id is here already; then nothing has changed. Throws if
  // the person is not known or a number is out of its range.
  bool AddAnswer(const Answer& answer);
  // The earliest first.
  std::vector<Answer> AnswersOf(std::string_view person) const;

  ExerciseSet AddSet(std::string_view name, std::span<const std::string> exercises,
                     int64_t due, int64_t now);
  std::vector<ExerciseSet> Sets() const;  // the earliest first
  // With its assignments; answers stay. False if there is no such set.
  bool DeleteSet(std::string_view id);
  // Once or more often is the same. Throws if the set or the person is not known.
  void Assign(const Assignment& assignment);
  bool Unassign(const Assignment& assignment);
  std::vector<Assignment> Assignments() const;
  // What was given to the person or to their team, the earliest first.
  std::vector<ExerciseSet> SetsOf(std::string_view person) const;

  // Everything, as JSON: {"schema": 2, "persons": [...], "sets": [...], ...}, the same
  // bytes for the same contents.
  std::string Export() const;
  // Adds what is not here. A person or set whose id is here stays as it is here; their
  // answers and assignments are added. Twice is the same as once. All problems of the
  // text are told, with the place of each as a JSON pointer.
  Imported Import(std::string_view json);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace amends::training
