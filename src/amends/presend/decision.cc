#include "amends/presend/decision.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <vector>

#include <fmt/format.h>

#include "amends/pack/tuning.h"

namespace amends::presend {
namespace {

Action ActionOf(std::string_view word, Action unsaid) {
  const auto found = std::ranges::find(pack::kActionWords, word);
  if (found == pack::kActionWords.end()) return unsaid;
  return static_cast<Action>(found - pack::kActionWords.begin());
}

Action ActionFor(const Engine& engine, input::Occasion occasion, Verdict verdict) {
  switch (verdict) {
    case Verdict::kBlock:
      return ActionOf(engine.Switch(std::string(pack::kOnBlock), occasion),
                      Action::kHold);
    case Verdict::kWarn:
      return ActionOf(engine.Switch(std::string(pack::kOnWarn), occasion),
                      Action::kConfirm);
    case Verdict::kPass:
      break;
  }
  return Action::kSend;
}

// "one thing", "two more things".
std::string Things(size_t count, std::string_view more = "") {
  constexpr std::array<std::string_view, 9> kNumbers = {
      "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"};
  const std::string number = count >= 1 && count <= kNumbers.size()
                                 ? std::string(kNumbers[count - 1])
                                 : fmt::format("{}", count);
  return fmt::format("{}{} {}", number, more, count == 1 ? "thing" : "things");
}

// What the verdict stands on, by place.
std::vector<const Finding*> Weighty(const Result& result) {
  const pack::Severity least = result.verdict == Verdict::kBlock
                                   ? pack::Severity::kError
                                   : pack::Severity::kWarning;
  std::vector<const Finding*> weighty;
  for (const Finding& finding : result.findings) {
    if (finding.severity >= least) weighty.push_back(&finding);
  }
  return weighty;
}

std::string ReasonFor(Action action, const Result& result) {
  if (result.verdict == Verdict::kPass) {
    return result.sentences.empty() ? "There was nothing in this draft to check."
                                    : "Nothing stands in the way of this draft.";
  }
  const std::vector<const Finding*> weighty = Weighty(result);
  if (action == Action::kSend) {
    return fmt::format("This may go out, with {} that could be said better.",
                       Things(weighty.size()));
  }
  const std::string& first = weighty.front()->message;
  if (weighty.size() == 1) return first;
  return fmt::format("{} (And {}.)", first, Things(weighty.size() - 1, " more"));
}

}  // namespace

std::string_view NameOf(Action action) {
  return pack::kActionWords[static_cast<size_t>(action)];
}

Decision Decide(const Engine& engine, const input::Conversation& conversation,
                const Result& result) {
  const Action action = ActionFor(engine, conversation.occasion(), result.verdict);
  return {action, ReasonFor(action, result)};
}

}  // namespace amends::presend
