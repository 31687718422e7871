// Every example of docs/phrases.md means what the page says.
#include <fstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "tests/support/phrases.h"

namespace amends::match {
namespace {

struct Example {
  std::string phrase;
  std::string text;
  std::string matches;
  int line = 0;
};

std::string Trim(const std::string& text) {
  const size_t first = text.find_first_not_of(' ');
  if (first == std::string::npos) return "";
  return text.substr(first, text.find_last_not_of(' ') - first + 1);
}

std::vector<Example> ReadExamples(const std::filesystem::path& page) {
  std::vector<Example> examples;
  std::ifstream file(page);
  std::string line;
  std::string phrase;
  bool inside = false;
  for (int number = 1; std::getline(file, line); ++number) {
    if (line.starts_with("```")) {
      inside = line == "```phrases";
      continue;
    }
    if (!inside || line.empty()) continue;
    if (line[0] != ' ') {
      phrase = line;
      continue;
    }
    const size_t arrow = line.rfind("=>");
    if (arrow == std::string::npos) {
      ADD_FAILURE() << page << ":" << number << ": an example without =>";
      continue;
    }
    examples.push_back(
        {phrase, Trim(line.substr(0, arrow)), Trim(line.substr(arrow + 2)), number});
  }
  return examples;
}

TEST(PhrasePage, EveryExampleHolds) {
  const std::vector<Example> examples =
      ReadExamples(testing::SourcePath("docs/phrases.md"));
  const std::vector<pack::ClassDef> classes = {
      testing::MakeClass("intensifier", {"so", "very", "really"}),
      testing::MakeClass("loss-verb", {}, {"lose", "mislay"})};
  std::vector<std::string> written;
  for (const Example& example : examples) written.push_back(example.phrase);
  const auto phrases = testing::Phrases::Apart(written, classes);
  for (const LexiconProblem& problem : phrases.problems()) {
    ADD_FAILURE() << problem.origin.pointer << ": " << problem.error.message;
  }
  for (uint32_t i = 0; i < examples.size(); ++i) {
    EXPECT_EQ(phrases.Show(examples[i].text, i), examples[i].matches)
        << "docs/phrases.md:" << examples[i].line << ": " << examples[i].phrase << " in "
        << examples[i].text;
  }
  EXPECT_GE(examples.size(), 20u);
}

}  // namespace
}  // namespace amends::match
