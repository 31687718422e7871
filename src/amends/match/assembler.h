// Lays out the parts of a phrase as a program. Internal to match.
#pragma once

#include <vector>

#include "amends/match/lexicon.h"
#include "amends/match/outline.h"
#include "amends/match/part.h"

namespace amends::match {

// Serves one phrase, or one class; throws PhraseError where the phrase is too large.
class Assembler {
 public:
  explicit Assembler(const Lexicon& lexicon) : lexicon_(lexicon) {}

  // Everything but captures and needs.
  Program Assemble(const Part& root, const Outline& outline);

 private:
  // Where to go on: right behind the sign of a boundary, and elsewhere.
  struct Entries {
    uint16_t at_boundary = 0;
    uint16_t elsewhere = 0;
  };

  uint16_t Add(Op op, uint16_t next, uint32_t arg = 0, uint16_t other = 0);
  Entries AddBoth(Op op, Entries next, uint32_t arg = 0);
  Entries AddSplit(Entries next, Entries other);
  Entries AddLeaf(Op op, Entries next, uint32_t arg);
  Entries Emit(const Part& part, Entries next);
  Entries EmitUnheaded(const Part& part, Entries next);
  Entries EmitGap(const Part& part, Entries next);
  Entries EmitSign(Op sign, Entries next);
  Entries EmitChoice(const Part& part, Entries next);
  Entries EmitLoose(const Part& part, int most, Entries next);
  uint16_t AddBranch(Branch branch);
  void NumberShared();

  const Lexicon& lexicon_;
  Program program_;
};

}  // namespace amends::match
