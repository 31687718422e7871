#include "amends/presend/decision.h"

#include <string>

#include <gtest/gtest.h>

#include "tests/support/tables.h"
#include "tests/unit/pack/temporary_folder.h"

namespace amends::presend {
namespace {

constexpr const char* kPass = "I'm sorry that it broke.";
constexpr const char* kWarn = "You must call.";
constexpr const char* kBlock = "Sorry if it broke. You must call.";

// The tiny pack, under an amends.json.
Engine EngineWith(const std::string& config) {
  const pack::TemporaryFolder folder;
  folder.Write("amends.json", config);
  EngineOptions options;
  options.core = testing::SourcePath("tests/fixtures/packs/tiny");
  options.config = folder.path() / "amends.json";
  return Engine::Load(options);
}

Decision DecideOn(const Engine& engine, input::Conversation conversation,
                  const std::string& text) {
  conversation.text = text;
  return Decide(engine, conversation, engine.Check(conversation));
}

std::string Actions(const Engine& engine, const input::Conversation& conversation = {}) {
  std::string actions;
  for (const char* text : {kPass, kWarn, kBlock}) {
    if (!actions.empty()) actions += ' ';
    actions += NameOf(DecideOn(engine, conversation, text).action);
  }
  return actions;
}

TEST(Decision, IsTheProfilesForEachVerdict) {
  struct Row {
    const char* switches;
    const char* actions;  // of pass, warn, block
  };
  const Row rows[] = {
      {"", "send confirm hold"},
      {R"("on_block": "hold")", "send confirm hold"},
      {R"("on_block": "confirm")", "send confirm confirm"},
      {R"("on_block": "send")", "send confirm send"},
      {R"("on_warn": "send")", "send send hold"},
      {R"("on_warn": "confirm")", "send confirm hold"},
      {R"("on_warn": "hold")", "send hold hold"},
      {R"("on_block": "send", "on_warn": "hold")", "send hold send"},
      {R"("on_block": "confirm", "on_warn": "send")", "send send confirm"},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(Actions(EngineWith(std::string(R"({"switches": {)") + row.switches + "}}")),
              row.actions)
        << row.switches;
  }
}

TEST(Decision, MayDifferByChannelAndKind) {
  const Engine engine = EngineWith(
      R"({"channels": {"public": {"switches": {"on_warn": "hold"}}},
          "kinds": {"internal": {"switches": {"on_block": "send", "on_warn": "send"}}}})");
  input::Conversation conversation;
  EXPECT_EQ(Actions(engine, conversation), "send confirm hold");
  conversation.channel = input::Channel::kPublic;
  EXPECT_EQ(Actions(engine, conversation), "send hold hold");
  conversation.kind = input::Kind::kInternal;
  EXPECT_EQ(Actions(engine, conversation), "send send send");
}

TEST(Decision, DoesNotHangOnWhatTheHelpdeskKnows) {
  const Engine engine = EngineWith("{}");
  for (const bool known : {true, false}) {
    input::Conversation conversation;
    conversation.facts.alert_sent = known;
    conversation.facts.resolved = known;
    EXPECT_EQ(Actions(engine, conversation), "send confirm hold");
  }
}

TEST(Decision, SaysWhatWeighsMost) {
  struct Row {
    const char* switches;
    const char* text;
    const char* reason;
  };
  const Row rows[] = {
      {"", kPass, "Nothing stands in the way of this draft."},
      {"", "", "There was nothing in this draft to check."},
      {"", "Dear valued customer!", "Nothing stands in the way of this draft."},
      {"", kWarn, "“You must” is an order."},
      {"", kBlock, "“Sorry if” leaves open whether anything happened."},
      {"", "You must call. Sorry if it broke.",
       "“Sorry if” leaves open whether anything happened."},
      {"", "You must call. We're sorry.",
       "“You must” is an order. (And one more thing.)"},
      {"", "You must call. You must go. You must sit.",
       "“You must” is an order. (And two more things.)"},
      {R"("on_warn": "send")", kWarn,
       "This may go out, with one thing that could be said better."},
      {R"("on_block": "send")", "Sorry if it broke. Sorry if it hurt. You must call.",
       "This may go out, with two things that could be said better."},
  };
  for (const Row& row : rows) {
    const Engine engine =
        EngineWith(std::string(R"({"switches": {)") + row.switches + "}}");
    EXPECT_EQ(DecideOn(engine, {}, row.text).reason, row.reason) << row.text;
  }
}

TEST(Decision, CountsWhatManyThingsThereAre) {
  const Engine engine = EngineWith("{}");
  std::string text;
  for (int i = 0; i < 12; ++i) text += "You must call. ";
  EXPECT_EQ(DecideOn(engine, {}, text).reason,
            "“You must” is an order. (And 11 more things.)");
}

TEST(Decision, IsNoWordThatNobodyKnows) {
  try {
    EngineWith(R"({"switches": {"on_block": "hodl"}})");
    FAIL() << "it was taken";
  } catch (const LoadError& error) {
    EXPECT_NE(std::string(error.what())
                  .find("“on_block” cannot be “hodl”; it is one of send, confirm, hold"),
              std::string::npos)
        << error.what();
  }
}

}  // namespace
}  // namespace amends::presend
