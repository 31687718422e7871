#include "amends/input/source_map.h"

#include <string>

#include <gtest/gtest.h>

#include "amends/input/same_words.h"
#include "amends/input/word_changes.h"

namespace amends::input {
namespace {

// "[0,2)→x "
std::string Shown(const std::vector<Replacement>& replacements) {
  std::string shown;
  for (const Replacement& one : replacements) {
    shown += "[" + std::to_string(one.span.start) + "," + std::to_string(one.span.end) +
             ")→" + one.insert + " ";
  }
  return shown;
}

// The text "a & b" of the source "a &amp; <i>b</i>", and then a line's end of nowhere.
SourceMap Example() {
  SourceMap map;
  map.Add(2, {0, 2});
  map.Add(1, {2, 7});
  map.Add(1, {7, 8});
  map.Add(1, {11, 12});
  map.AddUnsourced(1);
  map.Add(1, {20, 21});
  return map;
}

TEST(SourceMap, LeadsFromTheFirstToTheLastByte) {
  struct Row {
    text::Span span;
    text::Span source;
  };
  const Row rows[] = {
      {{0, 1}, {0, 1}},    {{2, 3}, {2, 7}},  {{0, 4}, {0, 8}},   {{4, 5}, {11, 12}},
      {{3, 5}, {7, 12}},   {{0, 5}, {0, 12}}, {{5, 6}, {20, 20}}, {{4, 7}, {11, 21}},
      {{0, 0}, {0, 0}},    {{4, 4}, {8, 8}},  {{5, 5}, {12, 12}}, {{7, 7}, {21, 21}},
      {{9, 12}, {21, 21}},
  };
  for (const Row& row : rows) {
    const text::Span source = Example().ToSource(row.span);
    EXPECT_EQ(source, row.source) << row.span.start << "-" << row.span.end << ": "
                                  << source.start << "-" << source.end;
  }
  EXPECT_EQ(SourceMap().ToSource({3, 5}), (text::Span{3, 5}));
}

TEST(SourceMap, ReplacesOnlyWhatIsSourced) {
  const Replacement all = {{0, 5}, "x"};
  EXPECT_EQ(Shown(*Example().ToSource("a & b\nc", {&all, 1})),
            "[0,2)→x [2,7)→ [7,8)→ [11,12)→ ");
  const Replacement same = {{0, 5}, "a & b"};
  EXPECT_EQ(Shown(*Example().ToSource("a & b\nc", {&same, 1})), "");
  const Replacement last = {{4, 5}, "x y"};
  EXPECT_EQ(Shown(*Example().ToSource("a & b\nc", {&last, 1})), "[11,12)→x y ");
  const Replacement beyond = {{6, 9}, "x"};
  EXPECT_FALSE(Example().ToSource("a & b\nc", {&beyond, 1}));
}

TEST(WordChanges, KeepWhatBothHave) {
  struct Row {
    const char* text;
    const char* insert;
    const char* changes;
  };
  const Row rows[] = {
      {"We are sorry", "I am sorry", "[0,2)→I [3,6)→am "},
      {"We are sorry", "We are sorry", ""},
      {"a", "a b", "[1,1)→ b "},
      {"a b", "b", "[0,2)→ "},
      {"", "a", "[0,0)→a "},
      {"a", "", "[0,1)→ "},
  };
  for (const Row& row : rows) {
    const std::string text = row.text;
    const Replacement one = {{0, static_cast<uint32_t>(text.size())}, row.insert};
    EXPECT_EQ(Shown(WordChanges(text, one)), row.changes) << row.text;
    EXPECT_EQ(Replace(text, WordChanges(text, one)), row.insert);
  }
}

TEST(SameWords, AreFoundByThoseAroundThemAndTheirOrder) {
  struct Row {
    const char* from;
    const char* to;
    Replacement one;
    const char* carried;  // empty where it cannot be told
  };
  const Row rows[] = {
      {"we are\nlate", "we are late", {{0, 2}, "I"}, "I are late"},
      {"so we say we are", "so\n\nwe say we are", {{10, 12}, "I"}, "so\n\nwe say I are"},
      {"we we", "we x we", {{3, 5}, "I"}, "we x I"},
      {"we", "we we", {{0, 2}, "I"}, ""},
      {"we are", "you were", {{0, 2}, "I"}, ""},
      {"say, we.", "say, we.", {{5, 7}, "I"}, "say, I."},
      {"so", "Oh, so", {{2, 2}, " be it"}, "Oh, so be it"},
  };
  for (const Row& row : rows) {
    const auto carried = CarryOver(row.from, row.to, {&row.one, 1});
    const auto there = carried ? Replace(row.to, *carried) : std::nullopt;
    EXPECT_EQ(there.value_or(""), row.carried) << row.from;
  }
}

}  // namespace
}  // namespace amends::input
