// One store of progress, and several of one file, used by many threads.
#include <latch>
#include <string>
#include <thread>
#include <vector>

#include <gtest/gtest.h>

#include "amends/training/progress.h"
#include "tests/unit/training/kept_progress.h"

namespace amends::training {
namespace {

TEST(ProgressThreads, AddAndReadAtOnce) {
  constexpr int kThreads = 4;
  constexpr int kAnswers = 25;
  const KeptProgress kept;
  Progress shared = kept.Open();
  Progress second = kept.Open();
  const Person ann = shared.AddPerson("Ann", "", kStart);
  std::latch start(kThreads);
  {
    std::vector<std::jthread> threads;
    threads.reserve(kThreads);
    for (int thread = 0; thread < kThreads; ++thread) {
      threads.emplace_back([&, thread] {
        Progress& progress = thread == 0 ? second : shared;
        start.arrive_and_wait();
        for (int i = 0; i < kAnswers; ++i) {
          const std::string id = std::to_string(thread) + "-" + std::to_string(i);
          EXPECT_TRUE(progress.AddAnswer(AnswerOf(ann.id, id)));
          EXPECT_GE(progress.AnswersOf(ann.id).size(), static_cast<size_t>(i) + 1);
        }
      });
    }
  }
  EXPECT_EQ(second.AnswersOf(ann.id).size(), size_t{kThreads * kAnswers});
}

}  // namespace
}  // namespace amends::training
