#include "amends/training/memory.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <iterator>

namespace amends::training {
namespace {

constexpr const auto& kW = kMemoryParameters;
constexpr double kDecay = -kW[20];

// Such that a stability is the time after which retrievability is 0.9.
const double kFactor = std::pow(0.9, 1 / kDecay) - 1;

double Clamped(double stability) {
  return std::clamp(stability, kLeastStability, kMostStability);
}

// Not kept between 1 and 10: the pull towards easy things goes beyond.
double FirstDifficulty(Grade grade) {
  return kW[4] - std::exp(kW[5] * (static_cast<int>(grade) - 1)) + 1;
}

// Harder by a bad answer, the less the harder it is already; then a little of the way
// back to what an easy start gives.
double NextDifficulty(double difficulty, Grade grade) {
  const double change = -kW[6] * (static_cast<int>(grade) - 3);
  const double damped = difficulty + change * (10 - difficulty) / 9;
  const double next = kW[7] * FirstDifficulty(Grade::kEasy) + (1 - kW[7]) * damped;
  return std::clamp(next, 1.0, 10.0);
}

double StabilitySameDay(double stability, Grade grade) {
  const double growth = std::exp(kW[17] * (static_cast<int>(grade) - 3 + kW[18])) *
                        std::pow(stability, -kW[19]);
  return stability * (grade == Grade::kAgain ? growth : std::max(growth, 1.0));
}

double StabilityAfterFailure(const Memory& memory, double retrievability) {
  const double forgotten = kW[11] * std::pow(memory.difficulty, -kW[12]) *
                           (std::pow(memory.stability + 1, kW[13]) - 1) *
                           std::exp(kW[14] * (1 - retrievability));
  // A failure never leaves more than one on the same day would.
  return std::min(forgotten, memory.stability / std::exp(kW[17] * kW[18]));
}

double StabilityAfterSuccess(const Memory& memory, double retrievability, Grade grade) {
  const double weight = grade == Grade::kHard   ? kW[15]
                        : grade == Grade::kEasy ? kW[16]
                                                : 1;
  const double growth = std::exp(kW[8]) * (11 - memory.difficulty) *
                        std::pow(memory.stability, -kW[9]) *
                        (std::exp(kW[10] * (1 - retrievability)) - 1) * weight;
  return memory.stability * (1 + growth);
}

}  // namespace

std::string_view NameOf(Grade grade) {
  constexpr std::string_view kNames[] = {"again", "hard", "good", "easy"};
  const auto number = static_cast<size_t>(grade);
  return number >= 1 && number <= std::size(kNames) ? kNames[number - 1] : "";
}

double Retrievability(const Memory& memory, double days) {
  return std::pow(1 + kFactor * std::max(days, 0.0) / memory.stability, kDecay);
}

Memory First(Grade grade) {
  return {kW[static_cast<size_t>(grade) - 1],
          std::clamp(FirstDifficulty(grade), 1.0, 10.0)};
}

Memory After(const Memory& memory, double days, Grade grade) {
  double stability = 0;
  if (days < 1) {
    stability = StabilitySameDay(memory.stability, grade);
  } else if (grade == Grade::kAgain) {
    stability = StabilityAfterFailure(memory, Retrievability(memory, days));
  } else {
    stability = StabilityAfterSuccess(memory, Retrievability(memory, days), grade);
  }
  return {Clamped(stability), NextDifficulty(memory.difficulty, grade)};
}

double GainOfAnswer(const Memory& memory, double days, double horizon) {
  const double known = Retrievability(memory, days);
  return known * Retrievability(After(memory, days, Grade::kGood), horizon) +
         (1 - known) * Retrievability(After(memory, days, Grade::kAgain), horizon) -
         Retrievability(memory, std::max(days, 0.0) + horizon);
}

double IntervalFor(const Memory& memory, double retention) {
  return memory.stability * (std::pow(retention, 1 / kDecay) - 1) / kFactor;
}

}  // namespace amends::training
