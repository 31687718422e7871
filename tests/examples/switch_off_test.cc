// What the machinery is worth: without any one of its parts some example of the core no
// longer does as it says.
#include <string>

#include <gtest/gtest.h>

#include "amends/evaluation/rule_test.h"
#include "tests/support/tables.h"

namespace amends::evaluation {
namespace {

EngineOptions Core() {
  EngineOptions options;
  options.core = testing::SourcePath("rules/en");
  return options;
}

TEST(SwitchOff, WithoutAGradeOfBoundaryAnExampleFails) {
  struct Row {
    const char* grade;
    bool text::Analyzer::Options::*option;
  };
  const Row rows[] = {
      {"weak", &text::Analyzer::Options::weak_boundaries},
      {"clause", &text::Analyzer::Options::clause_boundaries},
      {"sentence", &text::Analyzer::Options::sentence_boundaries},
  };
  TestFilter filter;
  filter.coverage = false;
  const size_t usual = TestRules(Bench(Core()), filter).failures.size();
  for (const Row& row : rows) {
    EngineOptions options = Core();
    options.text.*row.option = false;
    EXPECT_GT(TestRules(Bench(options), filter).failures.size(), usual) << row.grade;
  }
}

// Coverage switches each `unless` off in turn, the examples of a suppressor the
// suppressor.
TEST(SwitchOff, WithoutAnUnlessOrASuppressorAnExampleFails) {
  const Bench bench(Core());
  TestReport report = TestRules(bench, {});
  std::erase_if(report.failures,
                [](const Failure& failure) { return !failure.id.starts_with("SUP-"); });
  EXPECT_TRUE(report.passed()) << Format(report, bench.sources());
}

}  // namespace
}  // namespace amends::evaluation
