// The file of overrides: one row for one token, whoever asks and whatever goes wrong.
#include "tools/serve/override_store.h"

#include <atomic>
#include <csignal>
#include <latch>
#include <string>
#include <thread>
#include <vector>

#include <SQLiteCpp/SQLiteCpp.h>
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/unit/pack/temporary_folder.h"
#include "tools/serve/override_key.h"

namespace amends::serve {
namespace {

namespace fs = std::filesystem;
using std::chrono::milliseconds;

Override At(const std::string& time, const std::string& reason = "They asked for it.") {
  Override one;
  one.time = time;
  one.client = "desk";
  one.decision = "hold";
  one.channel = "email";
  one.kind = "reply";
  one.profile = "default";
  one.digest = "d";
  one.draft = "abc";
  one.record = "def";
  one.reason = reason;
  one.rules = {{"tiny/if", "error", 2}, {"tiny/must", "warning", 1}};
  return one;
}

std::vector<Override> AllIn(const OverrideStore& store, const std::string& since = "") {
  std::vector<Override> all;
  store.ForEach(since, [&](const Override& one) { all.push_back(one); });
  return all;
}

int ModeOf(const fs::path& file) {
  struct stat status {};
  return stat(file.c_str(), &status) == 0 ? static_cast<int>(status.st_mode & 0777) : -1;
}

class Store : public ::testing::Test {
 protected:
  fs::path file() const { return folder_.path() / "state/amends/overrides.db"; }

