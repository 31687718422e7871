// How well something is remembered and when it should be asked for again: FSRS-6, with
// the 21 parameters that its authors publish as defaults (open-spaced-repetition: the
// wiki page “The Algorithm” of fsrs4anki; py-fsrs; ts-fsrs 5, which tests compare with).
// The parameters were fitted to people who learn facts with flash cards, not to people
// who learn to write: docs/training.md says what that means.
//
// Pure functions of their arguments; any thread. Days may have fractions.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace amends::training {

// How an answer went. kAgain is the only one that failed.
enum class Grade : uint8_t { kAgain = 1, kHard, kGood, kEasy };

// "again", "hard", "good", "easy"; empty for a number that is none of them.
std::string_view NameOf(Grade grade);

inline constexpr std::string_view kMemoryModel = "FSRS-6";
inline constexpr std::array<double, 21> kMemoryParameters = {
    0.212,  1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001,  1.8722, 0.1666, 0.796,
    1.4835, 0.0614, 0.2629, 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542};

// Stability stays between these, in days.
inline constexpr double kLeastStability = 0.001;
inline constexpr double kMostStability = 36'500;

struct Memory {
  double stability = 0;   // days after which nine of ten such things are still known
  double difficulty = 0;  // from 1 to 10

  bool operator==(const Memory&) const = default;
};

// How likely it is to be known so many days after the last answer, from 0 to 1. Days
// below 0, from a clock that was set back, count as 0.
double Retrievability(const Memory& memory, double days);

// After the first answer of all.
Memory First(Grade grade);

// After an answer that came so many days after the one before. Within a day the formula
// for the same day holds, in which stability falls only with kAgain, as in ts-fsrs 5.
Memory After(const Memory& memory, double days, Grade grade);

// What an answer so many days after the last one may be expected to add to the chance of
// being known `horizon` days later. It counts as good if the thing is known then.
double GainOfAnswer(const Memory& memory, double days, double horizon);

// Days until retrievability has fallen to `retention`, which lies between 0 and 1,
// neither included. Neither rounded nor scattered.
double IntervalFor(const Memory& memory, double retention);

}  // namespace amends::training
