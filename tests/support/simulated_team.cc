#include "tests/support/simulated_team.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "amends/training/learner.h"

namespace amends::testing {
namespace {

using training::Catalogue;
using training::Exercise;
using training::Grade;
using training::GradedAnswer;
using training::PersonEntries;

constexpr int64_t kHour = 3'600;
constexpr size_t kADay = 8;     // answers
constexpr size_t kNewADay = 3;  // of them

// How somebody answers: whether it passes, and the hints taken.
struct Trainee {
  const char* id;
  const char* name;
  bool is_new = false;
};

constexpr Trainee kTrainees[] = {{"ana", "Ana Sousa"},
                                 {"bo", "Bo Lindqvist"},
                                 {"noor", "Noor Haddad"},
                                 {"tariq", "Tariq Aziz"},
                                 {"zoe", "Zoë Ní Bhriain", true}};

class Simulation {
 public:
  Simulation(const Catalogue& catalogue, const Trainee& trainee)
      : catalogue_(catalogue), trainee_(trainee), id_(trainee.id) {
    for (const char c : id_) seed_ = seed_ * 131 + static_cast<unsigned char>(c);
    entries_.person = {id_, trainee.name, "Front desk", kTeamStart};
    std::set<std::string> seen;
    for (const Exercise& each : catalogue.exercises) {
      if (each.kind == training::ExerciseKind::kRolePlay) continue;
      if (seen.insert(each.rules.front()).second) rules_.push_back(each.rules.front());
    }
  }

  PersonEntries Take(int weeks) && {
    for (int day = 0; day < 7 * weeks; ++day) {
      if (day % 7 > 4) continue;
      if (trainee_.is_new && day != 7 * (weeks - 1)) continue;
      OneDay(kTeamStart + day * training::kSecondsADay + 9 * kHour);
    }
    return std::move(entries_);
  }

 private:
  void OneDay(int64_t at) {
    std::vector<std::string> today;
    const training::Learner learner = RecallOf(ReviewsOf(entries_.answers));
    for (const auto& [rule, recall] : learner.rules) {
      if (recall.IsDue(at) && today.size() < kADay - kNewADay) today.push_back(rule);
    }
    for (const std::string& rule : rules_) {
      if (today.size() == kADay) break;
      if (!learner.Find(rule)) today.push_back(rule);
    }
    if (trainee_.is_new) today.resize(2);
    for (const std::string& rule : today) {
      Answer(rule, at);
      at += 180;
    }
  }

  void Answer(const std::string& rule, int64_t at) {
    const Exercise& exercise = NextAbout(rule);
    const bool passed = Passes(rule);
    GradedAnswer answer;
    answer.id = fmt::format("{}-{}", id_, entries_.answers.size() + 1);
    answer.person = id_;
    answer.exercise = exercise.id;
    answer.kind = training::kExerciseKindWords[static_cast<size_t>(exercise.kind)];
    answer.at = at;
    answer.passed = passed;
    answer.points = passed ? 100 : 40;
    answer.hints = id_ == "bo" && entries_.answers.size() % 2 == 1 ? 1 : 0;
    answer.seconds = 40 + static_cast<int>(Random(120));
    answer.grades.push_back({rule, !passed            ? Grade::kAgain
                                   : answer.hints > 0 ? Grade::kHard
                                                      : Grade::kGood});
    entries_.answers.push_back(std::move(answer));
  }

  const Exercise& NextAbout(const std::string& rule) {
    std::vector<const Exercise*> about;
    for (const Exercise& each : catalogue_.exercises) {
      if (each.rules.front() == rule) about.push_back(&each);
    }
    return *about[static_cast<size_t>(times_[rule]++) % about.size()];
  }

  bool Passes(const std::string& rule) {
    const uint64_t chance = Random(100);
    if (rule.starts_with("dypii/")) return id_ != "noor";
    if (id_ == "tariq" && rule.starts_with("fake-apology/")) return times_[rule] > 2;
    if (rule.starts_with("policy/")) return chance >= 55;
    return chance >= (id_ == "ana" ? 3 : 12);
  }

  uint64_t Random(uint64_t below) {
    seed_ = seed_ * 6'364'136'223'846'793'005u + 1'442'695'040'888'963'407u;
    return (seed_ >> 33) % below;
  }

  const Catalogue& catalogue_;
  const Trainee& trainee_;
  std::string id_;
  uint64_t seed_ = 7;
  std::vector<std::string> rules_;
  std::map<std::string, int> times_;
  PersonEntries entries_;
};

}  // namespace

training::ProgressContents SimulatedTeam(const Catalogue& catalogue, int weeks) {
  training::ProgressContents contents;
  for (const Trainee& each : kTrainees) {
    contents.persons.push_back(Simulation(catalogue, each).Take(weeks));
  }
  return contents;
}

Catalogue TeamCatalogue() {
  constexpr std::string_view kRules[] = {"dypii/pick-a-fault", "dypii/read-manual",
                                         "fake-apology/but",   "fake-apology/conditional",
                                         "policy/its-policy",  "policy/cannot",
                                         "tone/calm-down",     "tone/as-i-said"};
  Catalogue catalogue;
  for (const std::string_view rule : kRules) {
    const std::string family(rule.substr(0, rule.find('/')));
    const std::string name(rule.substr(family.size() + 1));
    for (int level = 1; level <= 3; ++level) {
      Exercise& each = catalogue.exercises.emplace_back();
      each.id = fmt::format("{}/{}-lamp-{}", family, name, level);
      each.kind =
          level == 1 ? training::ExerciseKind::kSpot : training::ExerciseKind::kRewrite;
      each.level = level;
      each.rules = {std::string(rule)};
      each.situation = "A lamp came broken.";
    }
  }
  return catalogue;
}

}  // namespace amends::testing
