// Whether the agenda's order of exercises teaches more than simpler ones, on simulated
// learners (docs/training.md): prints tables and writes the figure to the file that
// it is given.
#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "bench/training/figure.h"
#include "bench/training/learners.h"
#include "bench/training/schedules.h"

namespace amends::study {
namespace {

constexpr int kSeeds = 200;
constexpr uint64_t kFirstSeed = 5001;  // of learners on whom nothing was tried
constexpr int kPracticeDays = 30;
constexpr int kDays = 61;  // 0 to 60
constexpr std::array<int, 3> kMeasured = {30, 37, 60};
constexpr double kKnown = 0.8;

constexpr ScheduleKind kSchedules[] = {{"agenda", MakeAgenda},
                                       {"course", MakeCourse},
                                       {"random", MakeRandom},
                                       {"boxes", MakeBoxes},
                                       // Added later.
                                       {"book", MakeBook},
                                       {"hardest first", MakeHardestFirst},
                                       {"agenda, stopping", MakeAgendaThatStops}};
constexpr size_t kRivals = 4;  // after the first
constexpr size_t kHardestFirst = 5;
constexpr size_t kStopping = 6;
constexpr const char* kColours[] = {"#0b6e4f", "#b4530a", "#7a7a7a", "#3557b7",
                                    "#9a3b8f"};

const World kWorlds[] = {
    {.name = "as written"},
    {.name = "5 a day", .a_day = 5},
    {.name = "20 a day", .a_day = 20},
    {.name = "decay twice as fast", .decay = 1.0},
    {.name = "spacing effect", .spacing = 0.2},
    {.name = "no forgetting", .decay = 0},
    {.name = "all rules alike", .rules_differ = 0},
    // Added after the first run.
    {.name = "rules differ twice as much", .rules_differ = 2},
    {.name = "half known before", .known_before = 0.5},
};

// What one learner knew under one schedule.
struct Outcome {
  std::array<double, kDays> mastered =
      {};                                 // shares of the rules, at the start of each day
  std::array<double, kDays> recall = {};  // means
  int exercises = 0;
  // Sums over the exercises for which the schedule believed something.
  int beliefs = 0;
  double believed = 0;
  double known = 0;
};

void Measure(const Learner& learner, int day, Outcome& outcome) {
  for (size_t rule = 0; rule < kRules; ++rule) {
    const double knows = learner.Knows(rule, day);
    outcome.mastered[static_cast<size_t>(day)] += (knows >= kKnown ? 1.0 : 0.0) / kRules;
    outcome.recall[static_cast<size_t>(day)] += knows / kRules;
  }
}

Outcome Practise(const World& world, const ScheduleKind& kind, uint64_t seed) {
  Learner learner(world, seed);
  const auto schedule = kind.make(seed);
  Outcome outcome;
  for (int day = 0; day < kDays; ++day) {
    Measure(learner, day, outcome);
    if (day >= kPracticeDays) continue;
    schedule->BeginDay();
    for (int i = 0; i < world.a_day; ++i) {
      const double now = day + i / 1440.0;
      const auto rule = schedule->Next(now);
      if (!rule) break;
      if (const auto belief = schedule->Belief()) {
        ++outcome.beliefs;
        outcome.believed += *belief;
        outcome.known += learner.Knows(*rule, now);
      }
      schedule->Told(*rule, now, learner.Answer(*rule, now));
      ++outcome.exercises;
    }
  }
  return outcome;
}

using Outcomes = std::vector<Outcome>;

struct Interval {
  double mean = 0;
  double half = 0;  // of 95 %
};

template <typename Value>
Interval IntervalOf(const Value& value) {
  constexpr double kT = 1.972;  // of 199 degrees
  static_assert(kSeeds == 200);
  double sum = 0;
  double squares = 0;
  for (size_t i = 0; i < kSeeds; ++i) {
    const double one = value(i);
    sum += one;
    squares += one * one;
  }
  const double mean = sum / kSeeds;
  const double variance = std::max((squares - sum * mean) / (kSeeds - 1), 0.0);
  return {mean, kT * std::sqrt(variance / kSeeds)};
}

Interval Mastered(const Outcomes& outcomes, size_t day) {
  return IntervalOf([&](size_t i) { return outcomes[i].mastered[day]; });
}
Interval Recall(const Outcomes& outcomes, size_t day) {
  return IntervalOf([&](size_t i) { return outcomes[i].recall[day]; });
}
Interval MasteredMore(const Outcomes& ours, const Outcomes& theirs, size_t day) {
  return IntervalOf(
      [&](size_t i) { return ours[i].mastered[day] - theirs[i].mastered[day]; });
}
Interval RecallMore(const Outcomes& ours, const Outcomes& theirs, size_t day) {
  return IntervalOf(
      [&](size_t i) { return ours[i].recall[day] - theirs[i].recall[day]; });
}

std::string Shown(const Interval& interval) {
  return fmt::format("{:+.1f} ± {:.1f}", 100 * interval.mean, 100 * interval.half);
}

// One world, schedule by schedule.
void PrintShares(const std::vector<Outcomes>& schedules) {
  fmt::print(
      "| schedule | exercises | known on day 30 | 37 | 60 | mean chance on day 30 "
      "| 37 | 60 |\n|---|---|---|---|---|---|---|---|\n");
  for (size_t s = 0; s < schedules.size(); ++s) {
    const Interval exercises =
        IntervalOf([&](size_t i) { return schedules[s][i].exercises; });
    fmt::print("| {} | {:.0f}", kSchedules[s].name, exercises.mean);
    for (const int day : kMeasured) {
      fmt::print(" | {:.1f} %",
                 100 * Mastered(schedules[s], static_cast<size_t>(day)).mean);
    }
    for (const int day : kMeasured) {
      fmt::print(" | {:.1f} %",
                 100 * Recall(schedules[s], static_cast<size_t>(day)).mean);
    }
    fmt::print(" |\n");
  }
}

// Whether the agenda is right about what is due.
void PrintBelief(const Outcomes& agenda) {
  int beliefs = 0;
  double believed = 0;
  double known = 0;
  for (const Outcome& one : agenda) {
    beliefs += one.beliefs;
    believed += one.believed;
    known += one.known;
  }
  if (beliefs == 0) return;
  fmt::print(
      "\nOf rules that were due the agenda believed {:.0f} % to be known; {:.0f} % "
      "were.\n",
      100 * believed / beliefs, 100 * known / beliefs);
}

template <typename More>
void PrintDifferences(const std::vector<std::vector<Outcomes>>& worlds, size_t ours,
                      const std::vector<size_t>& others, const char* what,
                      const More& more) {
  fmt::print("\n“{}” less the other, points of {}:\n\n| learners | day |",
             kSchedules[ours].name, what);
  for (const size_t other : others) fmt::print(" {} |", kSchedules[other].name);
  fmt::print("\n|---|---|");
  for (size_t i = 0; i < others.size(); ++i) fmt::print("---|");
  for (size_t w = 0; w < worlds.size(); ++w) {
    for (const int day : kMeasured) {
      fmt::print("\n| {} | {} |", day == kMeasured[0] ? kWorlds[w].name : "", day);
      for (const size_t other : others) {
        fmt::print(" {} |", Shown(more(worlds[w][ours], worlds[w][other],
                                       static_cast<size_t>(day))));
      }
    }
  }
  fmt::print("\n");
}

Figure FigureOf(const std::vector<std::vector<Outcomes>>& worlds) {
  Figure figure;
  figure.title =
      "Simulated learners: the share of rules known by day under five schedules, and how "
      "much more is known on day 30 by the agenda than by each other one";
  figure.curves_title = "Rules known with 80 % or more, 10 exercises a day";
  figure.practice_days = kPracticeDays;
  figure.marks_title = "Known on day 30: agenda less the other, points, 95 %";
  for (size_t s = 0; s <= kRivals; ++s) {
    Curve curve{std::string(kSchedules[s].name), kColours[s], {}};
    if (s > 0) figure.marks_legend.push_back(curve);
    for (size_t day = 0; day < kDays; ++day) {
      curve.by_day.push_back(Mastered(worlds[0][s], day).mean);
    }
    figure.curves.push_back(std::move(curve));
  }
  for (size_t w = 0; w < worlds.size(); ++w) {
    MarkRow row{kWorlds[w].name, {}};
    for (size_t s = 1; s <= kRivals; ++s) {
      const Interval more = MasteredMore(worlds[w][0], worlds[w][s], kMeasured.front());
      row.marks.push_back({kColours[s], more.mean, more.half});
    }
    figure.rows.push_back(std::move(row));
  }
  return figure;
}

bool Run(const char* figure_file, uint64_t first_seed) {
  std::vector<std::vector<Outcomes>> worlds;
  for (const World& world : kWorlds) {
    std::vector<Outcomes>& schedules = worlds.emplace_back();
    for (const ScheduleKind& kind : kSchedules) {
      Outcomes& outcomes = schedules.emplace_back();
      for (uint64_t i = 0; i < kSeeds; ++i) {
        outcomes.push_back(Practise(world, kind, first_seed + i));
      }
    }
    fmt::print("\nLearners {}:\n\n", world.name);
    PrintShares(schedules);
    PrintBelief(schedules[0]);
    std::fflush(stdout);
  }
  const std::vector<size_t> others = {1, 2, 3, 4, kHardestFirst};
  for (const size_t ours : {size_t{0}, kStopping}) {
    PrintDifferences(worlds, ours, others, "the share of rules known", MasteredMore);
    PrintDifferences(worlds, ours, others, "the mean chance", RecallMore);
  }
  std::ofstream file(figure_file, std::ios::binary);
  file << Svg(FigureOf(worlds));
  return static_cast<bool>(file.flush());
}

}  // namespace
}  // namespace amends::study

int main(int argc, char** argv) {
  if (argc != 2 && argc != 3) {
    fmt::print(stderr, "usage: amends_study FIGURE.svg [FIRST-SEED]\n");
    return 2;
  }
  const uint64_t first =
      argc == 3 ? std::strtoull(argv[2], nullptr, 10) : amends::study::kFirstSeed;
  return amends::study::Run(argv[1], first) ? 0 : 1;
}
