#include "amends/report/coaching_words.h"

#include <array>

#include <fmt/format.h>

#include "amends/result.h"

namespace amends::report {
namespace {

constexpr std::string_view kUnchecked = "(memory)";  // ends a source nobody has checked

template <typename Value, size_t N>
std::string_view At(const std::array<std::string_view, N>& words, Value value) {
  return words[static_cast<size_t>(value)];
}

}  // namespace

std::string_view NameOf(pack::Step step) {
  return At<pack::Step, 5>({"Care around it all", "Apologise", "Go over it together",
                            "Fix and follow up", "Learn from it"},
                           step);
}

std::string_view WordFor(pack::Step step) {
  return At<pack::Step, 5>({"care", "apologise", "review", "fix", "document"}, step);
}

std::string_view NameOf(coach::Standing standing) {
  return At<coach::Standing, 4>({"not asked for here", "there", "partly there", "missing"},
                                standing);
}

std::string_view WordFor(coach::Standing standing) {
  return At<coach::Standing, 4>({"not-asked", "done", "partly", "missing"}, standing);
}

std::string_view WordFor(coach::Presence presence) {
  return At<coach::Presence, 5>({"there", "partly", "spoilt", "missing", "not-asked"},
                                presence);
}

std::string NameOf(const coach::Cost& cost) {
  return cost.element != nullptr ? cost.element->name : cost.finding->message;
}

std::string AdviceFor(const coach::Cost& cost) {
  if (cost.element != nullptr) return cost.element->ask;
  const std::vector<Suggestion>& all = cost.finding->suggestions;
  return all.empty() ? cost.finding->rule->why : all.front().title;
}

std::string Points(double points) {
  return points < 1 ? fmt::format("{:.1f}", points) : fmt::format("{:.0f}", points);
}

std::string SourcesOf(const pack::Element& element) {
  std::string sources;
  for (const std::string& source : element.source) {
    if (source.ends_with(kUnchecked)) continue;
    sources += (sources.empty() ? "" : ", ") + source;
  }
  return sources;
}

}  // namespace amends::report
