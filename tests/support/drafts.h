// The drafts that laws are tried on: the examples of the core pack and the replies of
// corpora/labelled.jsonl.
#pragma once

#include <string>
#include <vector>

#include "amends/engine.h"
#include "amends/input/conversation.h"

namespace amends::testing {

struct Draft {
  std::string name;  // the rule whose example it is, or the id of a record
  std::string profile;
  input::Conversation conversation;
};

// The core pack from its folder, under a profile that an example asks for; loaded once.
const Engine& EngineOf(const std::string& profile);

// The flag examples of every rule.
std::vector<Draft> FlaggedExamples();
std::vector<Draft> Labelled();

}  // namespace amends::testing
