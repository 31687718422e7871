#include "amends/coach/score.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <map>
#include <string>
#include <utility>

namespace amends::coach {
namespace {

constexpr double kWhole = 100;
// By severity: hint, info, warning, error.
constexpr std::array<double, 4> kFaults = {1, 3, 12, 25};

// Whether the finding tells of the element: that it is missing, or how it is done.
bool IsAbout(const Finding& finding, const std::vector<std::string>& rules) {
  return std::ranges::any_of(rules, [&](const std::string& name) {
    return name == finding.rule->id || name == finding.rule->family();
  });
}

class CostCounter {
 public:
  explicit CostCounter(std::span<const Finding> faults) : faults_(faults) {}

  Score Count(std::span<const FoundElement> elements) {
    for (const FoundElement& found : elements) {
      const bool asked = found.presence != Presence::kNotAsked;
      const double points = found.element->points * (1 - found.share);
      if (asked && points > 0) Add({found.element, nullptr, points});
    }
    for (const Finding& finding : faults_) AddFinding(finding, elements);
    std::ranges::stable_sort(score_.costs, std::greater{}, &Cost::points);
    score_.points = static_cast<int>(std::lround(kWhole / (1 + lost_ / kWhole)));
    return std::move(score_);
  }

 private:
  void Add(const Cost& cost) {
    lost_ += cost.points;
    score_.costs.push_back(cost);
  }

  // A finding that an element is missing is counted with the element. Those in the words
  // of one that is there cost no more together than to go without it.
  void AddFinding(const Finding& finding, std::span<const FoundElement> elements) {
    double points = kFaults[static_cast<size_t>(finding.severity)];
    for (const FoundElement& found : elements) {
      if (IsAbout(finding, found.element->rules)) return;
      const bool inside = std::ranges::any_of(found.words, [&](const text::Span& words) {
        return found.presence == Presence::kThere && words.overlaps(finding.span);
      });
      if (!inside || !IsAbout(finding, found.element->faults)) continue;
      double& left =
          left_.try_emplace(found.element, found.element->points).first->second;
      points = std::min(points, left);
      left -= points;
    }
    if (points > 0) Add({nullptr, &finding, points});
  }

  std::span<const Finding> faults_;
  std::map<const pack::Element*, double> left_;  // that its faults may still cost
  double lost_ = 0;
  Score score_;
};

}  // namespace

Score ScoreOf(std::span<const FoundElement> elements, std::span<const Finding> faults) {
  return CostCounter(faults).Count(elements);
}

}  // namespace amends::coach
