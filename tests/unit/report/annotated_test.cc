// A draft as HTML with its findings marked.
#include "amends/report/annotated.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace amends::report {
namespace {

using pack::Severity;

struct Mark {
  Severity severity;
  text::Span span;
  Scope scope = Scope::kText;
};

std::string Annotated(const char* text, const std::vector<Mark>& marks) {
  static const pack::Rule rule;
  std::vector<Finding> findings;
  for (const Mark& mark : marks) {
    Finding& finding = findings.emplace_back();
    finding.rule = &rule;
    finding.severity = mark.severity;
    finding.span = mark.span;
    finding.scope = mark.scope;
  }
  return AnnotatedHtml(text, findings);
}

TEST(Annotated, MarksEachStretchOnceAsTheGravest) {
  struct Row {
    const char* what;
    std::vector<Mark> marks;
    const char* html;
  };
  const Row rows[] = {
      {"nothing", {}, "<div class=\"draft\">One two.</div>"},
      {"one",
       {{Severity::kWarning, {4, 7}}},
       "<div class=\"draft\">One <mark class=\"warning\" data-finding=\"1\">two</mark>"
       "<sup id=\"mark-1\"><a href=\"#finding-1\" aria-label=\"Finding "
       "1\">1</a></sup>.</div>"},
      {"one inside another",
       {{Severity::kInfo, {0, 7}}, {Severity::kError, {4, 7}}},
       "<div class=\"draft\"><mark class=\"info\" data-finding=\"1\">One </mark>"
       "<mark class=\"error\" data-finding=\"1 2\">two</mark>"
       "<sup id=\"mark-1\"><a href=\"#finding-1\" aria-label=\"Finding 1\">1</a></sup>"
       "<sup id=\"mark-2\"><a href=\"#finding-2\" aria-label=\"Finding 2\">2</a></sup>"
       ".</div>"},
      {"the whole reply",
       {{Severity::kError, {0, 8}, Scope::kReply}},
       "<div class=\"draft\">One two.</div>"},
      {"of another text",
       {{Severity::kError, {4, 99}}},
       "<div class=\"draft\">One two.</div>"},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(Annotated("One two.", row.marks), row.html) << row.what;
  }
}

TEST(Annotated, QuietensWhatIsNotTheWritersAndFoldsALongThread) {
  using input::BlockKind;
  const std::string short_thread = "> a\n> b";
  std::string long_thread;
  for (int line = 0; line < 9; ++line) long_thread += "> a\n";
  struct Row {
    const char* what;
    std::string thread;
    BlockKind kind;
    std::string html;
  };
  const Row rows[] = {
      {"a short thread", short_thread, BlockKind::kQuoted,
       "<span class=\"quiet\">-- Jo\n" + EscapedHtml(short_thread) + "</span>"},
      {"a long thread", long_thread, BlockKind::kQuoted,
       "<span class=\"quiet\">-- Jo\n</span><details><summary>Earlier messages</summary>"
       "<span class=\"quiet\">" +
           EscapedHtml(long_thread) + "</span></details>"},
      {"a long disclaimer", long_thread, BlockKind::kDisclaimer,
       "<span class=\"quiet\">-- Jo\n" + EscapedHtml(long_thread) + "</span>"},
  };
  for (const Row& row : rows) {
    const std::string text = "One.\n-- Jo\n" + row.thread;
    const std::vector<input::Block> blocks = {
        {BlockKind::kOwn, {0, 5}},
        {BlockKind::kSignature, {5, 11}},
        {row.kind, {11, static_cast<uint32_t>(text.size())}}};
    EXPECT_EQ(AnnotatedHtml(text, {}, blocks),
              "<div class=\"draft\">One.\n" + row.html + "</div>")
        << row.what;
  }
}

TEST(Annotated, EscapesWhatMeansSomethingToHtml) {
  struct Row {
    std::string text;
    const char* html;
  };
  const Row rows[] = {
      {"<b>&\"'", "&lt;b&gt;&amp;&quot;'"},
      {"naïve 😀\tx\ny", "naïve 😀\tx\ny"},
      {std::string("a\0b", 3), "a\uFFFDb"},
      {"a\xFF"
       "b\x1B[0m",
       "a\uFFFDb\uFFFD[0m"},
  };
  for (const Row& row : rows) EXPECT_EQ(EscapedHtml(row.text), row.html);
}

}  // namespace
}  // namespace amends::report
