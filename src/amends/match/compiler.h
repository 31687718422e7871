// Compiles one phrase into a Program. Internal to match: use Lexicon::Compile.
#pragma once

#include <string>
#include <vector>

#include "amends/match/lexicon.h"

namespace amends::match {

// A node with its words and classes looked up.
struct Part {
  enum class Kind : uint8_t {
    kWord,     // arg: WordId
    kSet,      // arg
    kBuiltin,  // arg
    kCall,     // arg
    kShape,    // arg
    kGap,      // limit
    kSequence,
    kChoice,
    kOptional,
    kRepeat,
    kCapture,  // arg: number of the capture
    kSign      // sign
  };
  Kind kind = Kind::kSequence;
  Op sign = Op::kDone;
  uint32_t arg = 0;
  uint8_t limit = 0;
  bool opens = false;  // a gap that may take the first word of a clause
  bool negated = false;
  bool head = false;
  std::vector<Key> keys;      // of a call
  GroupId first = kNoGroup;   // of a call
  uint16_t least = 1;         // of a call
  uint16_t most = 1;
  std::vector<Part> children;
};

// Part trees to code and keys; throws PhraseError where the phrase is too large or has no key.
class Assembler {
 public:
  explicit Assembler(Lexicon& lexicon) : lexicon_(lexicon) {}

  Program Assemble(const Part& root, std::vector<std::string> captures);

 private:
  // What is known of the matches of a part.
  struct Reach {
    int least = 0;
    int most = 0;
    std::vector<Key> keys;     // empty: no word is required
    GroupId first = kNoGroup;  // of what takes a word
  };

  uint16_t Add(Op op, uint16_t next, uint32_t arg = 0, uint16_t other = 0);
  uint16_t Emit(const Part& part, uint16_t next);
  uint16_t EmitUnheaded(const Part& part, uint16_t next);
  uint16_t EmitGap(const Part& part, uint16_t next);
  Reach Measure(const Part& part);
  Reach MeasureSequence(const Part& part);
  Reach MeasureChoice(const Part& part);
  Reach OneOf(Group group);
  Ask AnyOf(const std::vector<Key>& keys);
  void MergeKeys(std::vector<Key>& keys);
  double Cost(GroupId group) const;
  double Cost(const std::vector<Key>& keys) const;

  Lexicon& lexicon_;
  Program program_;
};

}  // namespace amends::match
