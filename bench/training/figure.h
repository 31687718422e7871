// The study as a picture.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace amends::study {

// A line of the first panel: a share for each day from 0 on.
struct Curve {
  std::string name;
  std::string colour;
  std::vector<double> by_day;
};

// A mark of the second panel: a mean and the half of its interval, in shares.
struct Mark {
  std::string colour;
  double mean = 0;
  double half = 0;
};

struct MarkRow {
  std::string name;
  std::vector<Mark> marks;
};

struct Figure {
  std::string title;         // for who cannot see it
  std::string curves_title;  // above the first panel
  std::vector<Curve> curves;
  int practice_days = 0;
  std::string marks_title;
  std::vector<MarkRow> rows;
  std::vector<Curve> marks_legend;  // names and colours
};

// SVG, without scripts or fonts of its own.
std::string Svg(const Figure& figure);

}  // namespace amends::study
