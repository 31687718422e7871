// The rows of the file of progress (progress_schema.h), in and out as values. It trusts
// what it is given; Progress asks first. One thread at a time.
#pragma once

#include <chrono>
#include <filesystem>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "amends/training/progress_entries.h"

namespace amends::training {

// What SQLite says.
class TableError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

// A connection. Each of its functions may throw TableError.
class ProgressTables {
 public:
  // Makes the file, brings it to the present version, refuses what is not ours.
  ProgressTables(const std::filesystem::path& file, std::chrono::milliseconds patience);
  ~ProgressTables();

  // What is read in one sees one state; what is changed in one is kept as a whole by
  // Commit, on the disk when it returns, or else not at all.
  class Transaction {
   public:
    enum class Kind { kReads, kChanges };
    Transaction(ProgressTables& tables, Kind kind);
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    void Commit();

   private:
    struct State;
    std::unique_ptr<State> state_;
  };

  std::vector<Person> Persons();  // by team and name
  std::optional<Person> FindPerson(const std::string& id);
  // Whether somebody other than the person has name and team.
  bool IsTaken(const Person& person);
  void AddPerson(const Person& person);
  bool SetPerson(const Person& person);  // name and team; false: nobody has the id
  bool DeletePerson(const std::string& id);

  bool AddAnswer(const GradedAnswer& answer);  // false: the id is there
  bool HasAnswer(const std::string& id, const std::string& person);
  std::vector<GradedAnswer> AnswersOf(const std::string& person);  // the earliest first

  std::vector<ExerciseSet> Sets();  // the earliest first
  std::vector<ExerciseSet> SetsOf(const std::string& person);
  bool HasSet(const std::string& id);
  bool AddSet(const ExerciseSet& set);  // false: the id is there
  bool DeleteSet(const std::string& id);

  std::vector<Assignment> Assignments();  // by set, team and person
  void AddAssignment(const Assignment& assignment);
  bool DeleteAssignment(const Assignment& assignment);

  // Writes the file anew and cuts the log beside it, so that nothing deleted is left.
  // Outside of transactions. False if somebody was reading for too long.
  bool DropTraces();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace amends::training
