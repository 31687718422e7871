// The formats for other programs: GitHub's annotations and JUnit's XML.
#include <gtest/gtest.h>

#include "amends/report/github.h"
#include "amends/report/junit.h"
#include "tests/unit/report/sample.h"

namespace amends::report {
namespace {

using pack::Severity;

Sample Percent() {
  return Sample("Hi,\n100%: é we're sorry, truly.",
                {{.severity = Severity::kError,
                  .rule = "a/b",
                  .marked = "we're sorry",
                  .message = "100% <wrong>, \"said\" he & she.",
                  .hears = "No: never.",
                  .suggestions = {}},
                 {.severity = Severity::kHint,
                  .rule = "c/d",
                  .marked = "truly",
                  .message = "Hm.",
                  .hears = "",
                  .suggestions = {}}});
}

TEST(Github, EscapesWhatTheRunnerWouldRead) {
  Sample sample = Percent();
  sample.place().file = "a,b:c.txt";
  std::string out;
  AppendGithub(sample.draft(), {}, out);
  EXPECT_EQ(out,
            "::error file=a%2Cb%3Ac.txt,line=2,col=9,endLine=2,endColumn=20,title=a/b::"
            "100%25 <wrong>, \"said\" he & she.%0AThe customer hears: “No: never.”\n"
            "::notice file=a%2Cb%3Ac.txt,line=2,col=22,endLine=2,endColumn=27,title=c/d::"
            "Hm.\n");
}

TEST(Github, GivesNoColumnsOfAnotherText) {
  Sample sample = Percent();
  sample.place() = {"mail.eml", 0, false};
  std::string out;
  AppendGithub(sample.draft(), {}, out);
  EXPECT_TRUE(out.starts_with("::error file=mail.eml,title=a/b::")) << out;
  sample.place() = {"all.jsonl", 7, false};
  out.clear();
  AppendGithub(sample.draft(), {}, out);
  EXPECT_TRUE(out.starts_with("::error file=all.jsonl,line=7,title=a/b::")) << out;
  out.clear();
  AppendGithub(UnreadableDraft{{"all.jsonl", 8, false}, "json", "50% of it"}, {}, out);
  EXPECT_EQ(out, "::error file=all.jsonl,line=8,title=cannot be read::50%25 of it\n");
}

TEST(Junit, FailsWhereFailOnSaysSo) {
  const Sample sample = Percent();
  std::string out;
  AppendJunit(sample.draft(), {}, out);
  EXPECT_EQ(out,
            "<testsuite name=\"reply.txt\" tests=\"1\" failures=\"1\" errors=\"0\">"
            "<testcase classname=\"amends\" name=\"reply.txt\">"
            "<failure type=\"a/b\" "
            "message=\"100% &lt;wrong&gt;, &quot;said&quot; he &amp; she.\">"
            "2:9: error: 100% &lt;wrong&gt;, &quot;said&quot; he &amp; she. [a/b]&#10;"
            "</failure><system-out>2:22: hint: Hm. [c/d]&#10;</system-out>"
            "</testcase></testsuite>\n");
  Style strict;
  strict.fail_on = Severity::kHint;
  out.clear();
  AppendJunit(sample.draft(), strict, out);
  EXPECT_EQ(out.find("<system-out>"), std::string::npos);
}

TEST(Junit, PassesAndErrs) {
  Sample sample("Thanks.", {});
  sample.place() = {"all.jsonl", 3, false};
  sample.conversation().id = "t\x01\xFF-1";
  std::string out;
  AppendJunit(sample.draft(), {}, out);
  EXPECT_EQ(
      out,
      "<testsuite name=\"all.jsonl:3 (t\uFFFD\uFFFD-1)\" tests=\"1\" failures=\"0\" "
      "errors=\"0\"><testcase classname=\"amends\" "
      "name=\"all.jsonl:3 (t\uFFFD\uFFFD-1)\"></testcase></testsuite>\n");
  out.clear();
  AppendJunit(UnreadableDraft{{"all.jsonl", 4, false}, "json", "no <object>"}, {}, out);
  EXPECT_EQ(
      out,
      "<testsuite name=\"all.jsonl:4\" tests=\"1\" failures=\"0\" errors=\"1\">"
      "<testcase classname=\"amends\" name=\"all.jsonl:4\">"
      "<error type=\"json\" message=\"no &lt;object&gt;\"/></testcase></testsuite>\n");
}

}  // namespace
}  // namespace amends::report
