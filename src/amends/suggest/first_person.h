// From the firm's “we” to the writer's “I”.
#pragma once

#include <cstdint>
#include <string>

#include "amends/conversation/reading.h"
#include "amends/match/matcher.h"

namespace amends::suggest {

// The source of the words with we, our, us, ours and ourselves turned into I, my, me,
// mine and myself, and the are or were that belongs to “we” into am or was. Capitals,
// quotes and line breaks stay, and so do words beyond the clause of the first. Where “we”
// cannot become “I” (“we both”, “one of us”, “Ana and we”, or its verb stands outside the
// words) nothing is turned.
std::string InFirstPerson(const conversation::Reading& turn, match::Range words);

// How the sentence speaks beside the words.
enum class Beside : uint8_t {
  kFree,    // it says “we” in no other thought of its own
  kGoesOn,  // “… | and we will look into it”
  kFixed,  // “We understand it, and | …”, or a “were” for “we're” behind the words
};

// “we” in what only hangs on the words (“… | that we lost it”) is no thought of its own.
Beside SpeaksBeside(const conversation::Reading& turn, match::Range words);

}  // namespace amends::suggest
