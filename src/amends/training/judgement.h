// What is said about an answer. Values.
#pragma once

#include <cstddef>
#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "amends/text/span.h"

namespace amends::training {

// One thing that is said about an answer. A fault keeps it from passing. So does what was
// not seen, until the writer says that it is there: people say things in more ways than
// the engine knows. A remark keeps nothing.
struct Point {
  enum class Kind : uint8_t { kGood, kFault, kUnseen, kRemark };
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
  int points = 0;           // 0-100: how much of what was asked is there
  std::vector<Point> said;  // what is good first
  // Of the rules that the exercise trains those that the answer tells something about:
  // all where it passes, else those that are at fault.
  std::vector<RuleOutcome> rules;

  // Whether a fault, or what was not seen, has this code or begins with it up to a colon:
  // “missing”.
  bool Has(std::string_view code) const;
  // Nothing keeps it from passing but what was not seen.
  bool IsOpen() const;
};

// Passed if none of the points is a fault or something unseen; `right` of what was
// `asked` is there. The rules are left to the caller.
Judgement JudgementFrom(std::vector<Point> said, size_t right, size_t asked);

// The same when the writer has said that what was not seen is there: an open one passes.
Judgement Confirmed(Judgement judgement, const std::vector<std::string>& rules);

// All rules where the answer passed, else those at fault, which may be others than the
// exercise's; where none is, the first, which the exercise is about.
std::vector<RuleOutcome> OutcomesOf(const std::vector<std::string>& rules, bool passed,
                                    const std::set<std::string>& at_fault);

}  // namespace amends::training
