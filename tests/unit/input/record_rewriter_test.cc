#include "amends/input/record_rewriter.h"

#include <variant>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <rapidcheck.h>

#include "amends/input/record.h"

namespace amends::input {
namespace {

using nlohmann::json;

struct RecordRewriterRow {
  const char* what;
  std::string json;
  std::vector<Replacement> replacements;
  const char* result;  // null = cannot be done
};

TEST(RecordRewriter, ChangesTheTextAlone) {
  const RecordRewriterRow rows[] = {
      {"a record",
       R"({ "id": "1",  "text": "We're sorry." , "facts": {} })",
       {{{0, 5}, "I'm"}},
       R"({ "id": "1",  "text": "I'm sorry." , "facts": {} })"},
      {"the text of the draft, not of an earlier turn",
       R"({"context":[{"role":"agent","text":"one"}],"text":"one","x":{"text":"one"}})",
       {{{0, 3}, "two"}},
       R"({"context":[{"role":"agent","text":"one"}],"text":"two","x":{"text":"one"}})"},
      {"a bracket in another string",
       R"({"id":"}\"]{","text":"one"})",
       {{{1, 2}, "N"}},
       R"({"id":"}\"]{","text":"oNe"})"},
      {"escapes elsewhere stay",
       R"({"text":"\u0048\u00e9\/\ud83d\ude00\tone\n"})",
       {{{9, 12}, "two"}},
       R"({"text":"\u0048\u00e9\/\ud83d\ude00\ttwo\n"})"},
      {"what is inserted is escaped",
       R"({"text":"one"})",
       {{{0, 3}, "\"a\\b\"\n\x01é"}},
       R"({"text":"\"a\\b\"\n\u0001é"})"},
      {"several, and an insertion",
       R"({"text":"one two"})",
       {{{0, 1}, ""}, {{3, 3}, ","}, {{7, 7}, "."}},
       R"({"text":"ne, two."})"},
      {"bytes that are not UTF-8 stay",
       "{\"text\":\"\xFF one\"}",
       {{{4, 7}, "two"}},
       "{\"text\":\"\xFF two\"}"},
      {"inside a character", R"({"text":"é"})", {{{1, 2}, "x"}}, nullptr},
      {"past the end", R"({"text":"one"})", {{{3, 4}, "x"}}, nullptr},
      {"out of order", R"({"text":"one"})", {{{2, 3}, "x"}, {{0, 1}, "y"}}, nullptr},
      {"no record", R"({"text":1})", {}, nullptr},
      {"no JSON", R"({"text":"one)", {}, nullptr},
  };
  for (const RecordRewriterRow& row : rows) {
    EXPECT_EQ(ReplaceInRecord(row.json, row.replacements).value_or("cannot"),
              row.result == nullptr ? "cannot" : row.result)
        << row.what;
  }
}

TEST(RecordRewriter, SaysWhatReadingItAgainReads) {
  const std::string pieces[] = {"a",  "é",  "😀",      "\"", "\\",
                                "\n", "\t", " word ", "}",  "/"};
  EXPECT_TRUE(rc::check([&](bool ascii) {
    std::vector<std::string> parts;
    std::string text;
    const int count = *rc::gen::inRange(1, 20);
    for (int i = 0; i < count; ++i) {
      parts.push_back(pieces[*rc::gen::inRange<size_t>(0, std::size(pieces))]);
    }
    const auto changed = *rc::gen::inRange<size_t>(0, parts.size());
    uint32_t start = 0;
    for (size_t i = 0; i < parts.size(); ++i) {
      if (i == changed) start = static_cast<uint32_t>(text.size());
      text += parts[i];
    }
    const auto end = start + static_cast<uint32_t>(parts[changed].size());
    const std::string record =
        json{{"id", "\"text\":"}, {"text", text}}.dump(-1, ' ', ascii);
    const Replacement replacement{{start, end}, "<\"new\">"};
    const auto replaced = ReplaceInRecord(record, {&replacement, 1});
    RC_ASSERT(replaced.has_value());
    text.replace(start, end - start, replacement.insert);
    RC_ASSERT(std::get<Conversation>(ReadRecord(*replaced)).text == text);
  }));
}

}  // namespace
}  // namespace amends::input
