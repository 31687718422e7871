// What a stream can show.
#pragma once

#include <cstddef>
#include <cstdio>

#include "amends/report/style.h"

namespace amends {

// On a terminal that is not dumb, and only without NO_COLOR.
bool TakesColor(std::FILE* stream);

bool IsTerminal(std::FILE* stream);

// Columns of the terminal, within what is pleasant to read; 80 if it is none.
size_t WidthOf(std::FILE* stream);

// Colour and width as the stream has them, and nothing else said.
report::Style StyleFor(std::FILE* stream);

}  // namespace amends
