#include "tools/flags/terminal.h"

#include <algorithm>
#include <cstdlib>
#include <string_view>

#include <sys/ioctl.h>
#include <unistd.h>

namespace amends {
namespace {

std::string_view Variable(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

}  // namespace

bool IsTerminal(std::FILE* stream) { return isatty(fileno(stream)) != 0; }

bool TakesColor(std::FILE* stream) {
  return IsTerminal(stream) && Variable("NO_COLOR").empty() && Variable("TERM") != "dumb";
}

size_t WidthOf(std::FILE* stream) {
  constexpr size_t kUsual = 80;
  struct winsize size {};
  if (ioctl(fileno(stream), TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return kUsual;
  return std::clamp<size_t>(size.ws_col, 40, 100);
}

report::Style StyleFor(std::FILE* stream) {
  report::Style style;
  style.color = TakesColor(stream);
  style.width = WidthOf(stream);
  return style;
}

}  // namespace amends
