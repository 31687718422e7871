#include "amends/input/mbox.h"

#include <string>

#include <gtest/gtest.h>

namespace amends::input {
namespace {

TEST(Mbox, IsSplitIntoMailsSideBySide) {
  const std::string one = "From a Mon\nSubject: a\n\nHi.\n\n";
  const std::string two = "From b Tue\nFrom: b\n\nFrom here on all is well.\n";
  EXPECT_EQ(SplitMbox("").size(), 0u);
  EXPECT_EQ(SplitMbox(one).size(), 1u);
  const std::string both = one + two;
  const std::vector<MboxMail> mails = SplitMbox(both);
  ASSERT_EQ(mails.size(), 2u);
  EXPECT_EQ(mails[0].bytes, one);
  EXPECT_EQ(mails[0].line, 1u);
  EXPECT_EQ(mails[1].bytes, two);
  EXPECT_EQ(mails[1].line, 6u);
  const std::string before = "x\n" + both;
  ASSERT_EQ(SplitMbox(before).size(), 3u);
  EXPECT_EQ(SplitMbox(before)[0].bytes, "x\n");
  EXPECT_EQ(SplitMbox(before)[1].line, 2u);
}

}  // namespace
}  // namespace amends::input
