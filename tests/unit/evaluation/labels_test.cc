// Reading labelled replies.
#include "amends/evaluation/labels.h"

#include <string>
#include <variant>

#include <gtest/gtest.h>

namespace amends::evaluation {
namespace {

TEST(Labels, ReadsARecordWithItsLabels) {
  const auto read = ReadLabelled(
      R"({"id": 7, "text": "We regret it.", "kind": "chat", "failure": true,
          "context": [{"role": "customer", "text": "It broke."}],
          "findings": [{"rule": "a/b", "quote": "regret", "level": "clear"},
                       {"rule": "a/c", "quote": "W", "level": "borderline"}],
          "missing": ["s/none"], "moves": [{"move": "G.next", "quote": "it"}]})");
  ASSERT_TRUE(std::holds_alternative<LabelledReply>(read)) << std::get<std::string>(read);
  const auto& [conversation, labels] = std::get<LabelledReply>(read);
  EXPECT_EQ(conversation.context.size(), 1u);
  EXPECT_EQ(conversation.channel, input::Channel::kChat);
  EXPECT_EQ(labels.id, "7");
  EXPECT_EQ(labels.text, "We regret it.");
  ASSERT_EQ(labels.findings.size(), 2u);
  EXPECT_EQ(labels.findings[0].rule, "a/b");
  EXPECT_EQ(labels.findings[0].quote, "regret");
  EXPECT_EQ(labels.findings[0].level, Level::kClear);
  EXPECT_EQ(labels.findings[1].level, Level::kBorderline);
  EXPECT_EQ(labels.missing, (std::vector<std::string>{"s/none"}));
  ASSERT_EQ(labels.moves.size(), 1u);
  EXPECT_EQ(labels.moves[0].move, "G.next");
}

TEST(Labels, SaysWhyALineIsNone) {
  struct Row {
    const char* json;
    const char* problem;
  };
  const Row rows[] = {
      {R"({"text": "a"})", "there is no “findings”: are these labels?"},
      {R"({"text": "a", "findings": {}})", "“findings” is not what labels have there"},
      {R"({"text": "a", "findings": [{"rule": "a/b", "quote": "a"}]})",
       "“findings” is not what labels have there"},
      {R"({"text": "a", "findings": [{"rule": "a/b", "quote": "a", "level": "sure"}]})",
       "“findings” is not what labels have there"},
      {R"({"text": "a", "findings": [], "missing": [1]})",
       "“missing” is not what labels have there"},
      {R"({"text": "a", "findings": [], "moves": [{"move": "G.next"}]})",
       "“moves” is not what labels have there"},
  };
  for (const Row& row : rows) {
    const auto read = ReadLabelled(row.json);
    ASSERT_TRUE(std::holds_alternative<std::string>(read)) << row.json;
    EXPECT_EQ(std::get<std::string>(read), row.problem) << row.json;
  }
  EXPECT_TRUE(std::holds_alternative<std::string>(ReadLabelled("{\"findings\": []")));
}

}  // namespace
}  // namespace amends::evaluation
