#include "amends/input/series.h"

#include <string_view>

#include <gtest/gtest.h>

namespace amends::input {
namespace {

TEST(Series, IsToldByACountAtAnEnd) {
  struct {
    std::string_view text;
    bool piece;
  } const rows[] = {
      {"I'll write to you at six. 2/2", true},
      {"I'm so sorry, Ana. (1/2)", true},
      {"1/3 I'm so sorry, Ana.", true},
      {"(1/3) I'm so sorry, Ana.", true},
      {"I'll write at six. 2/2 ^AH", true},
      {"I'll write at six 1/2^SH", true},
      {"I'll write at six. 2/3 -JT\n", true},
      {"I'm sorry. (1/2) I'll write at six. (2/2)", false},
      {"I'm sorry. 1/3 I'll write at six. 2/3", true},
      {"Take 1/2 of it.", false},
      {"It comes on 1/2.", false},
      {"It comes on 01/2", false},
      {"Version 1/2/3", false},
      {"3/2", false},
      {"1/1", false},
      {"We are here 24/7", false},
      {"a/2", false},
      {"/2", false},
      {"", false},
      {"^AH", false},
  };
  for (const auto& row : rows) EXPECT_EQ(IsPieceOfSeries(row.text), row.piece) << row.text;
}

TEST(Series, IsCutInPublicAndInChatsOnly) {
  Conversation conversation;
  conversation.text = "I'm sorry. 1/2";
  for (const Channel channel : {Channel::kPublic, Channel::kChat}) {
    conversation.channel = channel;
    EXPECT_FALSE(IsWholeReply(conversation));
  }
  for (const Channel channel : {Channel::kEmail, Channel::kPhone}) {
    conversation.channel = channel;
    EXPECT_TRUE(IsWholeReply(conversation));
    conversation.whole = false;
    EXPECT_FALSE(IsWholeReply(conversation));
    conversation.whole = true;
  }
}

}  // namespace
}  // namespace amends::input
