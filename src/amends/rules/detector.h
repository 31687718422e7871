// A detector is a move, a rule or a class that a condition names, or the reading of
// failure and of the whole case: whatever is asked about a turn.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "amends/pack/pack.h"
#include "amends/rules/condition.h"

namespace amends::rules {

struct UnlessPhrase {
  uint32_t phrase = 0;  // of Rulebook::unless_phrases
  pack::UnlessScope scope = pack::UnlessScope::kSentence;
  std::string because;

  template <typename Archive>
  void Transfer(Archive& archive) {
    archive(phrase, scope, because);
  }
};

struct Detector {
  enum class Kind : uint8_t { kMove, kRule, kClass, kFailure, kCase };
  Kind kind = Kind::kMove;
  std::string id;
  const pack::Rule* rule = nullptr;
  const pack::Move* move = nullptr;
  bool customer = false;            // looked for in the customer's turns
  bool whole_reply = false;         // asked once, about the reply
  bool counts_itself = false;       // speaks once, at its first match
  std::vector<uint32_t> on_moves;   // detectors; empty: on its own patterns
  std::vector<uint32_t> yields_to;  // detectors
  std::vector<UnlessPhrase> unless;
  std::vector<Condition> where;

  // Everything but rule and move.
  template <typename Archive>
  void Transfer(Archive& archive) {
    archive(kind, id, customer, whole_reply, counts_itself, on_moves, yields_to, unless,
            where);
  }
};

}  // namespace amends::rules
