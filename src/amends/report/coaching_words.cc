#include "amends/report/coaching_words.h"

#include <array>

#include <fmt/format.h>

#include "amends/report/proposal.h"
#include "amends/result.h"

namespace amends::report {
namespace {

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
  return At<coach::Standing, 4>(
      {"not asked for here", "there", "partly there", "missing"}, standing);
}

std::string_view WordFor(coach::Standing standing) {
  return At<coach::Standing, 4>({"not-asked", "done", "partly", "missing"}, standing);
}

std::string_view WordFor(coach::Presence presence) {
  return At<coach::Presence, 5>({"there", "partly", "spoilt", "missing", "not-asked"},
                                presence);
}

std::string InWords(const coach::StepState& step) {
  std::string there;
  std::string lacking;
  for (const coach::FoundElement* found : step.elements) {
    const bool is_there = found->presence == coach::Presence::kThere ||
                          found->presence == coach::Presence::kPartly;
    std::string& list = is_there ? there : lacking;
    list += (list.empty() ? "" : ", ") + found->element->name;
    if (found->presence == coach::Presence::kPartly) list += " (a little)";
    if (found->presence == coach::Presence::kSpoilt) list += " (spoilt)";
  }
  if (there.empty() && lacking.empty()) return std::string(NameOf(step.standing));
  std::string words;
  if (!there.empty()) words = "there: " + there + (step.late ? " (but late)" : "");
  if (!lacking.empty()) words += (words.empty() ? "missing: " : "; missing: ") + lacking;
  return words;
}

std::string NameOf(const coach::Cost& cost) {
  return cost.element != nullptr ? cost.element->name : cost.finding->message;
}

std::string AdviceFor(const coach::Cost& cost, std::string_view draft) {
  if (cost.element != nullptr) return cost.element->ask;
  const std::vector<Suggestion>& all = cost.finding->suggestions;
  if (all.empty()) return cost.finding->rule->why;
  const std::string words = ProposedWords(draft, all.front());
  return all.front().title + (words.empty() ? "." : ": “" + words + "”");
}

std::string Points(double points) {
  return points < 1 ? fmt::format("{:.1f}", points) : fmt::format("{:.0f}", points);
}

}  // namespace amends::report
