#include "tests/support/drafts.h"

#include <fstream>
#include <map>
#include <utility>
#include <variant>

#include "amends/evaluation/example_check.h"
#include "amends/input/record.h"
#include "tests/support/tables.h"

namespace amends::testing {

using input::Conversation;

const Engine& EngineOf(const std::string& profile) {
  static std::map<std::string, Engine> engines;
  const auto known = engines.find(profile);
  if (known != engines.end()) return known->second;
  EngineOptions options;
  options.core = SourcePath("rules/en");
  options.profile = profile;
  return engines.emplace(profile, Engine::Load(options)).first->second;
}

std::vector<Draft> FlaggedExamples() {
  std::vector<Draft> drafts;
  for (const pack::Rule& rule : EngineOf("").pack().rules) {
    for (const pack::Example& example : rule.flag) {
      auto read = evaluation::ConversationOf(example, false);
      drafts.push_back(
          {rule.id, example.profile, std::get<Conversation>(std::move(read))});
    }
  }
  return drafts;
}

std::vector<Draft> Labelled() {
  std::vector<Draft> drafts;
  std::ifstream in(SourcePath("corpora/labelled.jsonl"));
  for (std::string line; std::getline(in, line);) {
    auto conversation = std::get<Conversation>(input::ReadRecord(line));
    drafts.push_back({conversation.id, "", std::move(conversation)});
  }
  return drafts;
}

}  // namespace amends::testing
