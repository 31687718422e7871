#include "amends/training/team_report_lines.h"

#include <fmt/format.h>

#include "amends/report/annotated.h"
#include "amends/report/counted.h"
#include "amends/training/day.h"

namespace amends::training {
namespace {

// In the units of the picture.
constexpr double kLeft = 4;
constexpr double kRight = 316;
constexpr double kTop = 4;
constexpr double kBottom = 86;

struct Scale {
  double most;
  double last;  // the number of the last week, from 0

  double X(size_t week) const {
    return kLeft + (kRight - kLeft) * static_cast<double>(week) / last;
  }
  double Y(int rules) const { return kBottom - (kBottom - kTop) * rules / most; }
};

std::string Line(const PersonReport& person, const Scale& scale, int Week::*count,
                 const char* style) {
  std::string points;
  for (size_t i = 0; i < person.weeks.size(); ++i) {
    points += fmt::format("{}{:.1f},{:.1f}", i == 0 ? "" : " ", scale.X(i),
                          scale.Y(person.weeks[i].*count));
  }
  return fmt::format("<polyline class=\"{}\" points=\"{}\"/>", style, points);
}

}  // namespace

std::string WeekLines(const PersonReport& person, int most) {
  if (person.early || person.weeks.size() < 2) return {};
  const Scale scale{static_cast<double>(most),
                    static_cast<double>(person.weeks.size() - 1)};
  const Week& last = person.weeks.back();
  const std::string title =
      fmt::format("{}, week by week: {} rules met and {} mastered at the end",
                  report::EscapedHtml(person.person.name), last.met, last.mastered);
  std::string html = fmt::format(
      "<figure><p class=\"axis\">{0}</p>\n"
      "<svg viewBox=\"0 0 320 90\" role=\"img\"><title>{1}</title>"
      "<path class=\"grid\" d=\"M{2} {3}H{4}M{2} {5}H{4}\"/>",
      report::Counted(static_cast<size_t>(most), "rule"), title, kLeft, kTop, kRight,
      kBottom);
  html += Line(person, scale, &Week::met, "met");
  html += Line(person, scale, &Week::mastered, "mastered");
  html += fmt::format(
      "<circle class=\"dot\" cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"3.5\"/></svg>\n"
      "<p class=\"axis ends\"><span>{}</span> <span>{}</span></p>\n",
      scale.X(person.weeks.size() - 1), scale.Y(last.mastered),
      WriteDay(person.weeks.front().monday), WriteDay(last.monday));
  return html +
         fmt::format(
             "<figcaption><svg viewBox=\"0 0 32 12\" aria-hidden=\"true\"><path "
             "class=\"met\" d=\"M0 6H32\"/></svg> rules met: {} · <svg viewBox=\"0 0 32 "
             "12\" aria-hidden=\"true\"><path class=\"mastered\" d=\"M0 6H32\"/></svg> "
             "mastered: {}</figcaption></figure>\n",
             last.met, last.mastered);
}

}  // namespace amends::training
