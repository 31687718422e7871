#include "amends/training/team_report_lines.h"

#include <fmt/format.h>

#include "amends/report/annotated.h"
#include "amends/training/day.h"

namespace amends::training {
namespace {

// In the units of the picture.
constexpr double kLeft = 26;
constexpr double kRight = 312;
constexpr double kTop = 10;
constexpr double kBottom = 92;

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
      "<figure><svg viewBox=\"0 0 320 116\" role=\"img\"><title>{0}</title>"
      "<path class=\"grid\" d=\"M{2} {3}H{4}M{2} {5}H{4}\"/>"
      "<text x=\"{6}\" y=\"{7}\" text-anchor=\"end\">{1}</text>"
      "<text x=\"{6}\" y=\"{8}\" text-anchor=\"end\">0</text>",
      title, most, kLeft, kTop, kRight, kBottom, kLeft - 5, kTop + 4, kBottom + 4);
  html += Line(person, scale, &Week::met, "met");
  html += Line(person, scale, &Week::mastered, "mastered");
  html += fmt::format("<circle class=\"dot\" cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"3.5\"/>",
                      scale.X(person.weeks.size() - 1), scale.Y(last.mastered));
  html += fmt::format(
      "<text x=\"{}\" y=\"112\">{}</text><text x=\"{}\" y=\"112\" text-anchor=\"end\">{}"
      "</text></svg>\n",
      kLeft, WriteDay(person.weeks.front().monday), kRight, WriteDay(last.monday));
  return html +
         fmt::format(
             "<figcaption><svg viewBox=\"0 0 32 12\" aria-hidden=\"true\"><path "
             "class=\"met\" d=\"M0 6H32\"/></svg> rules met: {} · <svg viewBox=\"0 0 32 "
             "12\" aria-hidden=\"true\"><path class=\"mastered\" d=\"M0 6H32\"/></svg> "
             "mastered: {}</figcaption></figure>\n",
             last.met, last.mastered);
}

}  // namespace amends::training
