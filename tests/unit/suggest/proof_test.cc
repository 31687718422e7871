#include "amends/suggest/proof.h"

#include <gtest/gtest.h>

namespace amends::suggest {
namespace {

const pack::Rule kOne;
const pack::Rule kOther;

Finding At(const pack::Rule& rule, uint32_t start, uint32_t end, Scope scope = Scope::kText) {
  Finding finding;
  finding.rule = &rule;
  finding.scope = scope;
  finding.span = {start, end};
  return finding;
}

TEST(Proof, AsksThatOneFindingGoesAndNoneComes) {
  struct Row {
    const char* what;
    std::vector<Finding> before;  // the first is to go
    std::vector<Edit> edits;
    std::vector<Finding> after;
    bool proven;
  };
  const std::vector<Edit> shorter = {{{10, 20}, "abc"}};
  const std::vector<Edit> cut = {{{10, 20}, ""}};
  const Row rows[] = {
      {"gone", {At(kOne, 10, 20)}, shorter, {}, true},
      {"still there", {At(kOne, 10, 20)}, shorter, {At(kOne, 10, 13)}, false},
      {"still there, and wider", {At(kOne, 10, 20)}, shorter, {At(kOne, 5, 30)}, false},
      {"another rule speaks", {At(kOne, 10, 20)}, shorter, {At(kOther, 10, 13)}, false},
      {"others stay before", {At(kOne, 10, 20), At(kOther, 2, 8)}, shorter, {At(kOther, 2, 8)},
       true},
      {"others stay behind", {At(kOne, 10, 20), At(kOther, 25, 28)}, shorter,
       {At(kOther, 18, 21)}, true},
      {"one is new behind", {At(kOne, 10, 20), At(kOther, 25, 28)}, shorter,
       {At(kOther, 25, 28)}, false},
      {"the rule speaks elsewhere too", {At(kOne, 10, 20), At(kOne, 30, 33)}, shorter,
       {At(kOne, 23, 26)}, true},
      {"and twice now", {At(kOne, 10, 20), At(kOne, 30, 33)}, shorter,
       {At(kOne, 23, 24), At(kOne, 25, 26)}, false},
      {"others overlap", {At(kOne, 10, 20), At(kOther, 15, 30)}, shorter, {At(kOther, 11, 23)},
       true},
      {"others go too", {At(kOne, 10, 20), At(kOther, 15, 30)}, shorter, {}, true},
      {"cut out", {At(kOne, 10, 20), At(kOther, 20, 30)}, cut, {At(kOther, 10, 20)}, true},
      {"over a cut", {At(kOne, 10, 20), At(kOther, 5, 30)}, cut, {At(kOther, 5, 20)}, true},
      {"a reply stays a reply", {At(kOne, 10, 20), At(kOther, 0, 5, Scope::kReply)}, shorter,
       {At(kOther, 0, 5, Scope::kReply)}, true},
      {"and is no stretch", {At(kOne, 10, 20), At(kOther, 0, 5, Scope::kReply)}, shorter,
       {At(kOther, 0, 5)}, false},
      {"two edits", {At(kOne, 10, 40), At(kOther, 50, 60)}, {{{10, 12}, "abcd"}, {{30, 40}, ""}},
       {At(kOther, 42, 52)}, true},
      {"between two edits", {At(kOne, 10, 40), At(kOther, 20, 22)},
       {{{10, 12}, "abcd"}, {{30, 40}, ""}}, {At(kOther, 22, 24)}, true},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(OnlyRemoves(row.before, 0, row.edits, row.after), row.proven) << row.what;
  }
}

TEST(Proof, EditsTheDraftWithItsBlocks) {
  input::Conversation conversation;
  conversation.channel = input::Channel::kChat;
  conversation.kind = input::Kind::kNotice;
  conversation.whole = false;
  conversation.facts.severity = 2;
  conversation.text = "We are sorry.\n> No!\nWe are late.";
  conversation.context.push_back({input::Role::kCustomer, "No!", ""});
  conversation.blocks = {{input::BlockKind::kOwn, {0, 14}},
                         {input::BlockKind::kQuoted, {14, 20}},
                         {input::BlockKind::kOwn, {20, 32}}};
  const Edit edits[] = {{{0, 6}, "I am"}, {{20, 27}, ""}};
  const input::Conversation edited = Edited(conversation, edits);
  EXPECT_EQ(edited.text, "I am sorry.\n> No!\nlate.");
  EXPECT_EQ(edited.channel, input::Channel::kChat);
  EXPECT_EQ(edited.kind, input::Kind::kNotice);
  EXPECT_FALSE(edited.whole);
  EXPECT_EQ(edited.facts.severity, 2);
  const text::Span spans[] = {{0, 12}, {12, 18}, {18, 23}};
  for (size_t i = 0; i < 3; ++i) EXPECT_EQ(edited.blocks.at(i).span, spans[i]) << i;
}

}  // namespace
}  // namespace amends::suggest
