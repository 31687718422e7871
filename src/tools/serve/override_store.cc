#include "tools/serve/override_store.h"

#include <cerrno>
#include <mutex>
#include <optional>
#include <system_error>
#include <utility>

#include <SQLiteCpp/SQLiteCpp.h>
#include <fcntl.h>
#include <fmt/format.h>

#include "tools/serve/descriptor.h"

namespace amends::serve {
namespace {

namespace fs = std::filesystem;

constexpr int kApplication = 0x416D656E;  // “Amen”: the file is ours
constexpr int kSchema = 1;

// A new column or table is a step of its own, from the number before it to the next.
constexpr const char* kFirstSchema = R"(
CREATE TABLE overrides (
  id INTEGER PRIMARY KEY,
  nonce BLOB NOT NULL UNIQUE,
  time TEXT NOT NULL,
  client TEXT NOT NULL,
  decision TEXT NOT NULL,
  channel TEXT NOT NULL,
  kind TEXT NOT NULL,
  profile TEXT NOT NULL,
  digest TEXT NOT NULL,
  draft TEXT NOT NULL,
  record TEXT NOT NULL,
  reason TEXT NOT NULL
) STRICT;
CREATE INDEX overrides_by_time ON overrides (time);
CREATE TABLE overridden_rules (
  override INTEGER NOT NULL REFERENCES overrides (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  rule TEXT NOT NULL,
  severity TEXT NOT NULL,
  count INTEGER NOT NULL,
  PRIMARY KEY (override, position)
) STRICT, WITHOUT ROWID;
)";

int NumberOf(SQLite::Database& database, const char* pragma) {
  return database.execAndGet(pragma).getInt();
}

// Makes the file so that nobody else can read it, not even at first; SQLite gives the
// files beside it the same rights.
void MakeFile(const fs::path& file) {
  std::error_code error;
  if (file.has_parent_path()) fs::create_directories(file.parent_path(), error);
  if (error) throw StoreError(error.message());
  const Descriptor made(open(file.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600));
  if (made.number() < 0 && errno != EEXIST) {
    throw StoreError(std::system_category().message(errno));
  }
}

void CheckSchema(SQLite::Database& database) {
  if (NumberOf(database, "PRAGMA application_id") != kApplication) {
    throw StoreError("this is a database of something else");
  }
  if (NumberOf(database, "PRAGMA user_version") > kSchema) {
    throw StoreError("a newer Amends has written this file");
  }
}

void MakeSchema(SQLite::Database& database) {
  SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
  if (NumberOf(database, "SELECT count(*) FROM sqlite_master") == 0) {
    database.exec(kFirstSchema);
    database.exec(fmt::format("PRAGMA application_id = {}", kApplication));
    database.exec(fmt::format("PRAGMA user_version = {}", kSchema));
  }
  CheckSchema(database);
  transaction.commit();
}

Override Read(const SQLite::Statement& row) {
  const auto text = [&](const char* name) { return row.getColumn(name).getString(); };
  Override one;
  one.time = text("time");
  one.client = text("client");
  one.decision = text("decision");
  one.channel = text("channel");
  one.kind = text("kind");
  one.profile = text("profile");
  one.digest = text("digest");
  one.draft = text("draft");
  one.record = text("record");
  one.reason = text("reason");
  return one;
}

std::vector<OverriddenRule> RulesOf(SQLite::Database& database, int64_t id) {
  SQLite::Statement rows(database,
                         "SELECT rule, severity, count FROM overridden_rules "
                         "WHERE override = ? ORDER BY position");
  rows.bind(1, id);
  std::vector<OverriddenRule> rules;
  while (rows.executeStep()) {
    rules.push_back({rows.getColumn(0).getString(), rows.getColumn(1).getString(),
                     rows.getColumn(2).getInt()});
  }
  return rules;
}

void AddRules(SQLite::Database& database, const std::vector<OverriddenRule>& rules) {
  const int64_t id = database.getLastInsertRowid();
  SQLite::Statement row(database, "INSERT INTO overridden_rules VALUES (?, ?, ?, ?, ?)");
  int position = 0;
  for (const OverriddenRule& each : rules) {
    row.bind(1, id);
    row.bind(2, position++);
    row.bind(3, each.rule);
    row.bind(4, each.severity);
    row.bind(5, each.count);
    row.exec();
    row.reset();
  }
}

}  // namespace

struct OverrideStore::State {
  State(const fs::path& file, int flags, std::chrono::milliseconds patience)
      : database(file.string(), flags, static_cast<int>(patience.count())) {}

  std::mutex mutex;
  SQLite::Database database;
};

OverrideStore::OverrideStore(const fs::path& file, std::chrono::milliseconds patience) {
  try {
    MakeFile(file);
    state_ = std::make_unique<State>(file, SQLite::OPEN_READWRITE, patience);
    SQLite::Database& database = state_->database;
    MakeSchema(database);
    // A used token stays used, whatever happens to this machine.
    database.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL");
  } catch (const std::exception& error) {
    throw StoreError(fmt::format(
        "{}: the overrides cannot be kept here: {}. --overrides FILE names another place",
        file.string(), error.what()));
  }
}

OverrideStore OverrideStore::ToRead(const fs::path& file) {
  try {
    auto state = std::make_unique<State>(file, SQLite::OPEN_READONLY, kPatience);
    CheckSchema(state->database);
    return OverrideStore(std::move(state));
  } catch (const std::exception& error) {
    throw StoreError(
        fmt::format("{}: the overrides cannot be read: {}", file.string(), error.what()));
  }
}

OverrideStore::OverrideStore(std::unique_ptr<State> state) : state_(std::move(state)) {}
OverrideStore::OverrideStore(OverrideStore&&) noexcept = default;
OverrideStore::~OverrideStore() = default;

bool OverrideStore::Keep(std::string_view nonce, const Override& one) {
  const std::scoped_lock lock(state_->mutex);
  SQLite::Database& database = state_->database;
  try {
    SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
    SQLite::Statement row(
        database,
        "INSERT INTO overrides (nonce, time, client, decision, channel, kind, profile, "
        "digest, draft, record, reason) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
        "ON CONFLICT (nonce) DO NOTHING");
    row.bind(1, nonce.data(), static_cast<int>(nonce.size()));
    int column = 1;
    for (const std::string* text :
         {&one.time, &one.client, &one.decision, &one.channel, &one.kind, &one.profile,
          &one.digest, &one.draft, &one.record, &one.reason}) {
      row.bind(++column, *text);
    }
    if (row.exec() == 0) return false;
    AddRules(database, one.rules);
    transaction.commit();
    return true;
  } catch (const SQLite::Exception& error) {
    throw StoreError(error.what());
  }
}

void OverrideStore::ForEach(const std::string& since,
                            const std::function<void(const Override&)>& use) const {
  const std::scoped_lock lock(state_->mutex);
  SQLite::Database& database = state_->database;
  try {
    SQLite::Statement rows(
        database, "SELECT * FROM overrides WHERE time >= ? ORDER BY time DESC, id DESC");
    rows.bind(1, since);
    while (rows.executeStep()) {
      Override one = Read(rows);
      one.rules = RulesOf(database, rows.getColumn("id").getInt64());
      use(one);
    }
  } catch (const SQLite::Exception& error) {
    throw StoreError(error.what());
  }
}

}  // namespace amends::serve
