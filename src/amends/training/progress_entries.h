// What is kept of people and of their answers. Of an answer it is when it was given, how
// it was graded and how many hints it took; never the text that somebody wrote.
//
// Times are seconds since 1970 began, UTC. Values; any thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "amends/training/agenda.h"
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

struct GradedAnswer {
  std::string id;      // RandomId(), given when the exercise was shown
  std::string person;  // an id
  std::string exercise;
  std::string kind;  // of exercise: "rewrite"
  int64_t at = 0;
  bool passed = false;
  int points = 0;                 // from 0 to kMostPoints
  int hints = 0;                  // taken
  int seconds = 0;                // spent
  std::string set;                // an id; empty if it was done for none
  std::vector<RuleGrade> grades;  // each rule once

  bool operator==(const GradedAnswer&) const = default;
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

inline constexpr size_t kLongestName = 200;  // bytes; of a person, a team, a set
inline constexpr size_t kLongestId = 100;
inline constexpr int kMostPoints = 100;
inline constexpr int kMostHints = 100;
inline constexpr int kMostSeconds = 10'000'000;
inline constexpr int64_t kLatest = 253'402'300'799;  // the end of the year 9999
inline constexpr size_t kMostExercises = 1'000;      // of a set

// 32 random hexadecimal digits.
std::string RandomId();

// Letters, digits, hyphens and underscores, at most kLongestId: what RandomId makes, and
// what other programs may use.
bool IsEntryId(std::string_view id);

// The name without white space at either end. Nothing where nothing is left, where it is
// longer than kLongestName, no UTF-8, or holds a control character.
std::optional<std::string> TidyName(std::string_view name);

// What is wrong with it, for people; empty if nothing is. Whether the person is known is
// not asked here.
std::string ProblemWith(const GradedAnswer& answer);
std::string ProblemWithExercises(std::span<const std::string> exercises);

// The same answers as a learner and an agenda are computed from them.
std::vector<Review> ReviewsOf(std::span<const GradedAnswer> answers);
std::vector<Tried> LastTries(std::span<const GradedAnswer> answers);  // by exercise

}  // namespace amends::training
