#include "amends/rules/reason.h"

#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <gtest/gtest.h>

#include "amends/rules/judge.h"
#include "tests/support/tiny_pack.h"

namespace amends::rules {
namespace {

using amends::testing::Thread;
using amends::testing::TinyRulebook;

// "rule: reason" of each silence about the draft, in the order of the rules.
std::string Reasons(const TinyRulebook& tiny, std::string_view thread) {
  const input::Conversation conversation = Thread(thread);
  const Judgement judgement = Judge(*tiny, conversation, {}, true);
  std::vector<std::string> all;
  for (const Silence& silence : judgement.silences) {
    all.push_back(
        fmt::format("{}: {}", (*tiny).detectors()[silence.detector].id, silence.reason));
  }
  return fmt::format("{}", fmt::join(all, "; "));
}

constexpr const char* kReasonMoves = R"(
    {"id": "G.apology.I", "patterns": ["i am sorry"]},
    {"id": "G.apology.we", "patterns": ["we are sorry"]},
    {"id": "C.complaint.fails", "role": "customer", "patterns": ["broken"]},
    {"id": "C.question", "role": "customer", "patterns": ["when"]},
    {"id": "G.fix", "patterns": ["sent"]})";

TEST(Reason, OfAConditionSaysWhatIsThereAndWhatIsNot) {
  struct {
    std::string_view where;
    std::string_view thread;
    std::string_view reason;
  } const rows[] = {
      {R"({"any": ["G.fix"]})", "Oh no.", "there is no G.fix in the reply"},
      {R"({"any": ["G.apology"], "within": "sentence"})", "I am sorry. No.",
       "there is no G.apology.I, G.apology.we in its sentence"},
      {R"({"none": ["G.fix"], "within": "thread"})", "A: sent // No.",
       "there is G.fix in the thread"},
      {R"({"count": ["G.fix"], "at_least": 2})", "No, sent.",
       "there are not so many of G.fix in the reply"},
      {R"({"failure": ["yes"]})", "No.", "has something gone wrong: not known"},
      {R"({"failure": ["yes"]})", "C: when? // No.", "has something gone wrong: no"},
      {R"({"fault": ["yes"]})", "C: broken // No.", "is the company at fault: not known"},
      {R"({"channel": ["chat"]})", "No.", "it does not judge this channel"},
      {R"({"first_reply": true})", "A: hello // No.", "an agent has answered before"},
      {R"({"context": true})", "No.", "no word of the customer is known"},
      {R"({"question": true})", "No.", "it is no question"},
      {R"({"question": false})", "No?", "it is a question"},
      {R"({"or": [{"question": true}, {"any": ["G.fix"]}]})", "No.",
       "it is no question, and there is no G.fix in the reply"},
      {R"({"not": {"question": false}})", "No.", "it is no question"},
      {R"({"not": {"or": [{"question": true}, {"any": ["G.fix"]}]}})", "No, sent.",
       "there is G.fix in the reply"},
      {R"({"holds": [{"question": true}, {"any": ["G.fix"]}], "at_least": 2})",
       "No, sent.", "it is no question"},
      {R"({"holds": [{"question": true}, {"any": ["G.fix"]}], "at_most": 0})",
       "No, sent.", "there is G.fix in the reply"},
  };
  for (const auto& row : rows) {
    const TinyRulebook tiny(
        {.moves = kReasonMoves,
         .rules =
             fmt::format(R"({{"id": "no", "on": {{"patterns": ["no"]}}, "where": [{}]}})",
                         row.where)});
    ASSERT_EQ(tiny.Problems(), "") << row.where;
    EXPECT_EQ(Reasons(tiny, row.thread), fmt::format("t/no: {}", row.reason))
        << row.where << "\n"
        << row.thread;
  }
}

TEST(Reason, OfAnExceptionIsWhatThePackSays) {
  const TinyRulebook tiny({.rules = R"({"id": "no", "on": {"patterns": ["no"]},
                    "unless": [{"pattern": "problem", "scope": "sentence",
                                "because": "that is a yes"}]})"});
  EXPECT_EQ(Reasons(tiny, "No problem. No."), "t/no: that is a yes");
}

TEST(Reason, OfARuleThatYieldsIsTheOther) {
  const TinyRulebook tiny(
      {.rules = R"({"id": "no", "on": {"patterns": ["no"]}, "yields_to": ["t/none"]},
                   {"id": "none", "on": {"patterns": ["no way"]}})"});
  EXPECT_EQ(Reasons(tiny, "No way. No."), "t/no: t/none says it");
}

TEST(Reason, IsAskedOnlyOfRulesAboutTheDraft) {
  const TinyRulebook tiny(
      {.moves = R"({"id": "G.fix", "patterns": ["sent"], "where": [{"question": true}]})",
       .rules =
           R"({"id": "no", "on": {"patterns": ["no"]}, "where": [{"question": true}]})"});
  EXPECT_EQ(Reasons(tiny, "A: No. // Sent."), "");
  EXPECT_TRUE(Judge(*tiny, Thread("No.")).silences.empty());
}

}  // namespace
}  // namespace amends::rules
