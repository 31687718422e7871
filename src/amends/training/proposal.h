// An exercise made from a real draft: kind, marks and model as the findings propose them.
#pragma once

#include <map>
#include <string>

#include "amends/engine.h"
#include "amends/input/conversation.h"

namespace amends::training {

struct ProposalOptions {
  std::string kind;  // spot, rewrite or question; empty: what the findings propose
};

struct ProposedExercise {
  std::string json;  // a file of one exercise; blanks [[…]] where only a person knows
  std::string kind;
  std::map<std::string, std::string>
      masked;           // what was taken out, and what stands for it
  std::string problem;  // why none was made; empty if it was
};

// A draft with one or two faults in its words is to be marked, a question asked too early
// to be rewritten, else the reply.
ProposedExercise ProposeExercise(const Engine& engine,
                                 const input::Conversation& conversation,
                                 const ProposalOptions& options = {});

}  // namespace amends::training
