#include "amends/report/json.h"

#include <fstream>
#include <sstream>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <rapidcheck.h>

#include "amends/input/html_reader.h"
#include "amends/input/markdown_reader.h"
#include "amends/input/replacement.h"
#include "amends/report/format.h"
#include "tests/unit/report/sample.h"

namespace amends::report {
namespace {

using nlohmann::json;
using nlohmann::ordered_json;

Sample WeSorry() {
  Sample sample("Hé!\nWe're sorry.", {});
  const text::Span we = sample.SpanOf("We're");
  sample = Sample("Hé!\nWe're sorry.",
                  {{.severity = pack::Severity::kWarning,
                    .rule = "pronoun/we-sorry",
                    .marked = "We're sorry",
                    .message = "“We're sorry”: nobody is.",
                    .hears = "Somebody may be.",
                    .suggestions = {Replacing(pack::Applicability::kSafe,
                                              "Say it yourself", we, "I'm"),
                                    {pack::Applicability::kAdvice, "Sign it", {}}}}});
  sample.conversation().id = "t-1";
  sample.conversation().part = 2;
  sample.result().notes = {"unknown key “foo”"};
  sample.result().moves = {{"G.apology.we", sample.SpanOf("We're sorry")}};
  sample.result().situation.failure = conversation::Answer::kYes;
  return sample;
}

TEST(Json, WritesTheWholeResult) {
  const Sample sample = WeSorry();
  std::string out;
  AppendJson(sample.draft().conversation, sample.draft().result, {}, out);
  EXPECT_EQ(
      out,
      R"({"schema":1,"id":"t-1","verdict":"warn","notes":["unknown key “foo”"],)"
      R"("findings":[{"rule":"pronoun/we-sorry","severity":"warning","scope":"text",)"
      R"("start":5,"end":16,"line":2,"column":1,"text":"We're sorry","part":2,)"
      R"("message":"“We're sorry”: nobody is.","hears":"Somebody may be.",)"
      R"("fingerprint":"0123456789abcdef","suggestions":[)"
      R"({"applicability":"safe","title":"Say it yourself","edits":[)"
      R"({"start":5,"end":10,"insert":"I'm"}]},)"
      R"({"applicability":"advice","title":"Sign it","edits":[]}]}],)"
      R"("moves":[{"move":"G.apology.we","start":5,"end":16}],)"
      R"("situation":{"failure":"yes","fault":"unknown","accepted":"unknown",)"
      R"("repeated":"unknown","overdue":"unknown"}})");
}

TEST(Json, LeavesOutWhatIsNotKnown) {
  const Sample sample("Thanks.", {});
  std::string out;
  AppendJson(sample.draft().conversation, sample.draft().result, {}, out);
  EXPECT_EQ(out,
            R"({"schema":1,"verdict":"pass","notes":[],"findings":[],"moves":[],)"
            R"("situation":{"failure":"unknown","fault":"unknown","accepted":"unknown",)"
            R"("repeated":"unknown","overdue":"unknown"}})");
}

// The suggestion to put words of the draft otherwise, as it is written.
json SuggestionFor(const input::Conversation& read, std::string_view words,
                   std::string insert) {
  Sample sample(read.text, {});
  const text::Span span = sample.SpanOf(words);
  sample = Sample(read.text, {{.marked = "orry",
                               .suggestions = {Replacing(pack::Applicability::kSafe, "So",
                                                         span, std::move(insert))}}});
  sample.conversation() = read;
  std::string out;
  AppendJson(sample.draft().conversation, sample.draft().result, {}, out);
  return json::parse(out).at("findings").at(0).at("suggestions").at(0);
}

std::string Made(std::string_view source, const json& edits) {
  std::vector<input::Replacement> replacements;
  for (const json& edit : edits) {
    replacements.push_back({{edit.at("start"), edit.at("end")}, edit.at("insert")});
  }
  return input::Replace(source, replacements).value_or("does not fit");
}

TEST(Json, EditsTheSourceAsWell) {
  struct Row {
    const char* html;
    const char* words;
    const char* insert;
    const char* mended;
  };
  const Row rows[] = {
      {"<p>😀 We&#39;re <b>sorry</b>.</p>", "We're", "I'm", "<p>😀 I'm <b>sorry</b>.</p>"},
      {"<p>Hi,</p>\r\n<p>We <b>are</b> sorry.</p>", "We are", "I am",
       "<p>Hi,</p>\r\n<p>I <b>am</b> sorry.</p>"},
      {"<p>We sorry.</p>", "We", "A & <b>", "<p>A &amp; &lt;b&gt; sorry.</p>"},
      {"We're sorry", "We're", "I'm", "I'm sorry"},
  };
  for (const Row& row : rows) {
    const input::Conversation read = input::ReadHtml(row.html);
    const json suggestion = SuggestionFor(read, row.words, row.insert);
    EXPECT_EQ(Made(row.html, suggestion.at("source_edits")), row.mended);
    EXPECT_EQ(input::ReadHtml(row.mended).text, Made(read.text, suggestion.at("edits")));
  }
}

TEST(Json, EditsMarkdownWithItsMarks) {
  input::Conversation read;
  input::TakeMarkdown("# Hi\n\nWe **are** sorry & sad.", read);
  const json suggestion = SuggestionFor(read, "We are", "I am");
  EXPECT_EQ(Made("# Hi\n\nWe **are** sorry & sad.", suggestion.at("source_edits")),
            "# Hi\n\nI **am** sorry & sad.");
}

TEST(Json, HasNoEditsOfASourceThatIsTheText) {
  input::Conversation read;
  read.text = "We're sorry.";
  EXPECT_FALSE(SuggestionFor(read, "We're", "I'm").contains("source_edits"));
}

TEST(Json, IndentsAsOthersDo) {
  const Sample sample = WeSorry();
  std::string line;
  std::string indented;
  JsonStyle style;
  AppendJson(sample.draft().conversation, sample.draft().result, style, line);
  style.layout = JsonLayout::kIndented;
  AppendJson(sample.draft().conversation, sample.draft().result, style, indented);
  EXPECT_EQ(indented, ordered_json::parse(line).dump(2));
}

TEST(Json, SaysWhichRecordCannotBeRead) {
  std::string out;
  AppendJson(UnreadableDraft{{"all.jsonl", 12, false}, "json", "no \"object\""}, {}, out);
  EXPECT_EQ(out, R"({"line":12,"error":{"code":"json","message":"no \"object\""}})");
  out.clear();
  AppendJson(UnreadableDraft{{"a.txt", 0, false}, "read", "no such file"}, {}, out);
  EXPECT_EQ(out, R"({"file":"a.txt","error":{"code":"read","message":"no such file"}})");
}

