// Asks our memory, for a comparison with others: a line of “days grade days grade …” is a
// sequence of answers, and each answer gives a line of: the chance of knowing just before
// it, stability, difficulty, the days until that chance is 0.9 and until it is 0.8. The
// line “parameters” gives the parameters.
#include <iostream>
#include <sstream>
#include <string>

#include <fmt/format.h>

#include "amends/training/memory.h"

namespace {

namespace training = amends::training;

void Answer(const std::string& line) {
  std::istringstream words(line);
  double days = 0;
  int number = 0;
  training::Memory memory;
  for (bool first = true; words >> days >> number; first = false) {
    const auto grade = static_cast<training::Grade>(number);
    const double recall = first ? 0 : training::Retrievability(memory, days);
    memory = first ? training::First(grade) : training::After(memory, days, grade);
    std::cout << fmt::format("{} {} {} {} {}\n", recall, memory.stability,
                             memory.difficulty, training::IntervalFor(memory, 0.9),
                             training::IntervalFor(memory, 0.8));
  }
}

}  // namespace

int main() {
  for (std::string line; std::getline(std::cin, line);) {
    if (line == "parameters") {
      std::cout << fmt::format("{}\n", fmt::join(training::kMemoryParameters, " "));
    } else {
      Answer(line);
    }
  }
}
