// One analyzer serves all threads.
#include <string>
#include <thread>
#include <vector>

#include <gtest/gtest.h>

#include "amends/text/analyzer.h"
#include "tests/support/tables.h"

namespace amends::text {
namespace {

TEST(AnalyzerThreads, ReadTheSameTextAlike) {
  const std::string source =
      "I'm sorry, Ms Lee, but we can’t. You waited 3 days in Zürich!";
  const testing::English english;
  const size_t words = testing::EnglishAnalyzer().Analyze(source).words.size();
  std::vector<size_t> seen(4);
  {
    std::vector<std::jthread> threads;
    threads.reserve(seen.size());
    for (size_t& one : seen) {
      threads.emplace_back([&one, &english, &source] {
        for (int i = 0; i < 50; ++i) one = english.analyzer.Analyze(source).words.size();
      });
    }
  }
  EXPECT_EQ(seen, std::vector<size_t>(4, words));
}

}  // namespace
}  // namespace amends::text
