#include "amends/report/cells.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace amends::report {
namespace {

TEST(Cells, TakeTheColumnsThatATerminalGives) {
  struct Row {
    const char* text;
    size_t width;
  };
  const Row rows[] = {{"", 0},       {"abc", 3},         {"é", 1},        {"e\u0301", 1},
                      {"“so”", 4},   {"…", 1},           {"漢字", 4},     {"ｆｕｌｌ", 8},
                      {"😀", 2},      {"👩‍🚒", 2}, {"👍🏽", 2}, {"🇩🇪", 2},
                      {"❤️", 2}, {"™", 1},           {"\u200Bx", 1},  {"\xFF\xFE", 2},
                      {"a\tb", 5},   {"abcd\t", 8},      {"한국", 4},     {"\u00AD", 0}};
  for (const Row& row : rows) EXPECT_EQ(DisplayWidth(row.text), row.width) << row.text;
}

TEST(Cells, ShowNothingThatATerminalWouldObey) {
  EXPECT_EQ(OneLine("a\x1b[31mred\x07\u009b1m"), "a\uFFFD[31mred\uFFFD\uFFFD1m");
  EXPECT_EQ(OneLine("left \u202Ethgir"), "left \uFFFDthgir");
  EXPECT_EQ(OneLine(" two\r\n\tlines \n"), "two lines");
  EXPECT_EQ(OneLine("\xE2\x80"), "\uFFFD");
}

TEST(Cells, CoverTheLineWithoutGaps) {
  EXPECT_TRUE(rc::check([](const std::string& line) {
    uint32_t at = 0;
    for (const Cell& cell : CellsOf(line)) {
      RC_ASSERT(cell.start == at);
      RC_ASSERT(cell.end > at);
      at = cell.end;
    }
    RC_ASSERT(at == line.size());
  }));
}

TEST(Cells, WrapBetweenWords) {
  EXPECT_EQ(Wrap("one two three", 20, 0, 2), "one two three");
  EXPECT_EQ(Wrap("one two three", 9, 0, 2), "one two\n  three");
  EXPECT_EQ(Wrap("one two three", 9, 6, 4), "one\n    two\n    three");
  EXPECT_EQ(Wrap("unbreakable", 4, 2, 2), "unbreakable");
  EXPECT_EQ(Wrap("漢字 漢字", 8, 0, 0), "漢字\n漢字");
}

}  // namespace
}  // namespace amends::report
