#include "amends/training/judgement.h"

#include <algorithm>
#include <utility>

#include "amends/training/exercise.h"

namespace amends::training {
namespace {

constexpr size_t kMostWithFault = 95;  // points

}  // namespace

bool Judgement::Has(std::string_view code) const {
  return std::ranges::any_of(said, [&](const Point& point) {
    return point.kind == Point::Kind::kFault &&
           (point.code == code || IsOf(point.code.substr(0, point.code.find(':')), code));
  });
}

Judgement JudgementFrom(std::vector<Point> said, size_t right, size_t asked) {
  Judgement judgement;
  judgement.said = std::move(said);
  std::ranges::stable_sort(judgement.said, {}, &Point::kind);
  judgement.passed =
      std::ranges::count(judgement.said, Point::Kind::kFault, &Point::kind) == 0;
  const size_t points = 100 * right / std::max<size_t>(1, asked);
  judgement.points =
      static_cast<int>(judgement.passed ? points : std::min(points, kMostWithFault));
  return judgement;
}

}  // namespace amends::training
