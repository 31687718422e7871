// How well findings and moves agree with labels that people gave (docs/evaluation.md).
//
// Rules about a stretch of text and rules about the whole reply are counted apart, since
// the second kind is the harder to label. A finding about a stretch is right where it
// overlaps the quote of a label of its family, unless it is far longer than the quote;
// one about the whole reply is right where a label names the same rule. What only a
// borderline label supports counts for neither side, and so does an unsupported finding
// whose rule is a mere hint or info.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "amends/pack/pack.h"
#include "amends/text/span.h"

namespace amends::evaluation {

// What scoring knows of a rule.
struct RuleFacts {
  bool whole = false;  // about the reply as a whole
  pack::Severity severity = pack::Severity::kInfo;
};
using KnownRules = std::map<std::string, RuleFacts, std::less<>>;

KnownRules RulesOf(const pack::Pack& pack);

enum class Level : uint8_t { kBorderline, kClear };

struct FindingLabel {
  std::string rule;
  std::string quote;
  Level level = Level::kClear;
};

struct MoveLabel {
  std::string move;
  std::string quote;
};

struct Labels {
  std::string id;
  std::string text;
  std::vector<FindingLabel> findings;
  std::vector<std::string> missing;  // rules about the whole reply
  std::vector<MoveLabel> moves;
};

// What was found in the same text.
struct Found {
  struct Finding {
    std::string rule;
    pack::Severity severity = pack::Severity::kInfo;
    text::Span span;
  };
  struct Move {
    std::string move;
    text::Span span;
  };
  std::vector<Finding> findings;
  std::vector<Move> moves;
};

struct Tally {
  int hits = 0;    // clear labels that were found
  int misses = 0;  // and that were not
  int right = 0;   // found with a clear label
  int wrong = 0;   // found with no label at all

  Tally& operator+=(const Tally& more);
  auto operator<=>(const Tally&) const = default;
};
using Table = std::map<std::string, Tally>;

// A miss or a false alarm.
struct Disagreement {
  std::string id;  // of the reply
  std::string rule;
  bool miss = false;
  std::string words;  // of the label (empty: the whole reply), or of the finding

  auto operator<=>(const Disagreement&) const = default;
};

// A clear label of a stretch of text that only other rules speak of: the label's rule,
// the other.
using Confusion = std::pair<std::string, std::string>;

struct Score {
  // [0] about stretches of text, [1] about the whole reply.
  std::array<Table, 2> families;
  std::array<Table, 2> rules;  // the rule itself must be the label's, not only its family
  Table moves;                 // by id, and by "apology" and "repair" for their kinds
  int replies = 0;
  int clean = 0;    // without any label of a finding
  int quiet = 0;    // of those: with nothing found that is an error or a warning
  int gentle = 0;   // of those: with no error found
  int unknown = 0;  // findings of rules that are not known
  std::map<Confusion, int> confusions;
  std::vector<Disagreement> disagreements;
};

// What the labels say to a finding: the clearest label of its family that it meets.
enum class Support : uint8_t { kNone, kBorderline, kClear };
Support SupportOf(const Found::Finding& finding, const Labels& labels,
                  const KnownRules& rules);

// Adds one reply.
void Add(const Labels& labels, const Found& found, const KnownRules& rules, Score& score);

// The figures as tables for people; with_rules adds the rows by rule.
std::string Format(const Score& score, bool with_rules);

// One JSON object a line: {"id", "miss", "quote": []} or {"id", "false", "at"}.
std::string FormatDisagreements(const Score& score);

// "0.750 [0.41-0.93]": k of n with the 95 % interval of Wilson; a dash where n is 0.
std::string Proportion(int k, int n);

}  // namespace amends::evaluation
