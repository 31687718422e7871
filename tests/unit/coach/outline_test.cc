// The outline of a better reply, under the core pack.
#include "amends/coach/outline.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "tests/unit/coach/coached.h"

namespace amends::coach {
namespace {

std::string TextOf(const char* thread) { return Coached(thread).coaching.outline.Text(); }

TEST(Outline, KeepsWhatServesInTheRightOrder) {
  const std::string text = TextOf(
      "C: My lamp came broken. // Dear Ana,\n\nA new lamp left this morning. I'm sorry "
      "that "
      "your lamp came broken. That was my mistake.\n\nKind regards,\nBo");
  const size_t greeting = text.find("Dear Ana,");
  const size_t sorry = text.find("I'm sorry that your lamp came broken.");
  const size_t owned = text.find("That was my mistake.");
  const size_t mended = text.find("A new lamp left this morning.");
  const size_t closing = text.find("Kind regards,");
  EXPECT_LT(greeting, sorry);
  EXPECT_LT(sorry, owned);
  EXPECT_LT(owned, mended);
  EXPECT_LT(mended, closing);
  EXPECT_NE(closing, std::string::npos);
}

TEST(Outline, LeavesABlankForWhatIsMissing) {
  const std::string text =
      TextOf("C: My lamp came broken. // A new lamp left this morning.");
  EXPECT_NE(text.find("I’m sorry that [["), std::string::npos) << text;
  EXPECT_NE(text.find("That was [["), std::string::npos) << text;
}

TEST(Outline, LeavesOutWhatHurts) {
  const Coached coached("C: My lamp came broken. // I'm sorry. Calm down.");
  EXPECT_EQ(coached.coaching.outline.Text().find("Calm down"), std::string::npos);
}

TEST(Outline, OffersWhatMayBeGiven) {
  struct Row {
    int severity;
    input::FailureKind kind;
    std::vector<std::string> fitting;
  };
  const std::vector<pack::Allowance> allowances = {
      {"a note", 0, {}},
      {"£10", 2, {"money"}},
      {"an upgrade", 1, {"outcome", "process"}}};
  using enum input::FailureKind;
  const Row rows[] = {
      {0, kMoney, {"a note"}},
      {2, kMoney, {"a note", "£10"}},
      {1, kProcess, {"a note", "an upgrade"}},
      {3, kSafety, {"a note"}},
  };
  for (const Row& row : rows) {
    conversation::Situation situation;
    situation.severity = row.severity;
    situation.failure_kind = row.kind;
    EXPECT_EQ(FittingAllowances(situation, allowances), row.fitting) << row.severity;
  }
}

}  // namespace
}  // namespace amends::coach
