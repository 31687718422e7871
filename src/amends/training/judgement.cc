#include "amends/training/judgement.h"

#include <algorithm>
#include <utility>

#include "amends/training/exercise.h"

namespace amends::training {
namespace {

constexpr size_t kMostWithFault = 95;  // points

bool Hinders(const Point& point) {
  return point.kind == Point::Kind::kFault || point.kind == Point::Kind::kUnseen;
}

}  // namespace

bool Judgement::Has(std::string_view code) const {
  return std::ranges::any_of(said, [&](const Point& point) {
    return Hinders(point) &&
           (point.code == code || IsOf(point.code.substr(0, point.code.find(':')), code));
  });
}

bool Judgement::IsOpen() const {
  return !passed && std::ranges::count(said, Point::Kind::kFault, &Point::kind) == 0;
}

Judgement JudgementFrom(std::vector<Point> said, size_t right, size_t asked) {
  Judgement judgement;
  judgement.said = std::move(said);
  std::ranges::stable_sort(judgement.said, {}, &Point::kind);
  judgement.passed = std::ranges::none_of(judgement.said, Hinders);
  const size_t points = 100 * right / std::max<size_t>(1, asked);
  judgement.points =
      static_cast<int>(judgement.passed ? points : std::min(points, kMostWithFault));
  return judgement;
}

Judgement Confirmed(Judgement judgement, const std::vector<std::string>& rules) {
  if (!judgement.IsOpen()) return judgement;
  for (Point& point : judgement.said) {
    if (point.kind == Point::Kind::kUnseen) point.kind = Point::Kind::kRemark;
  }
  judgement.passed = true;
  judgement.rules = OutcomesOf(rules, true, {});
  return judgement;
}

std::vector<RuleOutcome> OutcomesOf(const std::vector<std::string>& rules, bool passed,
                                    const std::set<std::string>& at_fault) {
  std::vector<RuleOutcome> outcomes;
  if (passed) {
    for (const std::string& rule : rules) {
      outcomes.push_back({rule, !at_fault.contains(rule)});
    }
  } else if (at_fault.empty()) {
    outcomes.push_back({rules.front(), false});
  } else {
    for (const std::string& rule : at_fault) outcomes.push_back({rule, false});
  }
  return outcomes;
}

}  // namespace amends::training
