#include "tools/train/screen_lines.h"

#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "amends/report/cells.h"

namespace amends {
namespace {

using Texts = std::vector<std::string>;

Texts Wrapped(std::string_view text, size_t width) {
  Texts lines;
  for (const text::Span& span : WrapLines(text, width)) {
    lines.emplace_back(text.substr(span.start, span.length()));
  }
  return lines;
}

TEST(WrapLines, BreaksBehindBlanksAndInsideOfLongWords) {
  struct Row {
    std::string_view text;
    size_t width;
    Texts lines;
  };
  const Row rows[] = {
      {"", 10, {""}},
      {"one two", 10, {"one two"}},
      {"one two", 7, {"one two"}},
      {"one two", 6, {"one ", "two"}},
      {"one two", 3, {"one ", "two"}},
      {"one two three", 8, {"one two ", "three"}},
      {"onetwothree", 4, {"onet", "woth", "ree"}},
      {"a onetwothree b", 4, {"a ", "onet", "woth", "ree ", "b"}},
      {"one\ntwo\n", 10, {"one", "two", ""}},
      {"one   two", 4, {"one   ", "two"}},
      {"日本語", 4, {"日本", "語"}},
      {"a 👩‍💻 b", 3, {"a ", "👩‍💻 ", "b"}},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(Wrapped(row.text, row.width), row.lines) << row.text << row.width;
  }
}

TEST(WrapLines, LosesNothingAndKeepsTheWidth) {
  const std::string text =
      "Dear Ms Okafor,\n\nwir möchten 日本語 and 👩‍💻 with "
      "averyveryverylongword "
      "that "
      "does   not fit.\n";
  for (size_t width = 2; width < 40; ++width) {
    std::string all;
    size_t end = 0;
    for (const text::Span& span : WrapLines(text, width)) {
      ASSERT_GE(span.start, end);
      for (; end < span.start; ++end) EXPECT_EQ(text[end], '\n');
      std::string line = text.substr(span.start, span.length());
      end = span.end;
      line.erase(line.find_last_not_of(' ') + 1);
      EXPECT_LE(report::DisplayWidth(line), width) << line;
    }
    EXPECT_EQ(end, text.size());
  }
}

TEST(LinesOf, PutsLabelsAndGaugesInFront) {
  Texts texts;
  for (const Line& line : LinesOf({{Tone::kHead, "", "Head"},
                                   {Tone::kCustomer, "Customer", "It broke again"},
                                   {Tone::kQuiet, "Mood", "upset", 4},
                                   {Tone::kPlain, "What you know", "- One\n- Two"}},
                                  20)) {
    std::string text;
    for (const Stretch& stretch : line) text += stretch.text;
    texts.push_back(text);
  }
  EXPECT_EQ(texts, (Texts{"Head", "", "Customer: It broke ", "again", "Mood ■■■■□□□□□□ ",
                          "upset", "", "What you know:", "- One", "- Two"}));
}

TEST(ShownText, HasNothingThatMovesACursor) {
  EXPECT_EQ(ShownText("a\tb\x1b[2J"), "a   b\uFFFD[2J");
}

}  // namespace
}  // namespace amends
