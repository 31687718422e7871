// Processes that are killed in the midst of it, and processes at once. A kill shows that
// what was told is with the system; that the system has put it on the disk, for a loss of
// power, rests on SQLite's synchronous = FULL.
#include <chrono>
#include <csignal>
#include <functional>
#include <random>
#include <string>
#include <thread>
#include <unordered_set>
#include <vector>

#include <SQLiteCpp/SQLiteCpp.h>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include "amends/training/progress.h"
#include "tests/unit/training/kept_progress.h"

namespace amends::training {
namespace {

// A process of its own that does the work and leaves, 0 if it came to the end.
pid_t Start(const std::function<void()>& work) {
  const pid_t child = fork();
  if (child != 0) return child;
  try {
    work();
  } catch (const std::exception& error) {
    const std::string text = std::string(error.what()) + "\n";
    _exit(write(STDERR_FILENO, text.data(), text.size()) < 0 ? 2 : 1);
  }
  _exit(0);
}

int ExitOf(pid_t child) {
  int status = 0;
  waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

std::string Integrity(const KeptProgress& kept) {
  // Writing, for a killed process may have left something to be taken back.
  SQLite::Database database(kept.file().string(), SQLite::OPEN_READWRITE);
  std::string told = database.execAndGet("PRAGMA integrity_check").getString();
  SQLite::Statement broken(database, "PRAGMA foreign_key_check");
  return broken.executeStep() ? "a foreign key is broken" : told;
}

// Adds answers until it is killed and tells the id of each that Add has returned for.
[[noreturn]] void AddForever(const KeptProgress& kept, const std::string& round, int to) {
  Progress progress = kept.Open();
  std::optional<Person> ann = progress.FindPerson("Ann", "");
  if (!ann) ann = progress.AddPerson("Ann", "", kStart);
  for (int i = 0;; ++i) {
    const std::string id = round + "-" + std::to_string(i);
    progress.AddAnswer(AnswerOf(ann->id, id, kStart + i));
    const std::string line = id + "\n";
    if (write(to, line.data(), line.size()) < 0) _exit(1);
  }
}

// The ids that a process told before it was killed: so long after it had told so many.
std::vector<std::string> ToldBeforeKill(const KeptProgress& kept,
                                        const std::string& round, size_t many,
                                        std::chrono::microseconds delay) {
  int ends[2] = {};
  EXPECT_EQ(pipe(ends), 0);
  const pid_t child = Start([&] {
    close(ends[0]);
    AddForever(kept, round, ends[1]);
  });
  close(ends[1]);
  std::vector<std::string> ids(1);
  const auto read_more = [&] {
    char buffer[256];
    const ssize_t size = read(ends[0], buffer, sizeof buffer);
    for (ssize_t i = 0; i < size; ++i) {
      if (buffer[i] == '\n') {
        ids.emplace_back();
      } else {
        ids.back() += buffer[i];
      }
    }
    return size > 0;
  };
  while (ids.size() <= many && read_more()) {
  }
  std::this_thread::sleep_for(delay);
  kill(child, SIGKILL);
  while (read_more()) {
  }
  close(ends[0]);
  EXPECT_EQ(ExitOf(child), -SIGKILL);
  ids.pop_back();  // of which the end of the line never came
  return ids;
}

TEST(ProgressCrash, WhatWasToldIsThereAfterAKill) {
  const KeptProgress kept;
  const unsigned seed = std::random_device()();
  SCOPED_TRACE("seed " + std::to_string(seed));
  std::mt19937 random(seed);
  std::vector<std::string> told;
  for (int round = 0; round < 30; ++round) {
    const std::chrono::microseconds delay(random() % 10'000);
    const auto ids =
        ToldBeforeKill(kept, "r" + std::to_string(round), 1 + random() % 8, delay);
    told.insert(told.end(), ids.begin(), ids.end());
    EXPECT_EQ(Integrity(kept), "ok");
    const Progress progress = kept.Open();
    const std::optional<Person> ann = progress.FindPerson("Ann", "");
    ASSERT_TRUE(ann);
    std::unordered_set<std::string> there;
    for (const GradedAnswer& answer : progress.AnswersOf(ann->id)) {
      there.insert(answer.id);
      EXPECT_EQ(answer, AnswerOf(ann->id, answer.id, answer.at));  // whole
    }
    for (const std::string& id : told) EXPECT_TRUE(there.contains(id)) << id;
    // At most one more a round: the one it was killed over.
    EXPECT_LE(there.size(), told.size() + static_cast<size_t>(round) + 1);
  }
  EXPECT_GE(told.size(), 30u);
}

// Where nothing is yet: killed while it makes the file, the tables or the first person.
TEST(ProgressCrash, AKillWhileTheFileIsMadeLeavesOneThatCanBeUsed) {
  std::mt19937 random(7);
  for (int round = 0; round < 30; ++round) {
    const KeptProgress kept;
    const std::chrono::microseconds delay(random() % 15'000);
    const auto told = ToldBeforeKill(kept, "r", 0, delay);
    Progress progress = kept.Open();
    std::optional<Person> ann = progress.FindPerson("Ann", "");
    if (!told.empty()) {
      ASSERT_TRUE(ann);
      EXPECT_GE(progress.AnswersOf(ann->id).size(), told.size());
    }
    if (!ann) ann = progress.AddPerson("Ann", "", kStart);
    EXPECT_TRUE(progress.AddAnswer(AnswerOf(ann->id, "after")));
    EXPECT_EQ(Integrity(kept), "ok");
  }
}

TEST(ProgressCrash, ProcessesWriteAtOnce) {
  constexpr int kProcesses = 4;
  constexpr int kAnswers = 60;
  const KeptProgress kept;
  // All of them make the file too.
  std::vector<pid_t> children(kProcesses);
  for (int process = 0; process < kProcesses; ++process) {
    children[static_cast<size_t>(process)] = Start([&] {
      Progress progress = kept.Open();
      const Person own = progress.AddPerson("P" + std::to_string(process), "", kStart);
      for (int i = 0; i < kAnswers; ++i) {
        const std::string number = std::to_string(i);
        progress.AddAnswer(AnswerOf(own.id, own.name + "-" + number));
        progress.AddAnswer(AnswerOf(own.id, "shared-" + number));  // one gets it
        if (i % 20 == process) progress.DropTraces();
      }
    });
  }
  for (const pid_t child : children) EXPECT_EQ(ExitOf(child), 0);
  const Progress progress = kept.Open();
  size_t answers = 0;
  for (const Person& person : progress.Persons()) {
    answers += progress.AnswersOf(person.id).size();
  }
  EXPECT_EQ(answers, size_t{kProcesses * kAnswers + kAnswers});
  EXPECT_EQ(Integrity(kept), "ok");
}

}  // namespace
}  // namespace amends::training
