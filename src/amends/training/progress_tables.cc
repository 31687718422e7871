#include "amends/training/progress_tables.h"

#include <cerrno>
#include <map>
#include <system_error>
#include <thread>
#include <utility>

#include <SQLiteCpp/SQLiteCpp.h>
#include <SQLiteCpp/VariadicBind.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include "amends/pack/json_value.h"
#include "amends/report/json_text.h"
#include "amends/training/progress_schema.h"

namespace amends::training {
namespace {

namespace fs = std::filesystem;
using SQLite::Database;
using SQLite::Statement;
using Clock = std::chrono::steady_clock;

constexpr int kBusy = 5;  // SQLITE_BUSY

constexpr const char* kPersonColumns = "SELECT id, name, team, created FROM persons ";
constexpr const char* kSetColumns = "SELECT id, name, exercises, due, created FROM sets ";

int NumberOf(Database& database, const char* query) {
  return database.execAndGet(query).getInt();
}

// Makes the file so that nobody else can read it, not even at first; SQLite gives the
// files beside it the same rights.
void MakeFile(const fs::path& file) {
  std::error_code error;
  if (file.has_parent_path()) fs::create_directories(file.parent_path(), error);
  if (error) throw TableError(error.message());
  const int made = open(file.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (made < 0 && errno != EEXIST) {
    throw TableError(std::system_category().message(errno));
  }
  if (made >= 0) close(made);
}

void BringToPresent(Database& database) {
  const auto steps = ProgressSteps();
  const int known = static_cast<int>(steps.size());
  SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
  const bool is_empty = NumberOf(database, "SELECT count(*) FROM sqlite_master") == 0;
  if (!is_empty && NumberOf(database, "PRAGMA application_id") != kProgressApplication) {
    throw TableError("this is a database of something else");
  }
  const int version = NumberOf(database, "PRAGMA user_version");
  if (version > known) {
    throw TableError(fmt::format(
        "a newer Amends has written this file: its version is {}, known are up to {}",
        version, known));
  }
  if (version == known) return;
  for (int step = version; step < known; ++step) {
    database.exec(steps[static_cast<size_t>(step)]);
  }
  database.exec(fmt::format("PRAGMA application_id = {}", kProgressApplication));
  database.exec(fmt::format("PRAGMA user_version = {}", known));
  transaction.commit();
}

// Tries until it succeeds, where SQLite does not wait by itself. False if it never did.
template <typename Attempt>
bool Patiently(std::chrono::milliseconds patience, const Attempt& attempt) {
  const auto end = Clock::now() + patience;
  while (!attempt()) {
    if (Clock::now() >= end) return false;
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  }
  return true;
}

// False while somebody else does the same.
bool LogAhead(Database& database) {
  try {
    database.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL");
    return true;
  } catch (const SQLite::Exception& error) {
    if (error.getErrorCode() != kBusy) throw;
    return false;
  }
}

// Takes over what stands in the log and cuts it. False while others are in the way.
bool CutLog(Database& database) {
  Statement cut(database, "PRAGMA wal_checkpoint(TRUNCATE)");
  return cut.executeStep() && cut.getColumn(0).getInt() == 0;
}

template <typename... Values>
Statement Bound(Database& database, const std::string& sql, const Values&... values) {
  Statement statement(database, sql);
  if constexpr (sizeof...(values) > 0) SQLite::bind(statement, values...);
  return statement;
}

// How many rows it has changed.
template <typename... Values>
int Change(Database& database, const char* sql, const Values&... values) {
  return Bound(database, sql, values...).exec();
}

template <typename... Values>
bool Has(Database& database, const char* sql, const Values&... values) {
  return Bound(database, sql, values...).executeStep();
}

template <typename Read>
auto All(Statement rows, const Read& read) {
  std::vector<decltype(read(rows))> all;
  while (rows.executeStep()) all.push_back(read(rows));
  return all;
}

Person ReadPerson(const Statement& row) {
  return {row.getColumn(0).getString(), row.getColumn(1).getString(),
          row.getColumn(2).getString(), row.getColumn(3).getInt64()};
}

GradedAnswer ReadAnswer(const Statement& row) {
  GradedAnswer answer;
  answer.id = row.getColumn("id").getString();
  answer.person = row.getColumn("person").getString();
  answer.exercise = row.getColumn("exercise").getString();
  answer.kind = row.getColumn("kind").getString();
  answer.at = row.getColumn("at").getInt64();
  answer.passed = row.getColumn("passed").getInt() != 0;
  answer.points = row.getColumn("points").getInt();
  answer.hints = row.getColumn("hints").getInt();
  answer.seconds = row.getColumn("seconds").getInt();
  answer.set = row.getColumn("for_set").getString();
  return answer;
}

std::string TextOf(const std::vector<std::string>& exercises) {
  std::string text;
  report::JsonText json(text);
  json.Strings(exercises);
  return text;
}

ExerciseSet ReadSet(const Statement& row) {
  ExerciseSet set;
  set.id = row.getColumn(0).getString();
  set.name = row.getColumn(1).getString();
  const pack::ParsedJson exercises = pack::ParseJson(row.getColumn(2).getString());
  if (exercises.value) {
    for (const pack::Value& one : exercises.value->items) {
      set.exercises.push_back(one.string);
    }
  }
  set.due = row.getColumn(3).getInt64();
  set.created = row.getColumn(4).getInt64();
  return set;
}

std::string TextOrNone(const SQLite::Column& column) {
  return column.isNull() ? "" : column.getString();
}

}  // namespace

struct ProgressTables::State {
  State(const fs::path& file, std::chrono::milliseconds waits)
      : patience(waits),
        database(file.string(), SQLite::OPEN_READWRITE, static_cast<int>(waits.count())) {
  }

