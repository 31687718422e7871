// What is said at the beginning and at the end of a session.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>

#include "amends/engine.h"
#include "amends/training/catalogue.h"
#include "amends/training/progress_entries.h"
#include "tools/train/page.h"

namespace amends {

// “Welcome back, Ana. 3 due, 2 new.” Rules are counted that there are exercises about.
std::string GreetingWords(const std::string& name,
                          std::span<const training::GradedAnswer> answers,
                          const training::Catalogue& offered, int64_t now);

// “The next comes tomorrow.” Days are those of a clock so many minutes ahead of UTC.
std::string NextDueWords(std::optional<int64_t> due, int64_t now, int offset_minutes);

struct SessionEnd {
  std::span<const training::GradedAnswer> answers;  // of the person, the earliest first
  size_t before = 0;  // how many of them are of other sessions
  const Engine& engine;
  int64_t now = 0;
  int offset_minutes = 0;
};

// How much was answered and passed, what went well, what comes next, days in a row.
Page SumPage(const SessionEnd& end);

}  // namespace amends
