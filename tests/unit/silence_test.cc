// Where Amends must hold its tongue: words that only look like faults, and replies in
// which nothing has gone wrong.
#include <algorithm>
#include <fstream>
#include <iterator>
#include <string>
#include <variant>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "amends/engine.h"
#include "amends/input/record.h"
#include "tests/support/drafts.h"
#include "tests/support/tables.h"

namespace amends {
namespace {

using nlohmann::json;

// The findings whose rule or family is named.
std::string Named(const Result& result, const std::string& name) {
  std::string named;
  for (const Finding& finding : result.findings) {
    if (finding.rule->id == name || finding.rule->family() == name) {
      named += finding.rule->id + ": " + finding.message + "\n";
    }
  }
  return named;
}

TEST(Ambiguity, WordsThatOnlyLookLikeFaultsAreLeftAlone) {
  std::ifstream in(testing::SourcePath("tests/fixtures/ambiguity.json"));
  const Engine& engine = testing::EngineOf("");
  int texts = 0;
  for (const json& entry : json::parse(in)) {
    json record = entry;
    record.erase("silent");
    record.erase("fires");
    record.erase("about");
    const auto read = input::ReadRecord(record.dump());
    ASSERT_TRUE(std::holds_alternative<input::Conversation>(read)) << entry;
    const Result result = engine.Check(std::get<input::Conversation>(read));
    ++texts;
    for (const json& name : entry.value("silent", json::array())) {
      EXPECT_EQ(Named(result, name), "") << entry["text"];
    }
    for (const json& name : entry.value("fires", json::array())) {
      EXPECT_NE(Named(result, name), "") << entry["text"] << " should be " << name;
    }
  }
  EXPECT_GE(texts, 80);
}

TEST(Quiet, WhereNothingHasGoneWrongNothingIsSaid) {
  std::ifstream in(testing::SourcePath("corpora/quiet.jsonl"));
  const Engine& engine = testing::EngineOf("");
  int replies = 0;
  for (std::string line; std::getline(in, line);) {
    const auto read = input::ReadRecord(line);
    const Result result = engine.Check(std::get<input::Conversation>(read));
    ++replies;
    for (const Finding& finding : result.findings) {
      EXPECT_LT(finding.severity, pack::Severity::kWarning)
          << std::get<input::Conversation>(read).id << " " << finding.rule->id << ": "
          << finding.message;
    }
  }
  EXPECT_GE(replies, 60);
}

}  // namespace
}  // namespace amends