  pack::TemporaryFolder folder_;
};

TEST_F(Store, KeepsWhatItIsGivenTheNewestFirst) {
  const Override first = At("2026-03-01T23:59:59Z", "line\nbreak \"quoted\" “ß”");
  Override second = At("2026-03-02T00:00:00Z");
  second.record.clear();
  second.rules.clear();
  {
    OverrideStore store(file());
    EXPECT_TRUE(store.Keep("b", second));
    EXPECT_TRUE(store.Keep("a", first));
  }
  const OverrideStore store = OverrideStore::ToRead(file());
  EXPECT_EQ(AllIn(store), (std::vector{second, first}));
  EXPECT_EQ(AllIn(store, "2026-03-02"), std::vector{second});
  EXPECT_EQ(AllIn(store, "2026-03-03"), std::vector<Override>());
}

TEST_F(Store, IsForItsOwnerAlone) {
  const mode_t before = umask(0);
  OverrideStore store(file());
  store.Keep("a", At("2026-03-02T00:00:00Z"));
  OverrideKey::In(file().string() + ".key");
  umask(before);
  for (const char* end : {"", "-wal", "-shm", ".key"}) {
    EXPECT_EQ(ModeOf(file().string() + end), 0600) << end;
  }
}

TEST_F(Store, TakesATokenOnce) {
  OverrideStore store(file());
  OverrideStore other(file());
  EXPECT_TRUE(store.Keep("a", At("2026-03-02T00:00:00Z")));
  EXPECT_FALSE(store.Keep("a", At("2026-03-02T00:00:01Z")));
  EXPECT_FALSE(other.Keep("a", At("2026-03-02T00:00:02Z")));
  EXPECT_TRUE(other.Keep("b", At("2026-03-02T00:00:03Z")));
  EXPECT_EQ(AllIn(store).size(), 2u);
}

TEST_F(Store, TakesATokenOnceFromManyThreads) {
  constexpr int kThreads = 4;
  constexpr int kTokens = 25;
  OverrideStore shared(file());
  OverrideStore second(file());
  for (int token = 0; token < kTokens; ++token) {
    std::atomic<int> taken = 0;
    std::latch start(kThreads);
    {
      std::vector<std::jthread> threads;
      for (int i = 0; i < kThreads; ++i) {
        threads.emplace_back([&, i] {
          OverrideStore& store = i % 2 == 0 ? shared : second;
          start.arrive_and_wait();
          taken +=
              store.Keep("token " + std::to_string(token), At("2026-03-02T00:00:00Z"))
                  ? 1
                  : 0;
        });
      }
    }
    EXPECT_EQ(taken, 1) << token;
  }
  EXPECT_EQ(AllIn(shared).size(), static_cast<size_t>(kTokens));
}

// Each opens the same file, which is not there yet, and uses the same tokens.
TEST_F(Store, TakesATokenOnceFromManyProcesses) {
  constexpr int kProcesses = 6;
  constexpr int kTokens = 20;
  std::vector<pid_t> children;
  for (int i = 0; i < kProcesses; ++i) {
    const pid_t child = fork();
    if (child == 0) {
      int taken = 0;
      try {
        OverrideStore store(file(), milliseconds(60'000));
        for (int token = 0; token < kTokens; ++token) {
          taken +=
              store.Keep("token " + std::to_string(token), At("2026-03-02T00:00:00Z"))
                  ? 1
                  : 0;
        }
      } catch (const std::exception& error) {
        std::fprintf(stderr, "%s\n", error.what());
        taken = 100;
      }
      _exit(taken);
    }
    children.push_back(child);
  }
  int taken = 0;
  for (const pid_t child : children) {
    int status = 0;
    waitpid(child, &status, 0);
    taken += WIFEXITED(status) ? WEXITSTATUS(status) : 1000;
  }
  EXPECT_EQ(taken, kTokens);
  EXPECT_EQ(AllIn(OverrideStore::ToRead(file())).size(), static_cast<size_t>(kTokens));
}

TEST_F(Store, KeepsNothingWhileItIsLockedAndGoesOnAfterwards) {
  OverrideStore store(file(), milliseconds(1));
  {
    SQLite::Database other(file().string(), SQLite::OPEN_READWRITE);
    SQLite::Transaction lock(other, SQLite::TransactionBehavior::IMMEDIATE);
    EXPECT_THROW(store.Keep("a", At("2026-03-02T00:00:00Z")), StoreError);
  }
  EXPECT_EQ(AllIn(store).size(), 0u);
  EXPECT_TRUE(store.Keep("a", At("2026-03-02T00:00:00Z")));
}

// A process may write no file beyond a size: what a full disk is like for it.
TEST_F(Store, KeepsNothingHalfWhenTheDiskIsFull) {
  OverrideStore store(file());
  ASSERT_TRUE(store.Keep("a", At("2026-03-02T00:00:00Z")));
  rlimit before{};
  ASSERT_EQ(getrlimit(RLIMIT_FSIZE, &before), 0);
  const auto old = std::signal(SIGXFSZ, SIG_IGN);
  const Override large = At("2026-03-02T00:00:01Z", std::string(300'000, 'x'));
  const auto wal = static_cast<rlim_t>(fs::file_size(file().string() + "-wal"));
  const rlimit full{wal + 100'000, before.rlim_max};
  ASSERT_EQ(setrlimit(RLIMIT_FSIZE, &full), 0);
  EXPECT_THROW(store.Keep("b", large), StoreError);
  ASSERT_EQ(setrlimit(RLIMIT_FSIZE, &before), 0);
  std::signal(SIGXFSZ, old);
  EXPECT_EQ(AllIn(store).size(), 1u);
  EXPECT_TRUE(store.Keep("b", large));
  EXPECT_EQ(AllIn(store).size(), 2u);
  SQLite::Database database(file().string());
  EXPECT_EQ(database.execAndGet("PRAGMA integrity_check").getString(), "ok");
}

TEST_F(Store, SaysWhatToDoWhereItCannotBe) {
  fs::create_directories(file().parent_path());
  folder_.Write("blocked", "a file, no folder");
  folder_.Write("text.db", std::string(5000, 'x'));
  SQLite::Database(folder_.path() / "other.db",
                   SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE)
      .exec("CREATE TABLE t (x)");
  {
    const OverrideStore ours(folder_.path() / "newer.db");
    SQLite::Database(folder_.path() / "newer.db", SQLite::OPEN_READWRITE)
        .exec("PRAGMA user_version = 99");
  }
  struct Row {
    const char* file;
    const char* why;
  };
  const Row rows[] = {
      {"blocked/overrides.db", "Not a directory"},
      {"state/amends", "unable to open database file"},
      {"text.db", "file is not a database"},
      {"other.db", "this is a database of something else"},
      {"newer.db", "a newer Amends has written this file"},
  };
  for (const Row& row : rows) {
    const std::string path = (folder_.path() / row.file).string();
    try {
      const OverrideStore store(path);
      ADD_FAILURE() << row.file << " was opened";
    } catch (const StoreError& error) {
      EXPECT_EQ(error.what(), path + ": the overrides cannot be kept here: " + row.why +
                                  ". --overrides FILE names another place");
    }
  }
  EXPECT_THROW(OverrideStore::ToRead(file()), StoreError);
}

TEST_F(Store, HasAKeyThatStays) {
  const fs::path key = folder_.path() / "overrides.db.key";
  const auto hash = [&] {
    return OverrideKey::In(key).HexOf(OverrideKey::Use::kDraft, "a");
  };
  const std::string first = hash();
  EXPECT_EQ(hash(), first);
  fs::remove(key);
  EXPECT_NE(hash(), first);
}

TEST_F(Store, TakesNoKeyThatOthersKnowOrThatIsNone) {
  const fs::path key = folder_.path() / "overrides.db.key";
  OverrideKey::In(key);
  fs::permissions(key, fs::perms::group_read, fs::perm_options::add);
  EXPECT_THROW(OverrideKey::In(key), std::runtime_error);
  fs::permissions(key, fs::perms::owner_read | fs::perms::owner_write);
  OverrideKey::In(key);
  for (const std::string& text :
       {std::string("\n"), std::string(63, 'a'), std::string(65, 'a'),
        std::string(64, 'x'), std::string(128, 'a'), std::string(300, 'a')}) {
    folder_.Write("overrides.db.key", text);
    EXPECT_THROW(OverrideKey::In(key), std::runtime_error) << text;
  }
  EXPECT_THROW(OverrideKey::In(folder_.path() / "none/key"), std::runtime_error);
}

}  // namespace
}  // namespace amends::serve
