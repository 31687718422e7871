// What is said about an answer. Values.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "amends/text/span.h"

namespace amends::training {

// One thing that is said about an answer. A fault keeps it from passing; a remark does
// not.
struct Point {
  enum class Kind : uint8_t { kGood, kFault, kRemark };
  Kind kind = Kind::kGood;
  std::string code;  // the reason (docs/exercises.md): a rule, “missing:next”, “invented”
  std::string text;  // for people, one or two sentences
  text::Span span;   // of spot: bytes of the draft; of texts: of the answer; else empty
};

struct RuleOutcome {
  std::string rule;
  bool passed = false;
};

struct Judgement {
  bool passed = false;
  int points = 0;                  // 0-100: how much of what was asked is there
  std::vector<Point> said;         // what is good first
  std::vector<RuleOutcome> rules;  // of each rule that the exercise trains

  // Whether a fault has this code, or begins with it up to a colon: “missing”.
  bool Has(std::string_view code) const;
};

// Passed if none of the points is a fault; `right` of what was `asked` is there. The
// rules are left to the caller.
Judgement JudgementFrom(std::vector<Point> said, size_t right, size_t asked);

}  // namespace amends::training
