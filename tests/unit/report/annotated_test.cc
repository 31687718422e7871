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
       "<sup><a href=\"#finding-1\">1</a></sup>.</div>"},
      {"one inside another",
       {{Severity::kInfo, {0, 7}}, {Severity::kError, {4, 7}}},
       "<div class=\"draft\"><mark class=\"info\" data-finding=\"1\">One </mark>"
       "<mark class=\"error\" data-finding=\"1 2\">two</mark>"
       "<sup><a href=\"#finding-1\">1</a></sup><sup><a href=\"#finding-2\">2</a></sup>"
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
