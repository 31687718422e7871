#include "amends/training/agenda.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdlib>
#include <limits>
#include <map>
#include <tuple>
#include <utility>

namespace amends::training {
namespace {

constexpr double kLeastGain = 0.001;  // below it, waiting alone decides
constexpr size_t kKindsBefore = 3;    // that the next one should differ from
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
    const auto due = DueRule();
    const auto fresh = due && !AfterKnown() ? std::nullopt : NewRule();
    if (fresh) return Chosen(*fresh, Why::kNew);
    if (due) {
      const std::string_view rule = CountKnown() % 2 == 0 ? *due : *PromisingRule(kRest);
      return Chosen(rule, IsDue(rule) ? Why::kDue : Why::kAhead);
    }
    if (const auto rule = request_.ahead ? PromisingRule(0) : std::nullopt) {
      return Chosen(*rule, Why::kAhead);
    }
    if (const auto rule = FailedRule()) return Chosen(*rule, Why::kAgain);
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

  // The rule that waits longest of those that failed when they were asked last.
  Rule FailedRule() const {
    for (size_t i = 0; i < request_.session.size(); ++i) {
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

  // Whether the one before was about a rule asked for before. What came back in this
  // session does not count, here and below.
  bool AfterKnown() const {
    for (size_t i = request_.session.size(); i-- > 0;) {
      const Why why = request_.session[i].choice.why;
      if (why != Why::kAgain) return why != Why::kNew;
    }
    return false;
  }

  size_t CountKnown() const {
    return static_cast<size_t>(
        std::ranges::count_if(request_.session, [](const Done& done) {
          return done.choice.why == Why::kDue || done.choice.why == Why::kAhead;
        }));
  }

  double DaysWaited(const Recall& recall) const {
    return std::max(static_cast<double>(request_.now - recall.last), 0.0) /
           static_cast<double>(kSecondsADay);
  }

  bool IsDue(std::string_view rule) const {
    return request_.learner.Find(rule)->IsDue(request_.now);
  }

  // The rule of the greatest weight, of those that have been asked for, but not for so
  // many days.
  template <typename Weight>
  Rule Heaviest(double rest, const Weight& weight) const {
    Rule heaviest;
    std::pair<decltype(weight(Recall())), uint64_t> most;
    for (const auto& [rule, recall] : request_.learner.rules) {
      if (!about_.contains(rule) || DaysWaited(recall) < rest) continue;
      const std::pair own(weight(recall), Scattered(request_.seed, rule));
      if (heaviest && own <= most) continue;
      heaviest = rule;
      most = own;
    }
    return heaviest;
  }

  Rule DueRule() const {
    const Rule rule = Heaviest(kRest, [&](const Recall& recall) {
      const double forgotten = 1 - recall.Retrievability(request_.now);
      return std::tuple(recall.IsDue(request_.now), std::llround(DaysWaited(recall)),
                        forgotten * recall.memory.difficulty);
    });
    return rule && IsDue(*rule) ? rule : std::nullopt;
  }

  Rule PromisingRule(double rest) const {
    return Heaviest(rest, [&](const Recall& recall) {
      const double waited = DaysWaited(recall);
      return waited * std::max(GainOfAnswer(recall.memory, waited, kHorizon), kLeastGain);
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

uint64_t SeedOf(std::string_view person) { return Scattered(0, person); }

std::string_view NameOf(Why why) {
  constexpr std::string_view kNames[] = {"again", "due", "new", "ahead"};
  return kNames[static_cast<size_t>(why)];
}

std::span<const std::string_view> UsualFamilies() { return kUsualFamilies; }

std::optional<Choice> NextExercise(const AgendaRequest& request) {
  return Chooser(request).Next();
}

}  // namespace amends::training
