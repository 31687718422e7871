// What changed between two runs, and what the labels say to it.
#include "amends/evaluation/changes.h"

#include <string>
#include <variant>
#include <vector>

#include <gtest/gtest.h>

namespace amends::evaluation {
namespace {

using pack::Severity;

const KnownRules kRules = {
    {"a/one", {false, Severity::kError}},
    {"a/two", {false, Severity::kWarning}},
    {"b/whole", {true, Severity::kWarning}},
};

Labels ReplyLabels() {
  return {"r",
          "One two\nthree.",
          {{"a/one", "One two", Level::kClear}, {"a/two", "three", Level::kBorderline}},
          {},
          {}};
}

using Findings = std::vector<Found::Finding>;

TEST(Changes, AreWhatOnlyOneRunFinds) {
  struct Row {
    const char* what;
    Findings before;
    Findings after;
    const char* text;
  };
  const Severity warning = Severity::kWarning;
  const Row rows[] = {
      {"the same",
       {{"a/one", warning, {0, 7}}},
       {{"a/one", Severity::kError, {0, 7}}},
       "gone: 0 (0 labelled, 0 borderline, 0 not)   new: 0 (0 labelled, 0 borderline, 0 "
       "not)\n"},
      {"more, on one line",
       {},
       {{"a/one", warning, {4, 13}}},
       "+ r            a/one                              labelled     “two three”\n"
       "gone: 0 (0 labelled, 0 borderline, 0 not)   new: 1 (1 labelled, 0 borderline, 0 "
       "not)\n"},
      {"less",
       {{"a/two", warning, {8, 13}}},
       {},
       "- r            a/two                              borderline   “three”\n"
       "gone: 1 (0 labelled, 1 borderline, 0 not)   new: 0 (0 labelled, 0 borderline, 0 "
       "not)\n"},
      {"another place, and the whole reply",
       {{"a/one", warning, {0, 3}}},
       {{"a/one", warning, {0, 7}}, {"b/whole", warning, {0, 3}}},
       "- r            a/one                              labelled     “One”\n"
       "+ r            a/one                              labelled     “One two”\n"
       "+ r            b/whole                            not labelled \n"
       "gone: 1 (1 labelled, 0 borderline, 0 not)   new: 2 (1 labelled, 0 borderline, 1 "
       "not)\n"},
      {"of another text: no words",
       {{"a/one", warning, {90, 99}}},
       {},
       "- r            a/one                              not labelled \n"
       "gone: 1 (0 labelled, 0 borderline, 1 not)   new: 0 (0 labelled, 0 borderline, 0 "
       "not)\n"},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(Format(ChangesOf(ReplyLabels(), row.before, row.after, kRules)), row.text)
        << row.what;
  }
}

TEST(Changes, ReadWhatCheckWrites) {
  struct Row {
    const char* line;
    bool read;
    size_t findings;  // of r
  };
  const Row rows[] = {
      {R"({"id": "r", "findings": [{"rule": "a/one", "severity": "error", "start": 0, "end": 3}]})",
       true, 1},
      {R"({"id": "other", "findings": []})", true, 0},
      {R"({"line": 3, "error": {"code": "json", "message": "…"}})", true, 0},
      {R"({"findings": []})", false, 0},
      {R"({"id": "r", "findings": [{"rule": "a/one"}]})", false, 0},
      {R"({"id": 7, "findings": []})", false, 0},
      {"One two", false, 0},
      {"", false, 0},
  };
  for (const Row& row : rows) {
    evaluation::Run run;
    const auto read = AddLine(row.line, run);
    EXPECT_EQ(std::holds_alternative<std::monostate>(read), row.read) << row.line;
    EXPECT_EQ(run["r"].size(), row.findings) << row.line;
  }
}

}  // namespace
}  // namespace amends::evaluation
