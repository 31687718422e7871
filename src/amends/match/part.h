// A phrase with its words and classes looked up: what lies between the syntax tree and
// the program. Internal to match.
#pragma once

#include <cstdint>
#include <vector>

#include "amends/match/program.h"

namespace amends::match {

struct Part {
  enum class Kind : uint8_t {
    kWord,     // arg: WordId
    kSet,      // arg: set of the lexicon
    kBuiltin,  // arg: Builtin
    kCall,     // arg: class program of the lexicon
    kShape,    // arg: shape of the lexicon
    kGap,      // limit, before
    kSequence,
    kChoice,
    kOptional,
    kRepeat,
    kCapture,  // arg: number of the capture
    kSign      // sign
  };
  // The places that a gap may begin at, as bits: right behind the sign of a boundary (it
  // may take the first word of the clause), and anywhere else.
  static constexpr uint8_t kAtBoundary = 1;
  static constexpr uint8_t kElsewhere = 2;

  Kind kind = Kind::kSequence;
  Op sign = Op::kDone;
  uint32_t arg = 0;
  uint8_t limit = 0;
  uint8_t before = kElsewhere;
  bool negated = false;
  bool head = false;
  std::vector<Part> children;
};

// Whether every match of the part holds a word.
bool Consumes(const Part& part);

// Whether a head is marked in the part.
bool HasHead(const Part& part);

// Gives every alternative without a marked head its first required word as head. False
// where part has none to give it to.
bool GiveHead(Part& part);

// Sets Part::before of all gaps of a phrase, which begins as if at a boundary.
void MarkGaps(Part& phrase);

}  // namespace amends::match
