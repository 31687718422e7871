// A condition of `where`, compiled: names resolved to detectors, parameters to numbers,
// channels, kinds and switches to the occasions in which they are so. docs/pack-format.md
// says what each means.
#pragma once

#include <cstdint>
#include <vector>

#include "amends/pack/pack.h"

namespace amends::rules {

struct Condition {
  pack::Condition::Kind kind = pack::Condition::Kind::kAny;
  // Detectors; of first_sentence and of detail: the greetings.
  std::vector<uint32_t> ids;
  std::vector<uint32_t> over;  // detectors: of a ratio, of an order; of detail: closings
  // A bit for each value that is asked for, or for each occasion; of detail: not 0 where
  // only the customer's words count.
  uint32_t values = 0;
  pack::Fact fact = pack::Fact::kCompanyAtFault;
  pack::Within within;
  double at_least = 0;
  double at_most = 1e9;
  double ratio = 0;
  bool flag = true;
  std::vector<Condition> parts;

  template <typename Archive>
  void Transfer(Archive& archive) {
    archive(kind, ids, over, values, fact, within, at_least, at_most, ratio, flag, parts);
  }
};

}  // namespace amends::rules