TEST(Json, StringsAreValidWhateverTheBytes) {
  EXPECT_TRUE(rc::check([](const std::string& bytes) {
    std::string out;
    AppendJsonString(bytes, out);
    const json expected =
        json::parse(json(bytes).dump(-1, ' ', false, json::error_handler_t::replace));
    RC_ASSERT(json::parse(out) == expected);
  }));
}

TEST(Json, ReplacesEachBadPartOnce) {
  struct Row {
    std::string bytes;
    const char* text;
  };
  const Row rows[] = {{"a\xFFz", "\"a\uFFFDz\""},
                      {"\xE2\x80", "\"\uFFFD\""},
                      {"\xF0\x9F\x98\x80", "\"😀\""},
                      {std::string("\0\x1F\x7F\"\\\n\r\t", 8),
                       "\"\\u0000\\u001f\\u007f\\\"\\\\\\n\\r\\t\""}};
  for (const Row& row : rows) {
    std::string out;
    AppendJsonString(row.bytes, out);
    EXPECT_EQ(out, row.text);
  }
}

// A report of two drafts and one that could not be read, as the command puts it together.
std::string ReportOf(const char* name, bool many) {
  const Sample one = WeSorry();
  Sample two("Thanks.", {});
  two.place().file = "b.txt";
  const Format& format = *FindFormat(name);
  const Style style{.many = many, .version = "1", .fix_command = ""};
  Totals totals;
  std::string out = format.begin(style);
  for (const Sample* each : std::initializer_list<const Sample*>{&one, &two}) {
    std::string item;
    format.append(each->draft(), style, item);
    if (totals.drafts > 0 && !item.empty()) out += format.between;
    totals.Add(each->draft());
    out += item;
    if (!many) break;
  }
  if (many) {
    const UnreadableDraft unreadable{{"c.txt", 0, false}, "read", "no such file"};
    std::string item;
    format.append_unreadable(unreadable, style, item);
    if (!item.empty()) out += std::string(format.between) + item;
    totals.Add(unreadable);
  }
  return out + format.end(totals, style);
}

TEST(Json, OfOneDraftIsAnObjectOfManyAnArray) {
  const json one = json::parse(ReportOf("json", false));
  EXPECT_EQ(one["id"], "t-1");
  EXPECT_FALSE(one.contains("file"));
  const std::string text = ReportOf("json", true);
  EXPECT_EQ(text, ordered_json::parse(text).dump(2) + '\n');
  const json many = json::parse(text);
  ASSERT_EQ(many.size(), 3u);
  EXPECT_EQ(many[0]["file"], "reply.txt");
  EXPECT_EQ(many[1]["file"], "b.txt");
  EXPECT_EQ(many[2]["error"]["code"], "read");
}

TEST(Json, LinesAreOneEach) {
  std::istringstream lines(ReportOf("jsonl", true));
  std::string line;
  std::vector<json> objects;
  while (std::getline(lines, line)) objects.push_back(json::parse(line));
  ASSERT_EQ(objects.size(), 3u);
  EXPECT_EQ(objects[0]["findings"].size(), 1u);
  EXPECT_EQ(objects[2]["file"], "c.txt");
}

}  // namespace
}  // namespace amends::report
