#include "amends/input/text_reader.h"

#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "tests/unit/input/shown.h"

namespace amends::input {
namespace {

using std::string_literals::operator""s;

constexpr const char* kUtf16Note =
    "this is UTF-16; positions are those of the text as UTF-8";

TEST(PlainText, IsReadInItsEncoding) {
  struct Row {
    std::string bytes;
    const char* text;
    const char* note;
  };
  const Row rows[] = {
      {"\xEF\xBB\xBFHi", "Hi", ""},
      {"\xFF\xFEH\0i\0"s, "Hi", kUtf16Note},
      {"\xFE\xFF\0H\0i"s, "Hi", kUtf16Note},
      {"\xFF\xFE\x19\x20\x3D\xD8\x00\xDE"s, "’😀", kUtf16Note},
      {"\xFF\xFE\x3D\xD8H\0"s, "\uFFFDH", kUtf16Note},
      {"\xFF\xFE\x00\xDE"s, "\uFFFD", kUtf16Note},
      {"\xFF\xFEH\0i"s, "H\uFFFD", kUtf16Note},
      {"\xFF\xFE", "", kUtf16Note},
      {"caf\xE9", "caf\xE9", ""},
  };
  for (const Row& row : rows) {
    const Conversation conversation = ReadPlainText(row.bytes);
    EXPECT_EQ(conversation.text, row.text);
    EXPECT_EQ(ShowNotes(conversation), row.note);
  }
}

TEST(PlainText, SaysThatItMayBeBinary) {
  struct Row {
    std::string bytes;
    bool binary;
  };
  const Row rows[] = {
      {"\x7F"
       "ELF\x02\x01\x01",
       true},
      {"a\0b"s, true},
      {"Hi,\tall\r\nis \fwell.", false},
      {"one \x1B[1mbold\x1B[0m word in a long line of text", false},
      {"", false},
  };
  for (const Row& row : rows) {
    const Conversation conversation = ReadPlainText(row.bytes);
    EXPECT_EQ(conversation.text, row.bytes);
    EXPECT_EQ(ShowNotes(conversation), row.binary ? "this looks like a binary file" : "");
  }
}

TEST(PlainText, KeepsMarkAndEncodingWhenReplaced) {
  struct Row {
    std::string bytes;
    Replacement replacement;
    std::string replaced;  // empty where it cannot be done
  };
  const Row rows[] = {
      {"We are sorry.", {{0, 6}, "I am"}, "I am sorry."},
      {"caf\xE9 we", {{5, 7}, "I"}, "caf\xE9 I"},
      {"\xEF\xBB\xBFWe", {{0, 2}, "I"}, "\xEF\xBB\xBFI"},
      {"\xFF\xFEH\0i\0"s, {{1, 2}, "’😀"}, "\xFF\xFEH\0\x19\x20\x3D\xD8\x00\xDE"s},
      {"\xFE\xFF\0H\0i"s, {{0, 1}, "h"}, "\xFE\xFF\0h\0i"s},
      {"\xFF\xFEH\0i"s, {{0, 1}, "h"}, ""},
      {"\xFF\xFE\x3D\xD8H\0"s, {{3, 4}, "h"}, ""},
      {"\xFF\xFEH\0"s, {{0, 1}, "\xE9"}, ""},
      {"Hi", {{1, 3}, "o"}, ""},
      {"Hi", {{2, 1}, "o"}, ""},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(ReplaceInPlainText(row.bytes, {&row.replacement, 1}).value_or(""),
              row.replaced);
  }
}

TEST(PlainText, TakesReplacementsInOrderOnly) {
  const Replacement in_order[] = {{{0, 1}, "A"}, {{1, 1}, "-"}, {{2, 3}, "C"}};
  EXPECT_EQ(ReplaceInPlainText("abc", in_order), "A-bC");
  const Replacement backwards[] = {{{2, 3}, "C"}, {{0, 1}, "A"}};
  EXPECT_EQ(ReplaceInPlainText("abc", backwards), std::nullopt);
  const Replacement overlapping[] = {{{0, 2}, "A"}, {{1, 3}, "C"}};
  EXPECT_EQ(ReplaceInPlainText("abc", overlapping), std::nullopt);
  EXPECT_EQ(ReplaceInPlainText("abc", {}), "abc");
}

}  // namespace
}  // namespace amends::input