  // Errors of SQLite become ours.
  template <typename Work>
  auto Do(const Work& work) {
    try {
      return work(database);
    } catch (const SQLite::Exception& error) {
      throw TableError(error.what());
    }
  }

  std::chrono::milliseconds patience;
  Database database;
};

ProgressTables::ProgressTables(const fs::path& file, std::chrono::milliseconds patience) {
  MakeFile(file);
  try {
    state_ = std::make_unique<State>(file, patience);
  } catch (const SQLite::Exception& error) {
    throw TableError(error.what());
  }
  state_->Do([&](Database& database) {
    database.exec("PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY");
    NumberOf(database, "PRAGMA secure_delete = ON");
    BringToPresent(database);
    if (!Patiently(patience, [&] { return LogAhead(database); })) {
      throw TableError("others keep it locked");
    }
  });
}

ProgressTables::~ProgressTables() = default;

struct ProgressTables::Transaction::State {
  State(Database& database, SQLite::TransactionBehavior behavior)
      : transaction(database, behavior) {}

  SQLite::Transaction transaction;
};

ProgressTables::Transaction::Transaction(ProgressTables& tables, Kind kind) {
  using Behavior = SQLite::TransactionBehavior;
  const auto behavior = kind == Kind::kChanges ? Behavior::IMMEDIATE : Behavior::DEFERRED;
  tables.state_->Do(
      [&](Database& database) { state_ = std::make_unique<State>(database, behavior); });
}

ProgressTables::Transaction::~Transaction() = default;

void ProgressTables::Transaction::Commit() {
  try {
    state_->transaction.commit();
  } catch (const SQLite::Exception& error) {
    throw TableError(error.what());
  }
}

std::vector<Person> ProgressTables::Persons() {
  return state_->Do([](Database& database) {
    return All(Bound(database, std::string(kPersonColumns) + "ORDER BY team, name"),
               ReadPerson);
  });
}

std::optional<Person> ProgressTables::FindPerson(const std::string& id) {
  return state_->Do([&](Database& database) -> std::optional<Person> {
    Statement row = Bound(database, std::string(kPersonColumns) + "WHERE id = ?", id);
    if (!row.executeStep()) return std::nullopt;
    return ReadPerson(row);
  });
}

bool ProgressTables::IsTaken(const Person& person) {
  return state_->Do([&](Database& database) {
    return Has(database, "SELECT 1 FROM persons WHERE name = ? AND team = ? AND id <> ?",
               person.name, person.team, person.id);
  });
}

void ProgressTables::AddPerson(const Person& person) {
  state_->Do([&](Database& database) {
    Change(database, "INSERT INTO persons (id, name, team, created) VALUES (?, ?, ?, ?)",
           person.id, person.name, person.team, person.created);
  });
}

bool ProgressTables::SetPerson(const Person& person) {
  return state_->Do([&](Database& database) {
    return Change(database, "UPDATE persons SET name = ?, team = ? WHERE id = ?",
                  person.name, person.team, person.id) > 0;
  });
}

bool ProgressTables::DeletePerson(const std::string& id) {
  return state_->Do([&](Database& database) {
    return Change(database, "DELETE FROM persons WHERE id = ?", id) > 0;
  });
}

bool ProgressTables::AddAnswer(const GradedAnswer& answer) {
  return state_->Do([&](Database& database) {
    const int added = Change(
        database,
        "INSERT INTO answers (id, person, exercise, kind, at, passed, points, "
        "hints, seconds, for_set) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
        "ON CONFLICT (id) DO NOTHING",
        answer.id, answer.person, answer.exercise, answer.kind, answer.at,
        answer.passed ? 1 : 0, answer.points, answer.hints, answer.seconds, answer.set);
    if (added == 0) return false;
    const int64_t number = database.getLastInsertRowid();
    int position = 0;
    for (const RuleGrade& each : answer.grades) {
      Change(database,
             "INSERT INTO answer_rules (answer, position, rule, grade) "
             "VALUES (?, ?, ?, ?)",
             number, position++, each.rule, static_cast<int>(each.grade));
    }
    return true;
  });
}

bool ProgressTables::HasAnswer(const std::string& id, const std::string& person) {
  return state_->Do([&](Database& database) {
    return Has(database, "SELECT 1 FROM answers WHERE id = ? AND person = ?", id, person);
  });
}

// Two queries, however many answers.
std::vector<GradedAnswer> ProgressTables::AnswersOf(const std::string& person) {
  return state_->Do([&](Database& database) {
    std::map<int64_t, size_t> places;
    std::vector<GradedAnswer> answers;
    Statement rows = Bound(
        database, "SELECT * FROM answers WHERE person = ? ORDER BY at, number", person);
    while (rows.executeStep()) {
      places[rows.getColumn("number").getInt64()] = answers.size();
      answers.push_back(ReadAnswer(rows));
    }
    Statement grades = Bound(database,
                             "SELECT answer, rule, grade FROM answer_rules WHERE answer "
                             "IN (SELECT number FROM answers WHERE person = ?) "
                             "ORDER BY answer, position",
                             person);
    while (grades.executeStep()) {
      answers[places.at(grades.getColumn(0).getInt64())].grades.push_back(
          {grades.getColumn(1).getString(),
           static_cast<Grade>(grades.getColumn(2).getInt())});
    }
    return answers;
  });
}

std::vector<ExerciseSet> ProgressTables::Sets() {
  return state_->Do([](Database& database) {
    return All(Bound(database, std::string(kSetColumns) + "ORDER BY created, id"),
               ReadSet);
  });
}

std::vector<ExerciseSet> ProgressTables::SetsOf(const std::string& person) {
  return state_->Do([&](Database& database) {
    return All(Bound(database,
                     std::string(kSetColumns) +
                         "WHERE id IN (SELECT for_set FROM assignments "
                         "WHERE person = ?1 OR team = "
                         "(SELECT team FROM persons WHERE id = ?1)) "
                         "ORDER BY due = 0, due, created, id",
                     person),
               ReadSet);
  });
}

bool ProgressTables::HasSet(const std::string& id) {
  return state_->Do([&](Database& database) {
    return Has(database, "SELECT 1 FROM sets WHERE id = ?", id);
  });
}

bool ProgressTables::AddSet(const ExerciseSet& set) {
  return state_->Do([&](Database& database) {
    return Change(database,
                  "INSERT INTO sets (id, name, exercises, due, created) "
                  "VALUES (?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING",
                  set.id, set.name, TextOf(set.exercises), set.due, set.created) > 0;
  });
}

bool ProgressTables::DeleteSet(const std::string& id) {
  return state_->Do([&](Database& database) {
    return Change(database, "DELETE FROM sets WHERE id = ?", id) > 0;
  });
}

std::vector<Assignment> ProgressTables::Assignments() {
  return state_->Do([](Database& database) {
    return All(Bound(database,
                     "SELECT for_set, team, person FROM assignments "
                     "ORDER BY for_set, ifnull(team, ''), ifnull(person, '')"),
               [](const Statement& row) {
                 return Assignment{row.getColumn(0).getString(),
                                   TextOrNone(row.getColumn(1)),
                                   TextOrNone(row.getColumn(2))};
               });
  });
}

void ProgressTables::AddAssignment(const Assignment& assignment) {
  state_->Do([&](Database& database) {
    Change(database,
           "INSERT OR IGNORE INTO assignments (for_set, team, person) "
           "VALUES (?, nullif(?, ''), nullif(?, ''))",
           assignment.set, assignment.team, assignment.person);
  });
}

bool ProgressTables::DeleteAssignment(const Assignment& assignment) {
  return state_->Do([&](Database& database) {
    return Change(database,
                  "DELETE FROM assignments WHERE for_set = ? "
                  "AND ifnull(team, '') = ? AND ifnull(person, '') = ?",
                  assignment.set, assignment.team, assignment.person) > 0;
  });
}

bool ProgressTables::DropTraces() {
  return state_->Do([&](Database& database) {
    database.exec("VACUUM");
    return Patiently(state_->patience, [&] { return CutLog(database); });
  });
}

}  // namespace amends::training
