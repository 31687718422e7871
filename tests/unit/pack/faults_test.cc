// What is said about a faulty pack, word for word: faults.txt is the table.
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "amends/pack/loader.h"
#include "tests/unit/pack/manifest.h"

namespace amends::pack {
namespace {

struct FaultsRow {
  std::string title;
  std::string path;
  std::string text;
  std::string told;
};

std::string Until(std::string_view& rest, std::string_view mark) {
  const size_t end = rest.find(mark);
  const std::string part(rest.substr(0, end));
  rest.remove_prefix(
      std::min(rest.size(), end == std::string_view::npos ? end : end + mark.size()));
  return part;
}

std::vector<FaultsRow> ReadRows() {
  std::ifstream file(std::string(AMENDS_SOURCE_DIR) + "/tests/unit/pack/faults.txt");
  const std::string all((std::istreambuf_iterator<char>(file)), {});
  std::string_view rest = all;
  Until(rest, "### ");
  std::vector<FaultsRow> rows;
  while (!rest.empty()) {
    std::string block = Until(rest, "\n### ");
    std::string_view parts = block;
    FaultsRow& row = rows.emplace_back();
    row.title = Until(parts, "\n");
    row.path = Until(parts, "\n");
    row.text = Until(parts, "\n--\n");
    row.told = parts;
    while (row.told.ends_with('\n')) row.told.pop_back();
    row.told += '\n';
  }
  return rows;
}

Loaded Load(const FaultsRow& row) {
  std::vector<File> files = {{row.path, row.text}};
  if (row.path != "pack.json") files.push_back({"pack.json", kManifest});
  std::vector<Loaded> layers;
  layers.push_back(ReadPack(files, "house"));
  return Merge(std::move(layers));
}

TEST(Faults, AreToldWithPlaceAndHint) {
  const std::vector<FaultsRow> rows = ReadRows();
  EXPECT_GE(rows.size(), 55u);
  for (const FaultsRow& row : rows) {
    SCOPED_TRACE(row.title);
    EXPECT_EQ(FormatAll(Load(row).problems), row.told);
  }
}

TEST(Faults, LeaveTheOtherEntriesStanding) {
  const Loaded loaded =
      Load({"", "classes/a.json",
            R"({"classes": [{"id": "tea", "any": 1}, {"id": "milk", "any": ["milk"]},
                                  7, {"id": "juice", "any": ["juice"]}]})",
            ""});
  EXPECT_EQ(loaded.problems.size(), 2u);
  ASSERT_EQ(loaded.pack.classes.size(), 2u);
  EXPECT_EQ(loaded.pack.classes[0].id, "juice");
  EXPECT_EQ(loaded.pack.classes[1].id, "milk");
}

TEST(Faults, OfALeftOutRuleHideNoReference) {
  const char* rules = R"({"rules": [
      {"id": "tone/a", "severity": "info", "summary": "s", "message": "m", "why": 1,
       "on": {"reply": true}, "examples": {"flag": ["a", "b", "c"], "pass": ["d", "e", "f"]}},
      {"id": "tone/b", "severity": "info", "summary": "s", "message": "m", "why": "w",
       "yields_to": ["tone/a"], "on": {"reply": true},
       "examples": {"flag": ["a", "b", "c"], "pass": ["d", "e", "f"]}}]})";
  EXPECT_EQ(Load({"", "rules/tone.json", rules, ""}).problems.size(), 1u);
}

TEST(Faults, AreSortedAndCutOff) {
  std::vector<Problem> problems;
  for (int i = 0; i < 203; ++i) {
    problems.emplace_back();
    problems.back().file = "a";
    problems.back().line = i + 1;
    problems.back().column = 1;
    problems.back().message = "m";
  }
  const std::string told = FormatAll(problems);
  EXPECT_TRUE(told.ends_with("a:200:1: m\nand 3 more\n")) << told;
  EXPECT_EQ(FormatAll(std::vector<Problem>(problems.begin(), problems.begin() + 2)),
            "a:1:1: m\na:2:1: m\n");
}

struct Place {
  const char* text;  // of the file
  size_t offset;
  size_t length;
  const char* told;
};

TEST(Sources, PointIntoTheStringOfAPhrase) {
  const Place places[] = {
      {R"({"any": ["sorry {gpa} but"]})", 6, 5,
       "f:1:17: m\n  {\"any\": [\"sorry {gpa} but\"]}\n                  ^^^^^\n"},
      {R"({"any": ["a\"b\\c d"]})", 6, 1,
       "f:1:19: m\n  {\"any\": [\"a\\\"b\\\\c d\"]}\n                    ^\n"},
      {R"({"any": ["\u00e9\ud83d\ude00x"]})", 6, 1,
       "f:1:29: m\n  {\"any\": [\"\\u00e9\\ud83d\\ude00x\"]}\n                           "
       "   ^\n"},
      {R"({"any": ["éx"]})", 2, 1, "f:1:12: m\n  {\"any\": [\"éx\"]}\n             ^\n"},
      {R"({"any": ["ab"]})", 2, 0, "f:1:13: m\n  {\"any\": [\"ab\"]}\n              ^\n"},
      {R"({"any": ["ab"]})", 99, 9,
       "f:1:13: m\n  {\"any\": [\"ab\"]}\n              ^\n"},
      {R"({"any": []})", 0, 1, "f: m\n"},
      {R"({"any": [{}]})", 0, 1, "f:1:10: m\n  {\"any\": [{}]}\n           ^\n"},
  };
  for (const Place& place : places) {
    Sources sources;
    sources.Add("f", place.text);
    EXPECT_EQ(Format(sources.At({"f", "/any/0"}, place.offset, place.length, "m")),
              place.told);
  }
  EXPECT_EQ(Format(Sources().At({"f", "/any/0"}, 0, 1, "m", "h")), "f: m\n  hint: h\n");
}

TEST(Sources, FollowEscapedKeys) {
  Sources sources;
  sources.Add("f", "{\"a\\u002fb\": {\"~\": [\"x\",\n\"y\"]}}");
  EXPECT_EQ(Format(sources.At({"f", "/a~1b/~0/1"}, "m")),
            "f:2:1: m\n  \"y\"]}}\n  ^^^\n");
}

}  // namespace
}  // namespace amends::pack
