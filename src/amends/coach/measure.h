// Elements that are a matter of degree, counted in the sentences of a draft in which
// nothing is found.
#pragma once

#include "amends/input/conversation.h"
#include "amends/pack/pack.h"
#include "amends/result.h"

namespace amends::coach {

// How much of the element there is, from 0 to 1. What is said twice counts once, and an
// apology does not count as something that a person has done.
double ShareOf(const pack::Element& element, const input::Conversation& conversation,
               const Result& result);

}  // namespace amends::coach
