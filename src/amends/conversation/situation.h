// What the thread tells about the case. This is the first, small reading: whether something
// has gone wrong, and whether the company did it.
#pragma once

#include <cstdint>

namespace amends::conversation {

enum class Answer : uint8_t { kUnknown, kNo, kYes };

struct Situation {
  Answer failure = Answer::kUnknown;  // something has gone wrong
  Answer fault = Answer::kUnknown;    // and the company did it
};

}  // namespace amends::conversation
