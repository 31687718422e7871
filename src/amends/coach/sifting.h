// A draft without what hurts in it and without what it says twice, so that nothing bad
// can change what counts as good.
#pragma once

#include <functional>
#include <span>
#include <vector>

#include "amends/input/conversation.h"
#include "amends/pack/pack.h"
#include "amends/result.h"

namespace amends::coach {

// What checks a draft: Engine::Check.
using Checker = std::function<Result(const input::Conversation&)>;

// All spans are bytes of the whole draft.
struct Sifted {
  conversation::Situation before;  // what the thread tells without the draft
  Result rest;                     // of what is left of the draft
  // Of the draft as it stands, then those that others in it had silenced: a rule once for
  // the same words.
  std::vector<Finding> faults;
};

// `result` is what `check` says of the conversation. Out goes each sentence in which
// something is found, unless that is about its place in the reply, about what the reply
// lacks (the `rules` of elements), or about in whose name it speaks (pronoun/*): “We are
// sorry” is still an apology. What is left is checked again, until nothing is to go.
//
// Whether something went wrong is read from the thread before the draft, so that saying
// sorry does not make a failure of it: unknown counts as yes.
Sifted Sift(std::span<const pack::Element> elements,
            const input::Conversation& conversation, const Result& result,
            const Checker& check);

}  // namespace amends::coach
