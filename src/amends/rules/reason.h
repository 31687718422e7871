// Silences in words, for people who ask why a rule did not speak.
#pragma once

#include <string>

#include "amends/rules/judge.h"
#include "amends/rules/rulebook.h"

namespace amends::rules {

// Part of a sentence, without a full stop: "it is a question", "“I'm sorry” stands ...".
std::string ReasonOf(const Rulebook& rulebook, const Judgement& judgement,
                     const Silence& silence);

}  // namespace amends::rules
