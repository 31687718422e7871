// The words that all forms of the coach's report share.
#pragma once

#include <string>
#include <string_view>

#include "amends/coach/coach.h"
#include "amends/pack/pack.h"

namespace amends::report {

std::string_view NameOf(pack::Step step);            // "Apologise"
std::string_view WordFor(pack::Step step);           // in JSON: "apologise"
std::string_view NameOf(coach::Standing standing);   // "partly there"
std::string_view WordFor(coach::Standing standing);  // in JSON: "partly"
std::string_view WordFor(coach::Presence presence);  // in JSON: "spoilt"

// Where a step stands, with the elements that are there and those that are not.
std::string InWords(const coach::StepState& step);
// What a point was lost for, in a few words.
std::string NameOf(const coach::Cost& cost);
// What to do about it, with the words that are proposed for the draft.
std::string AdviceFor(const coach::Cost& cost, std::string_view draft);
// "8"; less than one with a digit behind the point: "0.4".
std::string Points(double points);

}  // namespace amends::report
