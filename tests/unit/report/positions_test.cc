#include "amends/report/positions.h"

#include <string>

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "amends/text/char_class.h"

namespace amends::report {
namespace {

std::string Show(const Position& p) {
  return std::to_string(p.line) + ':' + std::to_string(p.column) + " utf16 " +
         std::to_string(p.utf16) + " in line " + std::to_string(p.utf16_column);
}

TEST(Positions, CountLinesCodePointsAndUtf16) {
  struct Row {
    const char* what;
    std::string text;
    size_t offset;
    const char* position;
  };
  const Row rows[] = {
      {"the start of nothing", "", 0, "1:1 utf16 0 in line 0"},
      {"past the end", "ab", 9, "1:3 utf16 2 in line 2"},
      {"ASCII", "abc\ndef", 5, "2:2 utf16 5 in line 1"},
      {"a line feed belongs to its line", "abc\ndef", 3, "1:4 utf16 3 in line 3"},
      {"CRLF is one end", "a\r\nb", 3, "2:1 utf16 3 in line 0"},
      {"inside CRLF", "a\r\nb", 2, "1:3 utf16 2 in line 2"},
      {"CR alone", "a\rb\rc", 4, "3:1 utf16 4 in line 0"},
      {"LF CR are two ends", "a\n\rb", 3, "3:1 utf16 3 in line 0"},
      {"after the last line feed", "a\n", 2, "2:1 utf16 2 in line 0"},
      {"two bytes", "é!", 2, "1:2 utf16 1 in line 1"},
      {"inside a code point", "é!", 1, "1:1 utf16 0 in line 0"},
      {"three bytes, on the second line", "\n’s", 4, "2:2 utf16 2 in line 1"},
      {"a surrogate pair", "😀!", 4, "1:2 utf16 2 in line 2"},
      {"joined emoji are several code points", "👩‍🚒!", 11,
       "1:4 utf16 5 in line 5"},
      {"a lone continuation byte is one", "a\x80z", 2, "1:3 utf16 2 in line 2"},
      {"a cut sequence is one", "\xE2\x80z", 2, "1:2 utf16 1 in line 1"},
      {"a line separator ends no line", "a\u2028b", 4, "1:3 utf16 2 in line 2"},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(Show(Positions(row.text).At(row.offset)), row.position) << row.what;
  }
}

TEST(Positions, GiveTheLineWithoutItsEnd) {
  const Positions positions("one\r\n\r\ntwo\rthree");
  ASSERT_EQ(positions.lines(), 4u);
  EXPECT_EQ(positions.Line(1), "one");
  EXPECT_EQ(positions.Line(2), "");
  EXPECT_EQ(positions.Line(3), "two");
  EXPECT_EQ(positions.Line(4), "three");
  EXPECT_EQ(positions.LineStart(3), 7u);
}

// Decodes from the start every time.
Position CountedSlowly(std::string_view text, size_t offset) {
  Position position;
  for (size_t i = 0; i < text.size();) {
    const text::Decoded decoded = text::DecodeAt(text, i);
    if (i + decoded.length > offset) break;
    const uint32_t units = decoded.code_point > 0xFFFF ? 2 : 1;
    const bool crlf = text[i] == '\r' && i + 1 < text.size() && text[i + 1] == '\n';
    i += decoded.length;
    ++position.column;
    position.utf16 += units;
    position.utf16_column += units;
    if (!crlf && (decoded.code_point == '\n' || decoded.code_point == '\r')) {
      ++position.line;
      position.column = 1;
      position.utf16_column = 0;
    }
  }
  return position;
}

TEST(Positions, AgreeWithCountingFromTheStart) {
  const std::string pieces[] = {"a",  "bc ", "\n",   "\r\n",        "\r", "é",
                                "’",  "😀",   "\xFF", "\xE2\x80",    "漢", "👍🏽",
                                "\t", "",    "word", "a longer one"};
  EXPECT_TRUE(rc::check([&] {
    std::string text;
    const int count = *rc::gen::inRange(0, 900);
    for (int i = 0; i < count; ++i) {
      text += pieces[*rc::gen::inRange<size_t>(0, std::size(pieces))];
    }
    const Positions positions(text);
    for (size_t offset = 0; offset <= text.size(); offset += 1 + offset % 37) {
      RC_ASSERT(Show(positions.At(offset)) == Show(CountedSlowly(text, offset)));
    }
  }));
}

}  // namespace
}  // namespace amends::report
