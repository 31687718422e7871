#include "amends/suggest/blanks.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace amends::suggest {
namespace {

struct BlanksRow {
  const char* insert;
  std::vector<std::string> asked;
  std::vector<std::string> words;
  const char* filled;
};

TEST(Blanks, AreAskedForAndFilled) {
  const BlanksRow rows[] = {
      {"no blank", {}, {"x"}, "no blank"},
      {"sorry that [[what I did]].",
       {"what I did"},
       {"I forgot"},
       "sorry that I forgot."},
      {"by [[day]] at [[hour]]", {"day", "hour"}, {"Friday", "ten"}, "by Friday at ten"},
      {"by [[day]] at [[hour]]", {"day", "hour"}, {"", "ten"}, "by [[day]] at ten"},
      {"by [[day]] at [[hour]]", {"day", "hour"}, {"Friday"}, "by Friday at [[hour]]"},
      {"So. [[What I did]].", {"What I did"}, {"i forgot."}, "So. I forgot."},
      {"So. [[What I did]]!", {"What I did"}, {"I forgot."}, "So. I forgot.!"},
      {"[[a]][[b]]", {"a", "b"}, {"1", "2"}, "12"},
      {"an open [[ stays", {}, {"x"}, "an open [[ stays"},
      {"[[]]", {""}, {"x"}, "x"},
      {"[[a [[b]] c]]", {"a [[b"}, {"x"}, "x c]]"},
      {"[[é]]", {"é"}, {"[[b]]"}, "[[b]]"},
  };
  for (const BlanksRow& row : rows) {
    const std::vector<Edit> edits = {{{3, 5}, row.insert}};
    EXPECT_EQ(BlanksOf(edits), row.asked) << row.insert;
    const std::vector<Edit> filled = Fill(edits, row.words);
    ASSERT_EQ(filled.size(), 1u);
    EXPECT_EQ(filled[0].insert, row.filled) << row.insert;
    EXPECT_EQ(filled[0].span, edits[0].span);
  }
}

TEST(Blanks, OfSeveralEditsAreCountedOn) {
  const std::vector<Edit> edits = {{{0, 1}, "[[a]]"}, {{2, 3}, ""}, {{4, 5}, "x [[b]]"}};
  EXPECT_EQ(BlanksOf(edits), (std::vector<std::string>{"a", "b"}));
  const std::vector<std::string> words = {"one", "two"};
  const std::vector<Edit> filled = Fill(edits, words);
  EXPECT_EQ(filled[0].insert, "one");
  EXPECT_EQ(filled[2].insert, "x two");
}

}  // namespace
}  // namespace amends::suggest
