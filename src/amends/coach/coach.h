// What the coach says of a draft: praise first, then where it stands in the four steps,
// its score, what the customer hears, the one change that helps most, and an outline.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "amends/coach/elements.h"
#include "amends/coach/outline.h"
#include "amends/coach/score.h"
#include "amends/coach/sifting.h"
#include "amends/input/conversation.h"
#include "amends/pack/pack.h"
#include "amends/result.h"

namespace amends::coach {

enum class Standing : uint8_t { kNotAsked, kDone, kPartly, kMissing };

// One of the four steps, or the care around them.
struct StepState {
  pack::Step step = pack::Step::kCare;
  Standing standing = Standing::kNotAsked;
  bool late = false;                          // it stands behind what should follow it
  std::vector<const FoundElement*> elements;  // asked for or there
};

// The draft with its sentences in a better order, and nothing else changed.
struct Reordered {
  std::string title;  // of the suggestion
  std::string text;   // the whole draft
};

// Refers to the pack, the result and what it holds itself; not to be copied.
struct Coaching {
  Coaching() = default;
  Coaching(Coaching&&) = default;
  Coaching& operator=(Coaching&&) = default;
  Coaching(const Coaching&) = delete;
  Coaching& operator=(const Coaching&) = delete;

  Sifted sifted;
  std::vector<FoundElement> elements;
  std::vector<const FoundElement*> good;  // with praise, in order of place
  std::vector<StepState> steps;           // the four in order, then the care
  Score score;
  std::optional<Cost> next;  // the one change to make now
  std::optional<Reordered> order;
  Outline outline;
};

// `result` is what `check` says of the conversation; both are under packs of `pack`. Asks
// `check` a few times more, for a short draft about twice for each sentence that hurts.
Coaching Coach(const pack::Pack& pack, std::span<const pack::Allowance> allowances,
               const input::Conversation& conversation, const Result& result,
               const Checker& check);

}  // namespace amends::coach
