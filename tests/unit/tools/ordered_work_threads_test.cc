#include <atomic>
#include <stdexcept>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "tools/drafts/ordered_work.h"

namespace amends {
namespace {

using Squares = OrderedWork<int, std::string>;

// Jobs 0, 1, … below `count`.
Squares::Next CountTo(int count) {
  return [count, next = 0]() mutable -> std::optional<int> {
    return next < count ? std::optional(next++) : std::nullopt;
  };
}

std::string Square(int n) { return std::to_string(n * n); }

TEST(OrderedWork, HandsOnInTheOrderOfTheJobs) {
  for (const size_t threads : {1u, 2u, 7u}) {
    std::vector<std::string> squares;
    Squares::Run(threads, CountTo(1000), Square,
                 [&](std::string square) { squares.push_back(std::move(square)); });
    ASSERT_EQ(squares.size(), 1000u);
    for (int n = 0; n < 1000; ++n) EXPECT_EQ(squares[static_cast<size_t>(n)], Square(n));
  }
}

TEST(OrderedWork, HoldsBackWhatIsTooMuch) {
  std::atomic<int> fetched = 0;
  std::atomic<int> handed_on = 0;
  std::atomic<int> most = 0;
  const auto next = [&]() -> std::optional<int> {
    most = std::max(most.load(), fetched - handed_on);
    return fetched < 500 ? std::optional(fetched++) : std::nullopt;
  };
  Squares::Run(3, next, Square, [&](const std::string&) { ++handed_on; });
  EXPECT_EQ(handed_on, 500);
  EXPECT_LE(most, 3 * 4 + 2);
}

// The second job comes only when the first has been handed on.
TEST(OrderedWork, HandsOnWhileTheNextJobIsWaitedFor) {
  std::mutex mutex;
  std::condition_variable changed;
  int handed_on = 0;
  int fetched = 0;
  const auto next = [&]() -> std::optional<int> {
    std::unique_lock lock(mutex);
    changed.wait(lock, [&] { return handed_on == fetched; });
    return fetched < 20 ? std::optional(fetched++) : std::nullopt;
  };
  Squares::Run(4, next, Square, [&](const std::string&) {
    const std::scoped_lock lock(mutex);
    ++handed_on;
    changed.notify_all();
  });
  EXPECT_EQ(handed_on, 20);
}

TEST(OrderedWork, ThrowsOnWhatIsThrown) {
  const auto fail = [](int n) -> std::string {
    return n == 50 ? throw std::runtime_error("work") : Square(n);
  };
  const auto fail_to_fetch = [n = 0]() mutable -> std::optional<int> {
    return ++n == 50 ? throw std::runtime_error("next") : std::optional(n);
  };
  const auto fail_to_write = [n = 0](const std::string&) mutable {
    if (++n == 50) throw std::runtime_error("hand on");
  };
  const auto drop = [](const std::string&) {};
  struct Row {
    const char* what;
    Squares::Next next;
    Squares::Work work;
    Squares::HandOn hand_on;
  };
  for (const size_t threads : {1u, 4u}) {
    const Row rows[] = {{"work", CountTo(1000), fail, drop},
                        {"next", fail_to_fetch, Square, drop},
                        {"hand on", CountTo(1000), Square, fail_to_write}};
    for (const Row& row : rows) {
      try {
        Squares::Run(threads, row.next, row.work, row.hand_on);
        ADD_FAILURE() << "nothing was thrown: " << row.what;
      } catch (const std::runtime_error& error) {
        EXPECT_STREQ(error.what(), row.what);
      }
    }
  }
}

}  // namespace
}  // namespace amends
