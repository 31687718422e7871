// A stretch of the source as people see it: its line with carets below, cut to the width.
#pragma once

#include <cstddef>
#include <string>

#include "amends/report/ink.h"
#include "amends/report/positions.h"
#include "amends/text/span.h"

namespace amends::report {

struct ExcerptStyle {
  size_t width = 80;  // columns, with the indentation
  size_t indent = 4;
  Ink ink{false};
  Hue hue = Hue::kRed;  // of the carets
};

// Each line that the span touches and the carets below it; of more than three lines the
// first two. Ends in a line feed.
void AppendExcerpt(const Positions& positions, const text::Span& span,
                   const ExcerptStyle& style, std::string& out);

}  // namespace amends::report
