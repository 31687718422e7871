// An incident record: what went wrong, told in the words of the thread. Values. Nothing
// in it is invented: a quote names the turn it stands in, and what nobody wrote down is a
// question. docs/incident.md describes it for readers.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "amends/conversation/situation.h"
#include "amends/input/conversation.h"
#include "amends/text/span.h"

namespace amends::incident {

// Words of a turn; the draft is the turn behind the last of the context.
struct Quote {
  uint32_t turn = 0;
  text::Span span;   // bytes of that turn's text
  std::string text;  // what stands there
  // Of a fact: date, money …; of a moment: day, clock, both; of an item: topic, other,
  // model; of a step: done, if it is.
  std::string kind;

  bool operator==(const Quote&) const = default;
};

struct Promise {
  Quote words;
  std::optional<Quote> due;             // by when, as it was said
  std::optional<input::Moment> due_by;  // and as a moment
  conversation::Answer kept = conversation::Answer::kUnknown;
};

enum class Field : uint8_t {
  kWhat,
  kWhen,
  kItem,
  kLoad,
  kCircumstances,
  kSteps,
  kExtras,
  kPromises,
};

// What nobody wrote down, asked of the colleague who was there.
struct Question {
  Field field = Field::kWhat;
  std::string text;
};

struct Record {
  std::string id;
  input::Channel channel = input::Channel::kEmail;
  std::string now;                     // as the conversation has it
  std::string reported_at;             // when the customer first wrote; empty = not known
  std::optional<int64_t> age_minutes;  // from then to now
  conversation::Answer failure = conversation::Answer::kUnknown;
  conversation::Answer fault = conversation::Answer::kUnknown;
  conversation::Answer repeated = conversation::Answer::kUnknown;
  conversation::Answer accepted = conversation::Answer::kUnknown;
  std::optional<int> severity;  // 0-3
  std::optional<input::FailureKind> failure_kind;

  // Each in the order of the thread. Those of a case without a failure are empty, but for
  // items and facts.
  std::vector<Quote> what;   // what went wrong, as the customer told it; else the agent
  std::vector<Quote> when;   // days and hours that the customer named
  std::vector<Quote> items;  // the product or service
  std::vector<Quote> load;   // how busy it was
  std::vector<Quote> circumstances;  // what made it matter to the customer
  std::vector<Quote> losses;
  std::vector<Quote> feelings;
  std::vector<Quote> wishes;
  std::vector<Quote> tried;   // by the customer
  std::vector<Quote> owned;   // what the firm has said of its part in it
  std::vector<Quote> steps;   // what was done or given to put it right
  std::vector<Quote> extras;  // on top of it
  std::vector<Quote> handovers;
  std::vector<Promise> promises;
  std::vector<Quote> thanks;  // how the customer took it
  std::vector<Quote> facts;   // what the customer has given, not to be asked again

  std::vector<Question> questions;
  std::vector<std::string> alert;       // for colleagues, a line each
  std::vector<std::string> next_visit;  // for whoever meets the customer next
  std::string text;                     // the record in plain lines
  std::vector<std::string> notes;       // about the input
};

}  // namespace amends::incident
