#include "amends/languagetool/response.h"

#include <string>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "tests/unit/languagetool/marked_sample.h"

namespace amends::languagetool {
namespace {

using nlohmann::json;

const ServerFacts kFacts = {.version = "1.2", .build_date = "today", .commit = "abc"};

json Answered(MarkedSample& sample) {
  const SpokenLanguage spoken = {LanguageOf("en-GB"), LanguageOf("en-US"), true};
  const auto matches = MatchesOf(sample.request(), sample.result());
  return json::parse(
      CheckJson(sample.request(), spoken, sample.result(), matches, kFacts));
}

TEST(CheckJson, HasEverythingThatClientsInsistOn) {
  MarkedSample sample("One. So sad.");
  sample.Add("So", {{"So", "Very"}});
  const json expected = json::parse(R"json({
    "software": {"name": "Amends", "version": "1.2", "buildDate": "today",
                 "apiVersion": 1, "premium": false, "premiumHint": "", "status": ""},
    "warnings": {"incompleteResults": false},
    "language": {"name": "English (GB)", "code": "en-GB",
                 "detectedLanguage": {"name": "English (US)", "code": "en-US",
                                      "confidence": 1, "source": "words"}},
    "matches": [
      {"message": "A message.", "shortMessage": "A summary.",
       "replacements": [{"value": "Very", "shortDescription": "Say Very"}],
       "offset": 5, "length": 2,
       "context": {"text": "One. So sad.", "offset": 5, "length": 2},
       "sentence": "So sad.", "type": {"typeName": "Other"},
       "rule": {"id": "AMENDS_HOUSE_RULE_1", "description": "A summary.",
                "issueType": "style",
                "category": {"id": "AMENDS_HOUSE", "name": "House"},
                "isPremium": false},
       "ignoreForIncompleteSentence": false, "contextForSureMatch": -1}],
    "sentenceRanges": [[0, 4], [5, 12]]})json");
  EXPECT_EQ(Answered(sample), expected);
}

TEST(CheckJson, IsShortWhereAskedTo) {
  MarkedSample sample("So sad.");
  std::vector<SampleChange> changes;
  for (int i = 0; i < 8; ++i) changes.push_back({"So", std::to_string(i)});
  sample.Add("So", changes);
  sample.request().compact = true;
  const json answer = Answered(sample);
  EXPECT_FALSE(answer.contains("software"));
  EXPECT_FALSE(answer.contains("warnings"));
  EXPECT_TRUE(answer.contains("language"));
  const json& match = answer["matches"][0];
  EXPECT_EQ(match["replacements"].size(), 5u);
  EXPECT_FALSE(match.contains("context"));
  EXPECT_FALSE(match.contains("sentence"));
  EXPECT_EQ(match["shortMessage"], "A summary.");
}

TEST(CheckJson, TellsHintsFromTheRest) {
  struct Row {
    pack::Severity severity;
    const char* type;
    bool picky;
  };
  const Row rows[] = {{pack::Severity::kError, "Other", false},
                      {pack::Severity::kWarning, "Other", false},
                      {pack::Severity::kInfo, "Hint", false},
                      {pack::Severity::kHint, "Hint", true}};
  for (const Row& row : rows) {
    MarkedSample sample("So sad.");
    sample.Add("So", {}, row.severity);
    sample.request().selection.picky = true;
    const json match = Answered(sample)["matches"][0];
    EXPECT_EQ(match["type"]["typeName"], row.type);
    EXPECT_EQ(match["rule"].contains("tags"), row.picky);
  }
}

// Counted by hand: an emoji is two code units, most letters one.
TEST(CheckJson, CountsAsJavaDoes) {
  struct Row {
    const char* source;
    const char* words;
    int offset;
    int length;
  };
  const Row rows[] = {
      {"so sad", "sad", 3, 3},
      {"😀 sad", "sad", 3, 3},
      {"😀😀 sad 😀", "sad", 5, 3},
      {"sad 😀", "😀", 4, 2},
      {"👩‍👩‍👧 sad", "sad", 9, 3},
      {"👍🏽 sad", "sad", 5, 3},
      {"🇩🇪 sad", "sad", 5, 3},
      {"é sad", "sad", 2, 3},
      {"e\u0301 sad", "sad", 3, 3},
      {"日本 sad", "sad", 3, 3},
      {"\uFEFFsad", "sad", 1, 3},
      {"a\r\nb\r\nsad", "sad", 6, 3},
      {"a\u2028sad", "sad", 2, 3},
      {"bad \xFF sad", "sad", 6, 3},
      {"😀<b>sad</b>", "sad", 5, 3},
      {"<p>😀&x;<br>sad", "sad", 12, 3},
      {"s<i>😀</i>d", "s😀d", 0, 11},
  };
  for (const Row& row : rows) {
    MarkedSample sample(row.source);
    sample.Add(row.words, {});
    const json match = Answered(sample)["matches"][0];
    EXPECT_EQ(match["offset"], row.offset) << row.source;
    EXPECT_EQ(match["length"], row.length) << row.source;
  }
}

TEST(CheckJson, ShowsFortyCodeUnitsAround) {
  const std::string forty(40, 'a');
  const std::string thirty_nine(39, 'a');
  struct Row {
    std::string source;
    std::string context;
    int offset;
  };
  const Row rows[] = {
      {"sad", "sad", 0},
      {forty + "sad" + forty, forty + "sad" + forty, 40},
      {"b" + forty + "sad" + forty + "c", "..." + forty + "sad" + forty + "...", 43},
      {"a\r\nb sad\nc", "a  b sad c", 5},
      // A character that would be cut is shown whole.
      {"b😀" + thirty_nine + "sad" + thirty_nine + "😀c",
       "...😀" + thirty_nine + "sad" + thirty_nine + "😀...", 44},
  };
  for (const Row& row : rows) {
    MarkedSample sample(row.source);
    sample.Add("sad", {});
    const json context = Answered(sample)["matches"][0]["context"];
    EXPECT_EQ(context,
              json({{"text", row.context}, {"offset", row.offset}, {"length", 3}}));
  }
}

TEST(CheckJson, HoldsManyMatches) {
  constexpr uint32_t kMany = 5'000;
  const std::string line = "😀 sad <b>sad</b>.";
  std::string source;
  for (uint32_t i = 0; i < kMany; ++i) source += line;
  MarkedSample sample(source);
  const Finding finding = sample.Add("sad", {{"sad", "glad"}});
  const uint32_t length = sample.result().sentences[0].end;
  sample.result().findings.assign(kMany, finding);
  for (uint32_t i = 0; i < kMany; ++i) {
    const uint32_t start = finding.span.start + i * length;
    sample.result().findings[i].span = {start, start + 3};
    sample.result().findings[i].suggestions[0].edits[0].span = {start, start + 3};
  }
  const json matches = Answered(sample)["matches"];
  ASSERT_EQ(matches.size(), kMany);
  EXPECT_EQ(matches.back()["offset"], (kMany - 1) * 18 + 3);
  EXPECT_EQ(matches.back()["replacements"].size(), 1u);
}

TEST(CheckJson, GivesSentencesInTheMarkup) {
  MarkedSample sample("<p>So <b>sad</b>. Bye.");
  sample.Add("sad", {});
  const json answer = Answered(sample);
  EXPECT_EQ(answer["sentenceRanges"], json::parse("[[0, 17], [18, 22]]"));
  EXPECT_EQ(answer["matches"][0]["sentence"], "\n\nSo sad.");
}

}  // namespace
}  // namespace amends::languagetool
