// A draft in its thread, as every reader of input makes it: values only.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "amends/input/occasion.h"
#include "amends/input/source_map.h"
#include "amends/text/span.h"

namespace amends::input {

enum class Role : uint8_t { kCustomer, kAgent };
enum class FailureKind : uint8_t { kOutcome, kProcess, kMoney, kSafety };
// The words for them in records and packs, by value.
inline constexpr std::array<std::string_view, 4> kFailureKindWords = {
    "outcome", "process", "money", "safety"};

// An earlier message of the thread.
struct Turn {
  Role role = Role::kCustomer;
  std::string text;  // UTF-8, any bytes
  std::string at;    // ISO 8601, empty = not known
};

// What the helpdesk knows and words may not show. Nothing = not known.
struct Facts {
  std::optional<bool> company_at_fault;
  std::optional<int> severity;  // 0-3
  std::optional<bool> failure;
  std::optional<FailureKind> failure_kind;
  std::optional<double> minutes_since_report;
  std::optional<int> repeat_failures;
  std::optional<bool> apology_accepted;
  std::string handled_by;
  std::optional<bool> first_reply;
  std::optional<bool> alert_sent;
  std::optional<bool> resolved;
  std::vector<std::string> already_known;  // what the customer has given
};

// What the draft was written in.
enum class Markup : uint8_t { kNone, kHtml, kMarkdown };

// What a stretch of the draft is (docs/input.md).
enum class BlockKind : uint8_t {
  kOwn,
  kGreeting,
  kClosing,
  kSignature,
  kQuoted,
  kForwarded,
  kHeader,  // the lines that tell who wrote what is quoted
  kDisclaimer,
  kCode,
};

// The writer's own words, to answer for: own, greeting and closing.
bool IsOwnWords(BlockKind kind);

struct Block {
  BlockKind kind = BlockKind::kOwn;
  text::Span span;  // bytes of Conversation::text
};

struct Conversation {
  std::string id;
  Channel channel = Channel::kEmail;
  Kind kind = Kind::kReply;
  std::string now;            // ISO 8601, empty = not known
  std::vector<Turn> context;  // the oldest first
  std::string text;           // the draft: UTF-8, any bytes
  std::vector<Block> blocks;  // side by side over all of `text`; none = all of it is own
  Markup markup = Markup::kNone;
  SourceMap source;   // of `text` in what it was read from; empty = it is the same
  int part = 0;       // of an e-mail: which of its parts `text` is, in order
  bool whole = true;  // false: text is only a part of the reply
  Facts facts;
  std::vector<std::string> notes;  // about the input, for the user

  Occasion occasion() const { return {channel, kind}; }
};

// Where the writer's own words are, in order; stretches that touch are one.
std::vector<text::Span> OwnSpans(const Conversation& conversation);

}  // namespace amends::input
