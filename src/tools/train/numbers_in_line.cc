#include "tools/train/numbers_in_line.h"

#include <algorithm>
#include <cctype>

namespace amends {
namespace {

constexpr size_t kMostDigits = 4;

bool IsDigit(char c) { return std::isdigit(static_cast<unsigned char>(c)) != 0; }

}  // namespace

std::optional<std::vector<size_t>> NumbersIn(std::string_view line, size_t count) {
  constexpr std::string_view kAnd = "and";
  std::vector<size_t> numbers;
  while (!line.empty()) {
    if (line.starts_with(kAnd)) {
      line.remove_prefix(kAnd.size());
      continue;
    }
    if (std::string_view(" \t,;.-").find(line.front()) != std::string_view::npos) {
      line.remove_prefix(1);
      continue;
    }
    size_t digits = 0;
    size_t number = 0;
    for (; digits < line.size() && digits < kMostDigits && IsDigit(line[digits]);
         ++digits) {
      number = 10 * number + static_cast<size_t>(line[digits] - '0');
    }
    const bool fits = digits > 0 && number >= 1 && number <= count;
    if (!fits || std::ranges::count(numbers, number - 1) > 0) return std::nullopt;
    numbers.push_back(number - 1);
    line.remove_prefix(digits);
  }
  return numbers;
}

}  // namespace amends
