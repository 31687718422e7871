#include "tools/amends/stale_suppressions.h"

#include <array>
#include <ctime>

#include <fmt/format.h>

#include "amends/pack/problem.h"

namespace amends {

std::string Today() {
  const std::time_t now = std::time(nullptr);
  std::tm day{};
  localtime_r(&now, &day);
  std::array<char, 11> text{};
  std::strftime(text.data(), text.size(), "%Y-%m-%d", &day);
  return text.data();
}

std::string TellStale(const Engine& engine,
                      const std::set<const pack::Suppression*>& used, bool with_unused) {
  const std::string today = Today();
  std::string told;
  for (const pack::Suppression& each : engine.suppressions()) {
    if (each.IsOver(today)) {
      told += pack::Format(engine.sources().At(
          {each.origin.file, each.origin.pointer + "/until"},
          fmt::format("this suppression ended on {}; what it covered is told again",
                      each.until),
          "take it out, or give it a later day"));
    } else if (with_unused && !used.contains(&each)) {
      told += pack::Format(engine.sources().At(
          each.origin, "nothing in these drafts needs this suppression",
          "take it out if no other draft does"));
    }
  }
  return told;
}

}  // namespace amends
