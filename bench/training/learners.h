// Simulated learners who forget by a power of time, not by the model that the agenda
// believes in (docs/training.md, “The model”).
#pragma once

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <numbers>
#include <random>
#include <vector>

namespace amends::study {

constexpr size_t kRules = 40;

struct World {
  const char* name = "";
  int a_day = 10;
  double decay = 0.5;
  double spacing = 0;  // how much a trace that came early fades sooner
  double rules_differ = 1;
  double known_before = 0;  // the share of rules known for long
};

// Numbers between 0 and 1 and normal ones, the same on every machine.
class Chance {
 public:
  explicit Chance(uint64_t seed) : engine_(seed) {}
  double Share() { return static_cast<double>(engine_() >> 11) * 0x1.0p-53; }
  double Normal(double deviation) {
    const double radius = std::sqrt(-2 * std::log(1 - Share()));
    return deviation * radius * std::cos(2 * std::numbers::pi * Share());
  }

 private:
  std::mt19937_64 engine_;
};

class Learner {
 public:
  Learner(const World& world, uint64_t seed) : world_(world), rules_(kRules) {
    Chance chance(seed);
    const double ease = chance.Normal(0.3);
    const double decay = world.decay * std::exp(chance.Normal(0.25));
    for (Rule& rule : rules_) {
      const double rule_ease = chance.Normal(0.5) + chance.Normal(0.2);
      const double rule_decay = std::exp(chance.Normal(0.2));
      rule.ease = 0.6 + ease + world.rules_differ * rule_ease;
      rule.decay = decay * std::pow(rule_decay, world.rules_differ);
      rule.luck = static_cast<uint64_t>(chance.Share() * 1e15);
      if (Chance(rule.luck).Share() < world.known_before) KnowForLong(rule);
    }
  }

  // The chance that the rule is known then (days).
  double Knows(size_t rule, double day) const {
    const Rule& one = rules_[rule];
    if (one.traces.empty()) return 0;
    return 1 / (1 + std::exp(-Activation(one, day) / kNoise));
  }

  // Answers an exercise about the rule, and learns from it. Whether it passed.
  bool Answer(size_t rule, double day) {
    Rule& one = rules_[rule];
    Chance luck(one.luck + one.traces.size());
    const bool knows = luck.Share() < Knows(rule, day);
    const bool passed = luck.Share() < (knows ? 1 - kSlip : kGuess);
    const double strength = one.traces.empty() ? 0 : std::exp(Activation(one, day));
    one.traces.push_back(
        {day, passed ? 1 : kAfterFailure, one.decay + world_.spacing * strength});
    return passed;
  }

 private:
  static constexpr double kNoise = 0.4;
  static constexpr double kSlip = 0.05;
  static constexpr double kGuess = 0.2;
  static constexpr double kAfterFailure = 0.7;

  struct Trace {
    double day = 0;
    double weight = 1;
    double decay = 0;
  };
  struct Rule {
    double ease = 0;
    double decay = 0;
    uint64_t luck = 0;
    std::vector<Trace> traces;
  };

  // Asked for by life, once a month.
  static void KnowForLong(Rule& rule) {
    for (int month = 10; month >= 1; --month) {
      rule.traces.push_back({-30.0 * month, 1, rule.decay});
    }
  }

  static double Activation(const Rule& rule, double day) {
    double sum = 0;
    for (const Trace& trace : rule.traces) {
      sum += trace.weight * std::pow(1 + day - trace.day, -trace.decay);
    }
    return rule.ease + std::log(sum);
  }

  World world_;
  std::vector<Rule> rules_;
};

}  // namespace amends::study
