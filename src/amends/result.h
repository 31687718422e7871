// What checking one draft yields: values, but for pointers into the engine that made
// them, which must outlive them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "amends/conversation/situation.h"
#include "amends/pack/pack.h"
#include "amends/pack/suppression.h"
#include "amends/text/span.h"

namespace amends {

struct Edit {
  text::Span span;  // bytes of the draft; whole source words
  std::string insert;

  auto operator<=>(const Edit&) const = default;
};

// One way to make it better. The edits belong together: all or none. Advice has none.
struct Suggestion {
  pack::Applicability applicability = pack::Applicability::kAdvice;
  std::string title;
  std::vector<Edit> edits;  // ordered, not overlapping
  bool moves = false;       // a sentence, and changes nothing else
};

// What a finding is about: a stretch of the text, or the reply as a whole (its span is
// then the first sentence of the agent's own text).
enum class Scope : uint8_t { kText, kReply };

struct Finding {
  const pack::Rule* rule = nullptr;
  pack::Severity severity = pack::Severity::kInfo;  // as the profile has it
  Scope scope = Scope::kText;
  text::Span span;  // bytes of the draft, never empty unless the draft has no word
  std::string message;
  std::string fingerprint;              // 16 hexadecimal digits; survives edits elsewhere
  std::vector<Suggestion> suggestions;  // the best first
};

// A finding that the project has said to leave alone.
struct Suppressed {
  Finding finding;
  const pack::Suppression* by = nullptr;
};

// A rule that had something to look at and says nothing of it.
struct Silent {
  const pack::Rule* rule = nullptr;
  Scope scope = Scope::kText;
  text::Span span;     // as of a finding
  std::string reason;  // part of a sentence
};

struct FoundMove {
  std::string_view move;
  text::Span span;
};

enum class Verdict : uint8_t { kPass, kWarn, kBlock };

struct Result {
  bool blank = false;                 // there is no word of the writer's own in the draft
  std::vector<text::Span> sentences;  // the writer's own, in order
  Verdict verdict = Verdict::kPass;
  std::vector<std::string> notes;  // about the input, not about the draft
  // By start, then severity (the gravest first), then rule.
  std::vector<Finding> findings;
  std::vector<Suppressed> suppressed;  // in the same order; none of them is in `findings`
  std::vector<FoundMove> moves;        // of the draft, by start
  std::vector<Silent> silent;          // by start, then rule; only if it was asked for
  conversation::Situation situation;
};

}  // namespace amends
