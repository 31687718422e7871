#include "amends/training/learner.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace amends::training {
namespace {

double DaysBetween(int64_t from, int64_t to) {
  return static_cast<double>(to - from) / static_cast<double>(kSecondsADay);
}

void Add(Recall& recall, const Review& review) {
  if (recall.reviews == 0) {
    recall.memory = First(review.grade);
  } else {
    if (review.grade == Grade::kAgain && recall.grade != Grade::kAgain) ++recall.lapses;
    recall.memory =
        After(recall.memory, DaysBetween(recall.last, review.at), review.grade);
  }
  ++recall.reviews;
  recall.grade = review.grade;
  recall.last = review.at;
  const double days = IntervalFor(recall.memory, kRetention);
  recall.due = review.at + std::llround(days * static_cast<double>(kSecondsADay));
}

}  // namespace

double Recall::Retrievability(int64_t now) const {
  return training::Retrievability(memory, DaysBetween(last, now));
}

bool Recall::Mastered(int64_t now) const {
  return memory.stability >= kMasteredStability && grade != Grade::kAgain &&
         Retrievability(now) >= kMasteredRecall;
}

const Recall* Learner::Find(std::string_view rule) const {
  const auto found = rules.find(rule);
  return found == rules.end() ? nullptr : &found->second;
}

double Learner::Retrievability(std::string_view rule, int64_t now) const {
  const Recall* recall = Find(rule);
  return recall == nullptr ? 0 : recall->Retrievability(now);
}

size_t Learner::CountMastered(int64_t now) const {
  return static_cast<size_t>(std::ranges::count_if(
      rules, [now](const auto& each) { return each.second.Mastered(now); }));
}

std::optional<int64_t> Learner::NextDue() const {
  std::optional<int64_t> next;
  for (const auto& [rule, recall] : rules) {
    if (!next || recall.due < *next) next = recall.due;
  }
  return next;
}

Learner RecallOf(std::span<const Review> reviews) {
  std::vector<const Review*> in_order;
  in_order.reserve(reviews.size());
  for (const Review& review : reviews) in_order.push_back(&review);
  std::ranges::stable_sort(in_order, {}, [](const Review* review) { return review->at; });
  Learner learner;
  for (const Review* review : in_order) Add(learner.rules[review->rule], *review);
  return learner;
}

}  // namespace amends::training
