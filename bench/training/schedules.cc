#include "bench/training/schedules.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "amends/training/agenda.h"
#include "amends/training/learner.h"
#include "bench/training/learners.h"

namespace amends::study {
namespace {

namespace training = amends::training;

constexpr int64_t kStart = 1'770'000'000;

// Rules lie in turn in the families that the agenda knows, in no order of difficulty.
std::string NameOfRule(size_t rule) {
  const auto families = training::UsualFamilies();
  return fmt::format("{}/{:02}", families[rule % families.size()], rule);
}

class Agenda : public Schedule {
 public:
  Agenda(uint64_t seed, bool ahead, training::DueOrder due_order)
      : seed_(seed), ahead_(ahead), due_order_(due_order) {
    constexpr const char* kKinds[] = {"spot", "choose", "rewrite"};
    for (size_t rule = 0; rule < kRules; ++rule) {
      const std::string name = NameOfRule(rule);
      rules_[name] = rule;
      for (int level = 1; level <= 3; ++level) {
        offered_.push_back(
            {fmt::format("{}-{}", name, level), {name}, level, kKinds[level - 1]});
      }
    }
  }

  void BeginDay() override { session_.clear(); }

  std::optional<size_t> Next(double day) override {
    const training::Learner learner = training::RecallOf(reviews_);
    std::vector<training::Tried> tried;
    for (const auto& [exercise, at] : tried_) tried.push_back({exercise, at, true});
    choice_ = training::NextExercise({.learner = learner,
                                      .offered = offered_,
                                      .tried = tried,
                                      .session = session_,
                                      .now = At(day),
                                      .seed = seed_,
                                      .ahead = ahead_,
                                      .due_order = due_order_});
    if (!choice_) return std::nullopt;
    belief_.reset();
    if (choice_->why == training::Why::kDue) {
      belief_ = learner.Retrievability(choice_->rule, At(day));
    }
    return rules_.at(choice_->rule);
  }

  std::optional<double> Belief() const override { return belief_; }

  void Told(size_t, double day, bool passed) override {
    const int64_t at = At(day);
    reviews_.push_back(
        {choice_->rule, at, passed ? training::Grade::kGood : training::Grade::kAgain});
    tried_[choice_->exercise] = at;
    training::Done done{*choice_, {}};
    if (!passed) done.failed.push_back(choice_->rule);
    session_.push_back(std::move(done));
  }

 private:
  static int64_t At(double day) {
    return kStart + std::llround(day * static_cast<double>(training::kSecondsADay));
  }

  uint64_t seed_;
  bool ahead_;
  training::DueOrder due_order_;
  std::map<std::string, size_t> rules_;
  std::vector<training::Offered> offered_;
  std::vector<training::Review> reviews_;
  std::map<std::string, int64_t> tried_;
  std::vector<training::Done> session_;
  std::optional<training::Choice> choice_;
  std::optional<double> belief_;
};

class Course : public Schedule {
 public:
  std::optional<size_t> Next(double) override { return next_++ % kRules; }
  void Told(size_t, double, bool) override {}

 private:
  size_t next_ = 0;
};

class Random : public Schedule {
 public:
  explicit Random(uint64_t seed) : chance_(seed ^ 0x52616E646F6DU) {}
  std::optional<size_t> Next(double) override {
    return static_cast<size_t>(chance_.Share() * kRules);
  }
  void Told(size_t, double, bool) override {}

 private:
  Chance chance_;
};

class Boxes : public Schedule {
 public:
  std::optional<size_t> Next(double day) override {
    size_t first = kRules;
    for (size_t i = 0; i < kRules; ++i) {
      if (seen_[i] && Overdue(i, day) >= 0 &&
          (first == kRules || Overdue(i, day) > Overdue(first, day))) {
        first = i;
      }
    }
    if (first < kRules) return first;
    const auto fresh = std::ranges::find(seen_, false);
    if (fresh != seen_.end()) return static_cast<size_t>(fresh - seen_.begin());
    first = 0;
    for (size_t i = 1; i < kRules; ++i) {
      if (Overdue(i, day) > Overdue(first, day)) first = i;
    }
    return first;
  }

  void Told(size_t rule, double day, bool passed) override {
    box_[rule] = !passed ? 0 : std::min(seen_[rule] ? box_[rule] + 1 : 1, 4);
    seen_[rule] = true;
    last_[rule] = day;
  }

 private:
  // Days; half a day of grace, for sessions are not to the minute.
  double Overdue(size_t rule, double day) const {
    return day - last_[rule] - std::exp2(box_[rule]) + 0.5;
  }

  std::array<bool, kRules> seen_ = {};
  std::array<int, kRules> box_ = {};
  std::array<double, kRules> last_ = {};
};

}  // namespace

std::unique_ptr<Schedule> MakeAgenda(uint64_t seed) {
  return std::make_unique<Agenda>(seed, true, training::DueOrder::kHardest);
}
std::unique_ptr<Schedule> MakeAgendaThatStops(uint64_t seed) {
  return std::make_unique<Agenda>(seed, false, training::DueOrder::kHardest);
}
std::unique_ptr<Schedule> MakeAgendaByWaiting(uint64_t seed) {
  return std::make_unique<Agenda>(seed, true, training::DueOrder::kLongestWaiting);
}
std::unique_ptr<Schedule> MakeCourse(uint64_t) { return std::make_unique<Course>(); }
std::unique_ptr<Schedule> MakeRandom(uint64_t seed) {
  return std::make_unique<Random>(seed);
}
std::unique_ptr<Schedule> MakeBoxes(uint64_t) { return std::make_unique<Boxes>(); }

}  // namespace amends::study
