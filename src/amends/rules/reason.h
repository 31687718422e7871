// Conditions in words, for people who ask why a rule did not speak.
#pragma once

#include <functional>
#include <string>

#include "amends/conversation/situation.h"
#include "amends/rules/condition.h"
#include "amends/rules/rulebook.h"

namespace amends::rules {

// Why `condition` does not hold there; `holds` tells it of its parts. Part of a sentence,
// without a full stop: "it is a question".
std::string WhyNot(const Condition& condition, const Rulebook& rulebook,
                   const conversation::Situation& situation,
                   const std::function<bool(const Condition&)>& holds);

}  // namespace amends::rules
