// Which elements of a good recovery a reply holds (rules/en/coach; docs/coach.md).
#pragma once

#include <cstdint>
#include <vector>

#include "amends/coach/sifting.h"
#include "amends/input/conversation.h"
#include "amends/pack/pack.h"
#include "amends/result.h"
#include "amends/text/span.h"

namespace amends::coach {

enum class Presence : uint8_t {
  kThere,
  kPartly,   // of what is measured
  kSpoilt,   // all of it stands in sentences that hurt
  kMissing,  // and asked for
  kNotAsked
};

struct FoundElement {
  const pack::Element* element = nullptr;
  Presence presence = Presence::kNotAsked;
  double share = 0;               // of it that is there, from 0 to 1
  std::vector<text::Span> words;  // bytes of the draft; of a spoilt one those that spoil
};

// In the order of their places. There is what the rest of the sifted draft holds; what
// only the whole holds is spoilt. A first reply to a failure is asked for all elements; a
// later one only for those whose rules speak of the rest, since it inherits what went
// before. Whether there was a failure, the thread tells before the draft. Where it does
// not, it is taken that there was: who asks a coach has a reason. `result` and `sifted`
// are of the conversation.
std::vector<FoundElement> FindElements(const pack::Pack& pack,
                                       const input::Conversation& conversation,
                                       const Result& result, const Sifted& sifted);

}  // namespace amends::coach
