#include "tools/amends/stale_suppressions.h"

#include <fmt/format.h>

#include "amends/pack/problem.h"
#include "tools/flags/today.h"

namespace amends {

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
