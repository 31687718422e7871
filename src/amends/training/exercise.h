// Exercises and role-plays as they are written in files (docs/exercises.md). Values.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "amends/incident/record.h"
#include "amends/input/conversation.h"
#include "amends/pack/pack.h"
#include "amends/text/span.h"

namespace amends::training {

enum class ExerciseKind : uint8_t {
  kSpot,
  kName,
  kHears,
  kChoose,
  kOrder,
  kQuestion,
  kRewrite,
  kFill,
  kImitate,
  kRecord,
  kChecklist,
  kRolePlay,
};
// The words for them in files and answers, by value.
inline constexpr std::array<std::string_view, 12> kExerciseKindWords = {
    "spot",    "name", "hears",   "choose", "order",     "question",
    "rewrite", "fill", "imitate", "record", "checklist", "role-play"};

// An answer in the terms of its kind; what the kind has no use for is empty.
struct Answer {
  std::vector<text::Span> marks;  // spot: bytes of the draft
  std::vector<size_t> choices;  // of options; checklist: any number; order: all sentences
  std::vector<std::string> texts;  // one; fill: each blank; record: each field;
                                   // role-play: each reply
};

// An answer that is wrong, and the reason that must be told (docs/exercises.md).
struct WrongAnswer {
  Answer answer;
  std::string caught;
};

// Words of a draft in which a rule speaks.
struct Mark {
  text::Span span;  // bytes of the draft
  std::string rule;
};

// One of several that are shown, to be chosen or to be ticked.
struct Option {
  std::string text;  // of a fault to name: the summary of its rule, not kept here
  std::string rule;  // name: the fault; choose: the fault of the worse reply
  bool right = false;
  std::string because;  // why it is not
};

// Of two sentences the one that must stand first.
struct Precedence {
  size_t first = 0;
  size_t then = 0;
  std::string because;
};

// What an answer must hold: an element of the coach, or one of some moves.
struct Ask {
  std::string element;  // empty: `name` and `moves` tell
  std::string name;
  std::vector<std::string> moves;  // an id, or its beginning up to a dot

  const std::string& id() const { return element.empty() ? name : element; }
};

// A good reply in another case.
struct ModelReply {
  std::string situation;
  std::string text;
};

// What a customer of a role-play needs, of the six of its temper.
struct Need {
  std::string id;                  // heard, sorry, owned, fixed, extra, next
  std::string name;                // for people
  std::string after;               // met before this one it does half; empty: any time
  std::vector<std::string> moves;  // that meet it
  int mood = 0;                    // what meeting it gives
  int trust = 0;
  std::vector<std::string> asks;         // how the customer asks for it
  std::vector<std::string> asks_kindly;  // the same in a better mood
  std::vector<std::string> asks_again;   // and when they have asked before
  std::vector<std::string> takes;        // and takes it
};

// What a customer minds.
struct Mind {
  std::vector<std::string> to;  // rules and families
  int mood = 0;                 // what it takes, below 0
  int trust = 0;
  std::vector<std::string> says;
};

// How a customer takes things; several role-plays share one.
struct Temper {
  std::string id;
  std::vector<Need> needs;
  std::vector<Mind> minds;
  pack::Origin origin;
};

// A fact that the customer tells when asked for it.
struct Telling {
  std::string what;
  std::vector<std::string> when;  // moves of the agent
  std::vector<std::string> says;
};

// The wordings of one customer for a need of the temper.
struct NeedWords {
  std::string need;
  std::vector<std::string> says;
};

struct Customer {
  std::string name;
  std::string temper;
  int mood = 0;  // 0-10, and so is trust
  int trust = 0;
  std::vector<std::string>
      needs;  // of the temper, in the order in which they are asked for
  std::vector<std::string> opens;
  std::vector<Telling> tells;
  std::vector<NeedWords> asks;
  std::vector<NeedWords> takes;
  std::vector<Mind> minds;  // wordings before those of the temper; they change no effect
  std::vector<std::string> ends_well;
  std::vector<std::string> ends_badly;
  std::vector<std::string> ends_late;
};

struct Exercise {
  std::string id;
  ExerciseKind kind = ExerciseKind::kSpot;
  int level = 1;  // 1-3
  std::string trade;
  std::vector<std::string> rules;  // the one it is about first
  std::string situation;
  std::string task;                  // empty: the usual words of the kind
  input::Conversation conversation;  // what was written before; its text is empty
  std::vector<std::string> known;    // what one knows and may give
  std::vector<std::string> hints;
  std::string explanation;
  std::vector<std::string> source;

  std::string draft;
  std::vector<Mark> marks;              // spot, in order
  std::vector<Option> options;          // name, hears, choose, checklist
  std::vector<std::string> sentences;   // order: in a good order
  std::vector<Precedence> before;       // order
  std::vector<Ask> asks;                // of texts
  size_t longest = 0;                   // of texts: words; of role-plays: replies
  std::optional<ModelReply> example;    // imitate
  std::vector<incident::Field> fields;  // record
  std::optional<Customer> customer;     // role-play

  std::vector<Answer> right;  // the first is the model; of role-plays those that end well
  std::vector<WrongAnswer> wrong;
  pack::Origin origin;

  std::string family() const { return id.substr(0, id.find('/')); }
};

// The words in files for a kind, and for a field of an incident record: "spot", "what".
std::string_view WordFor(ExerciseKind kind);
std::string_view WordFor(incident::Field field);

// Whether `id` is `of`, or begins with it up to a dot or a slash: policy/its-policy is of
// policy, G.apology.I of G.apology.
bool IsOf(std::string_view id, std::string_view of);
bool IsOfAny(std::string_view id, const std::vector<std::string>& of);

}  // namespace amends::training
