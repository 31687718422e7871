// One example of a pack against what it says. Every function gives nothing where the
// engine does as the example says, else what it does instead.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "amends/evaluation/bench.h"
#include "amends/input/conversation.h"
#include "amends/pack/pack.h"

namespace amends::evaluation {

struct Failure {
  pack::Origin origin;   // of the example
  std::string id;        // of the rule, move, class or suppressor
  std::string expected;  // "should be silent"
  std::string happened;
  std::string text;  // of the example
};

// The rule speaks; where the example says so, at a span, and with a fix.
std::optional<Failure> CheckFlag(const Bench& bench, const pack::Rule& rule,
                                 const pack::Example& example);
// The rule is silent.
std::optional<Failure> CheckPass(const Bench& bench, const pack::Rule& rule,
                                 const pack::Example& example);
// The move is found; where the example says so, at a span.
std::optional<Failure> CheckMatch(const Bench& bench, const pack::Move& move,
                                  const pack::Example& example);
std::optional<Failure> CheckNoMatch(const Bench& bench, const pack::Move& move,
                                    const pack::Example& example);
std::optional<Failure> CheckMember(const Bench& bench, const pack::ClassDef& definition,
                                   const pack::ClassDef::Example& example);
std::optional<Failure> CheckNoMember(const Bench& bench, const pack::ClassDef& definition,
                                     const pack::ClassDef::Example& example);
// The family is silent, and speaks without the suppressor.
std::optional<Failure> CheckSuppressed(const Bench& bench,
                                       const pack::Suppressor& suppressor,
                                       const pack::Suppressor::Example& example);

// What an example gives the engine to read, or why it cannot. The text of an example of a
// customer's move is the customer's last turn.
std::variant<input::Conversation, std::string> ConversationOf(
    const pack::Example& example, bool customer);

}  // namespace amends::evaluation
