#include "amends/training/agenda.h"

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <limits>
#include <map>
#include <tuple>
#include <utility>

namespace amends::training {
namespace {

constexpr size_t kWait = 2;  // others, before a failed rule comes back
constexpr size_t kDueBeforeNew = 2;
constexpr size_t kKindsBefore = 3;  // that the next one should differ from
constexpr int kHighestLevel = 3;

constexpr std::string_view kUsualFamilies[] = {
    "fake-apology", "pronoun", "tone",  "ownership", "dypii",  "excuse",    "time",
    "blame",        "empathy", "voice", "policy",    "remedy", "structure", "followup"};

// A number that looks like chance, the same everywhere (FNV-1a, then mixed).
uint64_t Scattered(uint64_t seed, std::string_view text) {
  uint64_t hash = 14'695'981'039'346'656'037U ^ seed;
  for (const char c : text) {
    hash = (hash ^ static_cast<unsigned char>(c)) * 1'099'511'628'211U;
  }
  hash ^= hash >> 32;
  hash *= 0x9E3779B97F4A7C15U;
  return hash ^ (hash >> 29);
}

std::string_view FamilyOf(std::string_view rule) {
  return rule.substr(0, rule.find('/'));
}

class Chooser {
 public:
  explicit Chooser(const AgendaRequest& request) : request_(request) {
    for (const Offered& one : request.offered) {
      by_id_.emplace(one.id, &one);
      for (const std::string& rule : one.rules) about_[rule].push_back(&one);
    }
    for (const Tried& one : request.tried) {
      int64_t& last = last_tried_.emplace(one.exercise, one.at).first->second;
      last = std::max(last, one.at);
    }
    for (const auto& [rule, recall] : request.learner.rules) ++seen_[FamilyOf(rule)];
  }

  std::optional<Choice> Next() const {
    if (const auto rule = FailedRule(kWait)) return Chosen(*rule, Why::kAgain);
    const auto due = DueRule();
    const auto fresh = due && DueSinceNew() < kDueBeforeNew ? std::nullopt : NewRule();
    if (fresh) return Chosen(*fresh, Why::kNew);
    if (due) return Chosen(*due, Why::kDue);
    if (const auto rule = request_.ahead ? WeakestRule() : std::nullopt) {
      return Chosen(*rule, Why::kAhead);
    }
    if (const auto rule = FailedRule(0)) return Chosen(*rule, Why::kAgain);
    return std::nullopt;
  }

 private:
  using Rule = std::optional<std::string_view>;

  bool IsAbout(const Done& done, std::string_view rule) const {
    if (done.choice.rule == rule || std::ranges::count(done.failed, rule) > 0)
      return true;
    const auto exercise = by_id_.find(done.choice.exercise);
    return exercise != by_id_.end() &&
           std::ranges::count(exercise->second->rules, rule) > 0;
  }

  int TimesFailed(std::string_view rule) const {
    return static_cast<int>(std::ranges::count_if(request_.session, [&](const Done& one) {
      return std::ranges::count(one.failed, rule) > 0;
    }));
  }

  // The rule that waits longest of those that failed when they were asked last, with at
  // least so many exercises since.
  Rule FailedRule(size_t wait) const {
    const size_t size = request_.session.size();
    for (size_t i = 0; i + wait < size; ++i) {
      for (const std::string& rule : request_.session[i].failed) {
        const auto after = request_.session.subspan(i + 1);
        if (about_.contains(rule) && TimesFailed(rule) <= kReturns &&
            std::ranges::none_of(after,
                                 [&](const Done& one) { return IsAbout(one, rule); })) {
          return rule;
        }
      }
    }
    return std::nullopt;
  }

  // Due choices since the last new one. What came back in between does not count.
  size_t DueSinceNew() const {
    size_t due = 0;
    for (size_t i = request_.session.size(); i-- > 0;) {
      if (request_.session[i].choice.why == Why::kNew) break;
      if (request_.session[i].choice.why == Why::kDue) ++due;
    }
    return due;
  }

  // The rule that weighs most, of those that have been asked for. One of weight 0 is
  // none.
  template <typename Weight>
  Rule Heaviest(const Weight& weight) const {
    Rule heaviest;
    std::pair<double, uint64_t> most;
    for (const auto& [rule, recall] : request_.learner.rules) {
      if (!about_.contains(rule)) continue;
      const std::pair own(weight(rule, recall), Scattered(request_.seed, rule));
      if (own.first <= 0 || (heaviest && own <= most)) continue;
      heaviest = rule;
      most = own;
    }
    return heaviest;
  }

