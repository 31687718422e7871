#include "amends/languagetool/rewrite.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "tests/unit/languagetool/marked_sample.h"

namespace amends::languagetool {
namespace {

TEST(Rewrite, ReplacesOneStretch) {
  struct Row {
    const char* source;
    const char* finding;
    std::vector<SampleChange> changes;
    const char* stretch;  // of the source
    std::vector<std::string> values;
  };
  const Row rows[] = {
      // Within the finding, and beyond it.
      {"I am sorry if so.", "sorry if", {{"if", "that"}}, "sorry if", {"sorry that"}},
      {"We are sorry if so.",
       "sorry if",
       {{"We are", "I am"}},
       "We are sorry if",
       {"I am sorry if"}},
      {"Sorry if so.", "if", {{"Sorry if so.", "Sorry."}}, "Sorry if so.", {"Sorry."}},
      // What reaches over more words than the best one is left out, a mark is none.
      {"Up to 5 weeks, I hope.",
       "Up to 5 weeks",
       {{"Up to", "At most"}, {"Up to 5 weeks, I hope.", "By Monday."}},
       "Up to 5 weeks",
       {"At most 5 weeks"}},
      {"So sad.",
       "So sad",
       {{"So sad", "Sorry"}, {"So sad.", "I am sorry."}},
       "So sad.",
       {"Sorry.", "I am sorry."}},
      {"So sad.",
       "So",
       {{"So sad.", "Sorry."}, {"So", "Very"}},
       "So sad.",
       {"Sorry.", "Very sad."}},
      // No two alike.
      {"So sad.", "So", {{"So", "Very"}, {"So sad", "Very sad"}}, "So", {"Very"}},
      // Out of the sentence: not offered.
      {"One. Two. Three.", "One", {{"Two", "2"}}, "One", {}},
      {"One. Two. Three.", "One", {{"One. Two", "2"}}, "One", {}},
      // The blanks behind a sentence belong to it.
      {"One. Two. Three.", "Two", {{"Two. ", ""}}, "Two. Three.", {"Three."}},
      // What leaves nothing to see takes in a word beside it.
      {"Well, I am sorry.", "Well", {{"Well, ", ""}}, "Well, I", {"I"}},
      {"I am sorry 😀", "😀", {{" 😀", ""}}, "sorry 😀", {"sorry"}},
      {"Hi\n😀\nBye", "😀", {{"😀", ""}}, "😀", {""}},
      {"😀", "😀", {{"😀", ""}}, "😀", {""}},
      {"<b>Well</b>, I am sorry.", "Well", {{"Well, ", ""}}, "Well</b>, I", {"</b>I"}},
      {"so <b>😀</b> sorry.", "😀", {{"😀 ", ""}}, "😀</b> sorry.", {"</b>sorry."}},
      {"I am sorry<b>😀</b>", "😀", {{"😀", ""}}, "sorry<b>😀", {"sorry<b>"}},
      {"Hi<br>😀<br>Bye", "😀", {{"😀", ""}}, "😀", {""}},
      // Lines and blanks to fill in stay as they are.
      {"I am\r\nsorry if so.",
       "sorry if",
       {{"am\r\nsorry if", "regret\r\n[[what]]"}},
       "am\r\nsorry if",
       {"regret\r\n[[what]]"}},
      // Advice has nothing to put in.
      {"So sad.", "So", {{"", "more"}}, "So", {}},
      // Markup stays where it is.
      {"so <b>very</b> sad.", "very", {{"very", "most"}}, "very", {"most"}},
      {"so <b>very</b> sad.",
       "so very sad",
       {{"so very sad", "so most sad"}},
       "so <b>very</b> sad",
       {"so <b>most</b> sad"}},
      {"so <b>very</b> sad.",
       "so",
       {{"so very sad", "sorry"}},
       "so <b>very</b> sad",
       {"sorry<b></b>"}},
      {"I&';m sad.", "I'm sad", {{"I'm sad", "I am sad"}}, "I&';m sad", {"I am sad"}},
      // But for markup that holds lines apart.
      {"so sad<br>but fine.", "sad", {{"sad", "glad"}}, "sad", {"glad"}},
      {"so sad<br>but fine.", "sad", {{"sad\nbut fine", "glad"}}, "sad", {}},
      {"<p>So sad.", "So", {{"So", "Very"}}, "So", {"Very"}},
  };
  for (const Row& row : rows) {
    MarkedSample sample(row.source);
    const Finding& finding = sample.Add(row.finding, row.changes);
    const MarkedText& text = sample.request().text;
    const Rewrite rewrite = RewriteOf(text, finding, sample.result().sentences);
    EXPECT_EQ(text.source.substr(rewrite.span.start, rewrite.span.length()), row.stretch)
        << row.source;
    std::vector<std::string> values;
    for (const Alternative& each : rewrite.alternatives) values.push_back(each.value);
    EXPECT_EQ(values, row.values) << row.source;
  }
}

TEST(Rewrite, KeepsTitlesAndOffersNoMoreThanMenusHold) {
  MarkedSample sample("So sad.");
  std::vector<SampleChange> changes;
  for (int i = 0; i < 20; ++i) changes.push_back({"So", std::to_string(i)});
  const Finding& finding = sample.Add("So", changes);
  const Rewrite rewrite =
      RewriteOf(sample.request().text, finding, sample.result().sentences);
  ASSERT_EQ(rewrite.alternatives.size(), 10u);
  EXPECT_EQ(rewrite.alternatives[0], (Alternative{"0", "Say 0"}));
}

TEST(Rewrite, MakesSeveralEditsOfOneSuggestion) {
  MarkedSample sample("We told <i>you</i> that we are sorry.");
  Finding& finding = sample.Add("we are", {{"We", "I"}});
  finding.suggestions[0].edits.push_back({sample.SpanOf("we are"), "I am"});
  const MarkedText& text = sample.request().text;
  const Rewrite rewrite = RewriteOf(text, finding, sample.result().sentences);
  EXPECT_EQ(text.source.substr(rewrite.span.start, rewrite.span.length()),
            "We told <i>you</i> that we are");
  ASSERT_EQ(rewrite.alternatives.size(), 1u);
  EXPECT_EQ(rewrite.alternatives[0].value, "I told <i>you</i> that I am");
}

}  // namespace
}  // namespace amends::languagetool
