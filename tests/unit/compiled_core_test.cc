// The core pack as the build compiled it judges as the same pack read from its folder.
#include <fstream>
#include <string>
#include <variant>
#include <vector>

#include <gtest/gtest.h>

#include "amends/engine.h"
#include "amends/input/record.h"
#include "amends/pack/core_pack.h"
#include "tests/support/tables.h"

namespace amends {
namespace {

std::string Told(const Result& result) {
  std::string told = std::to_string(static_cast<int>(result.verdict));
  for (const Finding& finding : result.findings) {
    told += "\n" + finding.rule->id + " " + std::to_string(finding.span.start) + " " +
            finding.message + " " + finding.fingerprint;
    for (const Suggestion& suggestion : finding.suggestions)
      told += "\n  " + suggestion.title;
  }
  for (const FoundMove& move : result.moves) {
    told += "\n" + std::string(move.move) + " " + std::to_string(move.span.start);
  }
  return told;
}

TEST(CompiledCore, JudgesLikeItsFolder) {
  ASSERT_FALSE(pack::CompiledCore().empty());
  const Engine compiled = Engine::Load({});
  EngineOptions options;
  options.core = testing::SourcePath("rules/en");
  const Engine read = Engine::Load(options);
  size_t findings = 0;
  for (const char* corpus : {"corpora/labelled.jsonl", "corpora/quiet.jsonl"}) {
    std::ifstream in(testing::SourcePath(corpus));
    for (std::string line; std::getline(in, line);) {
      const auto record = input::ReadRecord(line);
      const auto& conversation = std::get<input::Conversation>(record);
      const Result result = compiled.Check(conversation);
      findings += result.findings.size();
      EXPECT_EQ(Told(result), Told(read.Check(conversation))) << conversation.id;
    }
  }
  EXPECT_GT(findings, 50u);
}

TEST(CompiledCore, KnowsWhatReportsAskFor) {
  const Engine compiled = Engine::Load({});
  EngineOptions options;
  options.core = testing::SourcePath("rules/en");
  const Engine read = Engine::Load(options);
  ASSERT_EQ(compiled.pack().rules.size(), read.pack().rules.size());
  for (size_t i = 0; i < read.pack().rules.size(); ++i) {
    const pack::Rule& rule = compiled.pack().rules[i];
    const pack::Rule& other = read.pack().rules[i];
    EXPECT_EQ(
        std::tie(rule.id, rule.severity, rule.summary, rule.why, rule.hears, rule.source),
        std::tie(other.id, other.severity, other.summary, other.why, other.hears,
                 other.source));
  }
}

}  // namespace
}  // namespace amends
