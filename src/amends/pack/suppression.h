// A finding that people who know better leave alone: an entry of “suppressions” in
// amends.json. (Suppressors are something else: words of a pack that mean no offence.)
#pragma once

#include <string>
#include <string_view>

#include "amends/pack/pack.h"

namespace amends::pack {

// It covers the findings to which all that it says applies.
struct Suppression {
  std::string rule;         // an id or a family; empty only where there is a fingerprint
  std::string match;        // words that the finding holds; empty = any
  std::string fingerprint;  // of the finding; empty = any
  std::string reason;
  std::string until;  // its last day, "2027-01-31"; empty = no end
  Origin origin;

  // On the day `today`, written as `until` is; of an empty one nothing is over.
  bool IsOver(std::string_view today) const {
    return !until.empty() && !today.empty() && until < today;
  }
};

}  // namespace amends::pack
