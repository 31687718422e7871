#include "bench/training/schedules.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <map>
#include <string>
#include <utility>
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

int64_t At(double day) {
  return kStart + std::llround(day * static_cast<double>(training::kSecondsADay));
}

class Agenda : public Schedule {
 public:
  Agenda(uint64_t seed, bool ahead) : seed_(seed), ahead_(ahead) {
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
                                      .ahead = ahead_});
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
  uint64_t seed_;
  bool ahead_;
  std::map<std::string, size_t> rules_;
  std::vector<training::Offered> offered_;
  std::vector<training::Review> reviews_;
  std::map<std::string, int64_t> tried_;
  std::vector<training::Done> session_;
  std::optional<training::Choice> choice_;
  std::optional<double> belief_;
};

// What the agenda was before: what failed comes back after two others, at most twice a
// day; after two due rules a new one; of the due rules the one that is most forgotten,
// weighed by its difficulty; and when nothing is due, what is likeliest to be forgotten.
class HardestFirst : public Schedule {
 public:
  explicit HardestFirst(uint64_t seed) : chance_(seed ^ 0x48617264U) {}

  void BeginDay() override {
    today_.clear();
    failures_ = {};
    since_new_ = 0;
  }

  std::optional<size_t> Next(double day) override {
    learner_ = training::RecallOf(reviews_);
    if (const auto failed = Failed()) return failed;
    const auto due = Heaviest([&](const training::Recall& recall, size_t rule) {
      if (!recall.IsDue(At(day)) || failures_[rule] > 0) return 0.0;
      return (1 - recall.Retrievability(At(day))) * recall.memory.difficulty;
    });
    if (learner_.rules.size() < kRules && (!due || since_new_ >= 2)) {
      since_new_ = 0;
      return learner_.rules.size();
    }
    if (due) {
      ++since_new_;
      return due;
    }
    return Heaviest([&](const training::Recall& recall, size_t) {
      return 2 - recall.Retrievability(At(day));
    });
  }

  void Told(size_t rule, double day, bool passed) override {
    reviews_.push_back({NameOfRule(rule), At(day),
                        passed ? training::Grade::kGood : training::Grade::kAgain});
    today_.emplace_back(rule, passed);
    if (!passed) ++failures_[rule];
  }

 private:
  std::optional<size_t> Failed() const {
    for (size_t i = 0; i + 2 < today_.size(); ++i) {
      const auto& [rule, passed] = today_[i];
      const bool is_last =
          std::none_of(today_.begin() + static_cast<std::ptrdiff_t>(i) + 1, today_.end(),
                       [&](const auto& later) { return later.first == rule; });
      if (!passed && is_last && failures_[rule] <= 2) return rule;
    }
    return std::nullopt;
  }

  // The rule that weighs most; one of weight 0 is none. Among equals chance decides.
  template <typename Weight>
  std::optional<size_t> Heaviest(const Weight& weight) {
    std::optional<size_t> heaviest;
    std::pair<double, double> most;
    for (size_t rule = 0; rule < kRules; ++rule) {
      const training::Recall* recall = learner_.Find(NameOfRule(rule));
      if (recall == nullptr) continue;
      const std::pair own(weight(*recall, rule), chance_.Share());
      if (own.first <= 0 || (heaviest && own <= most)) continue;
      heaviest = rule;
      most = own;
    }
    return heaviest;
  }

  Chance chance_;
  training::Learner learner_;
  std::vector<training::Review> reviews_;
  std::vector<std::pair<size_t, bool>> today_;  // rules, and whether they passed
  std::array<int, kRules> failures_ = {};
  int since_new_ = 0;
};

class Course : public Schedule {
 public:
  std::optional<size_t> Next(double) override { return next_++ % kRules; }
  void Told(size_t, double, bool) override {}

 private:
  size_t next_ = 0;
};

class Book : public Schedule {
 public:
  std::optional<size_t> Next(double) override { return next_++ / kInARow % kRules; }
  void Told(size_t, double, bool) override {}

 private:
  static constexpr size_t kInARow = 3;

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
  return std::make_unique<Agenda>(seed, true);
}
std::unique_ptr<Schedule> MakeAgendaThatStops(uint64_t seed) {
  return std::make_unique<Agenda>(seed, false);
}
std::unique_ptr<Schedule> MakeHardestFirst(uint64_t seed) {
  return std::make_unique<HardestFirst>(seed);
}
std::unique_ptr<Schedule> MakeBook(uint64_t) { return std::make_unique<Book>(); }
std::unique_ptr<Schedule> MakeCourse(uint64_t) { return std::make_unique<Course>(); }
std::unique_ptr<Schedule> MakeRandom(uint64_t seed) {
  return std::make_unique<Random>(seed);
}
std::unique_ptr<Schedule> MakeBoxes(uint64_t) { return std::make_unique<Boxes>(); }

}  // namespace amends::study
