#include "bench/training/figure.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <iterator>

#include <fmt/format.h>

namespace amends::study {
namespace {

constexpr double kWidth = 960;
constexpr double kTop = 56;
constexpr double kCurvesLeft = 52;
constexpr double kCurvesWidth = 380;
constexpr double kMarksLeft = 620;
constexpr double kMarksWidth = 310;
constexpr double kHeight = 300;  // of a panel
constexpr const char* kInk = "#222";
constexpr const char* kFaint = "#ddd";

class Drawing {
 public:
  template <typename... Values>
  void Add(fmt::format_string<const Values&...> form, const Values&... values) {
    fmt::format_to(std::back_inserter(text_), form, values...);
    text_ += '\n';
  }
  void Line(double x1, double y1, double x2, double y2, std::string_view colour,
            double width = 1) {
    Add(R"(<line x1="{:.1f}" y1="{:.1f}" x2="{:.1f}" y2="{:.1f}" stroke="{}" )"
        R"(stroke-width="{}"/>)",
        x1, y1, x2, y2, colour, width);
  }
  void Text(double x, double y, std::string_view anchor, std::string_view text,
            std::string_view colour = kInk) {
    Add(R"(<text x="{:.1f}" y="{:.1f}" text-anchor="{}" fill="{}">{}</text>)", x, y,
        anchor, colour, text);
  }
  std::string Take() && { return std::move(text_); }

 private:
  std::string text_;
};

double CurveX(double day, double days) { return kCurvesLeft + kCurvesWidth * day / days; }
double CurveY(double share) { return kTop + kHeight * (1 - share); }

// Heights for the names at the ends of lines, apart enough to be read.
std::vector<double> NamePlaces(const std::vector<Curve>& curves) {
  std::vector<std::pair<double, size_t>> order;
  for (size_t i = 0; i < curves.size(); ++i) {
    order.emplace_back(CurveY(curves[i].by_day.back()), i);
  }
  std::ranges::sort(order);
  std::vector<double> places(curves.size());
  double last = -1e9;
  for (const auto& [y, i] : order) places[i] = last = std::max(y, last + 15);
  return places;
}

void DrawCurves(const Figure& figure, Drawing& drawing) {
  const double days = static_cast<double>(figure.curves.front().by_day.size() - 1);
  drawing.Text(kCurvesLeft, kTop - 24, "start", figure.curves_title);
  drawing.Add(R"(<rect x="{:.1f}" y="{}" width="{:.1f}" height="{}" fill="#f3f6f8"/>)",
              kCurvesLeft, kTop, CurveX(figure.practice_days, days) - kCurvesLeft,
              kHeight);
  for (int percent = 0; percent <= 100; percent += 20) {
    const double y = CurveY(percent / 100.0);
    drawing.Line(kCurvesLeft, y, kCurvesLeft + kCurvesWidth, y, kFaint);
    drawing.Text(kCurvesLeft - 8, y + 4, "end", fmt::format("{} %", percent));
  }
  for (int day = 0; day <= static_cast<int>(days); day += 10) {
    drawing.Text(CurveX(day, days), kTop + kHeight + 18, "middle",
                 fmt::format("{}", day));
  }
  drawing.Text(CurveX(figure.practice_days / 2.0, days), kTop + kHeight + 36, "middle",
               "days of practice");
  drawing.Text(CurveX((figure.practice_days + days) / 2, days), kTop + kHeight + 36,
               "middle", "days without");
  const std::vector<double> places = NamePlaces(figure.curves);
  for (size_t i = 0; i < figure.curves.size(); ++i) {
    const Curve& curve = figure.curves[i];
    std::string points;
    for (size_t day = 0; day < curve.by_day.size(); ++day) {
      points += fmt::format("{:.1f},{:.1f} ", CurveX(static_cast<double>(day), days),
                            CurveY(curve.by_day[day]));
    }
    drawing.Add(R"(<polyline points="{}" fill="none" stroke="{}" stroke-width="2.5"/>)",
                points, curve.colour);
    drawing.Text(kCurvesLeft + kCurvesWidth + 6, places[i] + 4, "start", curve.name,
                 curve.colour);
  }
}

void DrawMarks(const Figure& figure, Drawing& drawing) {
  double reach = 0.1;
  for (const MarkRow& row : figure.rows) {
    for (const Mark& mark : row.marks) {
      reach = std::max(reach, std::abs(mark.mean) + mark.half);
    }
  }
  reach = std::ceil(reach * 10) / 10;
  const auto x = [&](double share) {
    return kMarksLeft + kMarksWidth * (share + reach) / (2 * reach);
  };
  drawing.Text(kMarksLeft - 90, kTop - 24, "start", figure.marks_title);
  double legend = kMarksLeft - 90;
  for (const Curve& entry : figure.marks_legend) {
    drawing.Add(R"(<circle cx="{:.1f}" cy="{:.1f}" r="4" fill="{}"/>)", legend + 4,
                kTop - 9, entry.colour);
    drawing.Text(legend + 13, kTop - 5, "start", entry.name, entry.colour);
    legend += 20 + 7.5 * static_cast<double>(entry.name.size());
  }
  const int step = reach > 0.45 ? 20 : 10;
  for (int percent = 0; percent <= std::lround(reach * 100); percent += step) {
    for (const int sign : {-1, 1}) {
      const double at = x(sign * percent / 100.0);
      drawing.Line(at, kTop + 4, at, kTop + kHeight, percent == 0 ? kInk : kFaint);
      drawing.Text(at, kTop + kHeight + 18, "middle",
                   percent == 0 ? "0" : fmt::format("{:+}", sign * percent));
    }
  }
  drawing.Text(x(reach / 2), kTop + kHeight + 36, "middle", "agenda better →");
  drawing.Text(x(-reach / 2), kTop + kHeight + 36, "middle", "← agenda worse");
  const double height = kHeight / static_cast<double>(figure.rows.size());
  for (size_t i = 0; i < figure.rows.size(); ++i) {
    const MarkRow& row = figure.rows[i];
    const double middle = kTop + 4 + height * (static_cast<double>(i) + 0.5);
    drawing.Text(kMarksLeft - 8, middle + 4, "end", row.name);
    for (size_t j = 0; j < row.marks.size(); ++j) {
      const Mark& mark = row.marks[j];
      const double y = middle + 7 * (static_cast<double>(j) -
                                     (static_cast<double>(row.marks.size()) - 1) / 2);
      drawing.Line(x(mark.mean - mark.half), y, x(mark.mean + mark.half), y, mark.colour,
                   2);
      drawing.Add(R"(<circle cx="{:.1f}" cy="{:.1f}" r="3" fill="{}"/>)", x(mark.mean), y,
                  mark.colour);
    }
  }
}

}  // namespace

std::string Svg(const Figure& figure) {
  Drawing drawing;
  drawing.Add(
      R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {0} {1}" width="{0}" )"
      R"(height="{1}" role="img" font-family="sans-serif" font-size="13">)",
      kWidth, kTop + kHeight + 56);
  drawing.Add("<title>{}</title>", figure.title);
  drawing.Add(R"(<rect width="100%" height="100%" fill="#fff"/>)");
  DrawCurves(figure, drawing);
  DrawMarks(figure, drawing);
  drawing.Add("</svg>");
  return std::move(drawing).Take();
}

}  // namespace amends::study
