// Applies a rulebook to a conversation.
#pragma once

#include <string>
#include <vector>

#include "amends/conversation/reading.h"
#include "amends/conversation/situation.h"
#include "amends/input/conversation.h"
#include "amends/rules/rulebook.h"

namespace amends::rules {

// What a rule says about the draft.
struct Hit {
  uint32_t detector = 0;
  match::Range words;  // empty for the whole reply
  uint32_t head = 0;
  uint32_t match = conversation::kNoMatch;  // of the draft's Reading::matches
};

// Why a rule that had something to look at says nothing of it.
struct Silence {
  uint32_t detector = 0;
  match::Range words;  // empty for the whole reply
  std::string reason;  // part of a sentence: "it is a question"
};

struct Judgement {
  std::vector<conversation::Reading> turns;  // the draft last
  conversation::Situation situation;
  std::vector<Hit> hits;          // by detector; without those that yield
  std::vector<Silence> silences;  // of rules about the draft, if they were asked for

  const conversation::Reading& draft() const { return turns.back(); }
};

// What a judgement does without, to show what it is worth.
struct Without {
  static constexpr uint32_t kNothing = 0xFFFFFFFF;
  uint32_t suppressor = kNothing;  // its number in the pack
  uint32_t unless = kNothing;      // of Rulebook::unless_phrases
};

// The conversation must outlive the judgement. Never fails.
Judgement Judge(const Rulebook& rulebook, const input::Conversation& conversation,
                const Without& without = {}, bool with_silences = false);

// The same after the turns before the draft have been judged: `thread` is what Judge made
// of them. `conversation` needs no context then; what the thread was read from must still
// be there.
Judgement JudgeDraft(const Rulebook& rulebook, const input::Conversation& conversation,
                     std::vector<conversation::Reading> thread);

}  // namespace amends::rules