  // What was failed in this session comes back by itself, or another day.
  Rule DueRule() const {
    return Heaviest([&](const std::string& rule, const Recall& recall) {
      if (!recall.IsDue(request_.now) || TimesFailed(rule) > 0) return 0.0;
      if (request_.due_order == DueOrder::kLongestWaiting) {
        return static_cast<double>(request_.now - recall.last);
      }
      return (1 - recall.Retrievability(request_.now)) * recall.memory.difficulty;
    });
  }

  Rule WeakestRule() const {
    return Heaviest([&](const std::string&, const Recall& recall) {
      return 2 - recall.Retrievability(request_.now);  // never 0
    });
  }

  Rule NewRule() const {
    Rule first;
    std::tuple<int, int, size_t, uint64_t> least;
    for (const auto& [rule, exercises] : about_) {
      if (request_.learner.Find(rule) != nullptr) continue;
      int level = kHighestLevel + 1;
      for (const Offered* one : exercises) {
        // Where it comes second, the exercise is about something else.
        if (one->rules.front() == rule) level = std::min(level, one->level);
      }
      const auto seen = seen_.find(FamilyOf(rule));
      const std::tuple own(level, seen == seen_.end() ? 0 : seen->second,
                           PlaceOf(FamilyOf(rule)), Scattered(request_.seed, rule));
      if (first && own >= least) continue;
      first = rule;
      least = own;
    }
    return first;
  }

  size_t PlaceOf(std::string_view family) const {
    const auto place = std::ranges::find(request_.families, family);
    return static_cast<size_t>(place - request_.families.begin());
  }

  // What speaks against giving this exercise for that rule, the weightiest first.
  auto Against(const Offered& one, std::string_view rule) const {
    const Recall* recall = request_.learner.Find(rule);
    const int wanted = recall == nullptr ? 1 : LevelFor(recall->memory.stability);
    const auto given = std::ranges::count_if(request_.session, [&](const Done& done) {
      return done.choice.exercise == one.id;
    });
    const auto tried = last_tried_.find(one.id);
    const int64_t last =
        tried == last_tried_.end() ? std::numeric_limits<int64_t>::min() : tried->second;
    const bool lately =
        tried != last_tried_.end() && last > request_.now - kLately * kSecondsADay;
    return std::tuple(given, one.level > wanted + 1, lately, std::abs(one.level - wanted),
                      one.rules.front() != rule, SameKindBefore(one.kind), last,
                      Scattered(request_.seed, one.id));
  }

  int SameKindBefore(std::string_view kind) const {
    int count = 0;
    const auto& session = request_.session;
    for (const Done& done : session.last(std::min(kKindsBefore, session.size()))) {
      const auto before = by_id_.find(done.choice.exercise);
      if (before != by_id_.end() && before->second->kind == kind) ++count;
    }
    return count;
  }

  Choice Chosen(std::string_view rule, Why why) const {
    const std::vector<const Offered*>& exercises = about_.find(rule)->second;
    const Offered* best = exercises.front();
    for (const Offered* one : exercises) {
      if (Against(*one, rule) < Against(*best, rule)) best = one;
    }
    return {best->id, std::string(rule), why};
  }

  const AgendaRequest& request_;
  std::map<std::string_view, const Offered*> by_id_;
  std::map<std::string_view, std::vector<const Offered*>> about_;  // by rule
  std::map<std::string_view, int64_t> last_tried_;                 // by exercise
  std::map<std::string_view, int> seen_;  // rules of a family that were asked for
};

}  // namespace

int LevelFor(double stability) { return stability <= 3 ? 1 : stability <= 14 ? 2 : 3; }

std::string_view NameOf(Why why) {
  constexpr std::string_view kNames[] = {"again", "due", "new", "ahead"};
  return kNames[static_cast<size_t>(why)];
}

std::span<const std::string_view> UsualFamilies() { return kUsualFamilies; }

std::optional<Choice> NextExercise(const AgendaRequest& request) {
  return Chooser(request).Next();
}

}  // namespace amends::training
