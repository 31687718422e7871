// What the log of a person's answers says about what they know, rule by rule. Computed
// whenever it is wanted and kept nowhere: the log is the truth.
//
// Times are seconds since 1970 began, UTC. Values; any thread.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "amends/training/memory.h"

namespace amends::training {

inline constexpr int64_t kSecondsADay = 86'400;

// A rule is due when the model gives it less than this chance of being known.
inline constexpr double kRetention = 0.9;

// When a rule counts as mastered: three weeks of stability, and the chance of being known
// not below this. The numbers are ours; no study has set them.
inline constexpr double kMasteredStability = 21;  // days
inline constexpr double kMasteredRecall = 0.8;

// An answer, as far as it is about one rule.
struct Review {
  std::string rule;
  int64_t at = 0;
  Grade grade = Grade::kGood;

  bool operator==(const Review&) const = default;
};

// One rule that was asked for at least once.
struct Recall {
  Memory memory;     // as it was right after the last answer
  int64_t last = 0;  // the last answer
  int64_t due = 0;
  int reviews = 0;             // answers
  int lapses = 0;              // answers that failed right after one that had not
  Grade grade = Grade::kGood;  // of the last answer

  double Retrievability(int64_t now) const;
  bool IsDue(int64_t now) const { return now >= due; }
  // As above, and the last answer has not failed. It ends when nothing is asked for long:
  // at the stability that just suffices after some ten weeks.
  bool Mastered(int64_t now) const;

  bool operator==(const Recall&) const = default;
};

struct Learner {
  std::map<std::string, Recall, std::less<>> rules;

  // Nothing where the rule was never asked for.
  const Recall* Find(std::string_view rule) const;
  // 0 where the rule was never asked for.
  double Retrievability(std::string_view rule, int64_t now) const;
  size_t CountMastered(int64_t now) const;
  // When the next rule is due, be it in the past; nothing if none was ever asked for.
  std::optional<int64_t> NextDue() const;

  bool operator==(const Learner&) const = default;
};

// In whatever order the reviews come. Of reviews of one rule at one time the one that
// comes first counts as the earlier.
Learner RecallOf(std::span<const Review> reviews);

}  // namespace amends::training
