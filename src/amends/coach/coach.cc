#include "amends/coach/coach.h"

#include <algorithm>
#include <utility>

#include "amends/suggest/safe_edits.h"

namespace amends::coach {
namespace {

constexpr pack::Step kSteps[] = {pack::Step::kApologise, pack::Step::kReview,
                                 pack::Step::kFix, pack::Step::kDocument,
                                 pack::Step::kCare};

// The suggestion of a finding that moves a sentence; null where there is none.
const Suggestion* MoveIn(const Finding& finding) {
  const auto move = std::ranges::find(finding.suggestions, true, &Suggestion::moves);
  return move == finding.suggestions.end() ? nullptr : &*move;
}

std::optional<Reordered> ReorderedOf(const input::Conversation& conversation,
                                     const Result& result) {
  for (const Finding& finding : result.findings) {
    if (const Suggestion* move = MoveIn(finding)) {
      return Reordered{move->title, suggest::Apply(conversation.text, move->edits)};
    }
  }
  return std::nullopt;
}

// Whether a finding would bring one of the element's moves to the front.
bool IsLate(const pack::Element& element, const Result& result) {
  return std::ranges::any_of(result.findings, [&](const Finding& finding) {
    if (MoveIn(finding) == nullptr) return false;
    return std::ranges::any_of(finding.rule->suggest, [&](const pack::Suggest& each) {
      return std::ranges::any_of(each.bring, [&](const std::string& move) {
        return std::ranges::count(element.moves, move) > 0;
      });
    });
  });
}

// What to mend first: what insults, then what a recovery cannot do without, then what may
// hurt, then what makes it better.
int TierOf(const Cost& cost) {
  if (cost.finding != nullptr) {
    constexpr int kTiers[] = {4, 4, 2, 0};  // by severity: hint, info, warning, error
    return kTiers[static_cast<size_t>(cost.finding->severity)];
  }
  const bool measured = cost.element->measure != pack::Measure::kNone;
  return measured ? 3 : cost.element->asked == pack::Asked::kFailure ? 1 : 2;
}

std::optional<Cost> NextOf(const Score& score) {
  if (score.costs.empty()) return std::nullopt;
  return *std::ranges::min_element(score.costs, {}, [](const Cost& cost) {
    return std::pair(TierOf(cost), -cost.points);
  });
}

StepState StateOf(pack::Step step, const std::vector<FoundElement>& elements,
                  const Result& result) {
  StepState state{step, Standing::kNotAsked, false, {}};
  size_t there = 0;
  size_t lacking = 0;
  for (const FoundElement& found : elements) {
    if (found.element->step != step || found.presence == Presence::kNotAsked) continue;
    state.elements.push_back(&found);
    const bool is_there = found.presence == Presence::kThere;
    (is_there ? there : lacking) += 1;
    state.late = state.late || (is_there && IsLate(*found.element, result));
  }
  if (there > 0) state.standing = lacking == 0 ? Standing::kDone : Standing::kPartly;
  if (there == 0 && lacking > 0) state.standing = Standing::kMissing;
  return state;
}

}  // namespace

Coaching Coach(const pack::Pack& pack, std::span<const pack::Allowance> allowances,
               const input::Conversation& conversation, const Result& result,
               const Checker& check) {
  Coaching coaching;
  coaching.sifted = Sift(pack.elements, conversation, result, check);
  coaching.elements = FindElements(pack, conversation, result, coaching.sifted);
  for (const FoundElement& found : coaching.elements) {
    const bool shown = !found.words.empty() && found.presence == Presence::kThere;
    if (shown) coaching.good.push_back(&found);
  }
  for (const pack::Step step : kSteps) {
    coaching.steps.push_back(StateOf(step, coaching.elements, result));
  }
  coaching.score = ScoreOf(coaching.elements, coaching.sifted.faults);
  coaching.next = NextOf(coaching.score);
  coaching.order = ReorderedOf(conversation, result);
  coaching.outline = OutlineOf(conversation, result, coaching.elements, allowances);
  return coaching;
}

}  // namespace amends::coach
