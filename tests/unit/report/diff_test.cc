#include "amends/report/diff.h"

#include <sstream>
#include <vector>

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace amends::report {
namespace {

TEST(Diff, IsWhatDiffUWrites) {
  EXPECT_EQ(DiffHunks("same\n", "same\n"), "");
  EXPECT_EQ(DiffHunks("", "new\n"), "@@ -0,0 +1 @@\n+new\n");
  EXPECT_EQ(DiffHunks("old\n", ""), "@@ -1 +0,0 @@\n-old\n");
  EXPECT_EQ(DiffHunks("1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\n2\n3\n4\nfive\n6\n7\n8\n9\n"),
            "@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+five\n 6\n 7\n 8\n");
  EXPECT_EQ(DiffHunks("a", "b\n"), "@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+b\n");
  EXPECT_EQ(DiffOfLine(7, "a\n", "b\n"), "@@ -7 +7 @@\n-a\n+b\n");
  EXPECT_EQ(DiffHead("a.txt"), "--- a.txt\n+++ a.txt\n");
}

std::vector<std::string> LinesOf(const std::string& text) {
  std::vector<std::string> lines;
  for (size_t at = 0; at < text.size();) {
    const size_t end = std::min(text.find('\n', at), text.size() - 1) + 1;
    lines.push_back(text.substr(at, end - at));
    at = end;
  }
  return lines;
}

// Makes the changes, as `patch` would, and checks that what goes and stays is there.
std::string Patched(const std::string& before, const std::string& hunks) {
  const std::vector<std::string> lines = LinesOf(before);
  std::string patched;
  size_t at = 0;
  std::vector<std::string> script = LinesOf(hunks);
  for (size_t i = 0; i < script.size(); ++i) {
    std::string line = script[i];
    if (i + 1 < script.size() && script[i + 1].starts_with('\\')) line.pop_back();
    if (line.starts_with("@@ -")) {
      const size_t first = std::stoul(line.substr(4));
      const bool adds_only = line.find(",0 +") != std::string::npos;
      for (const size_t start = adds_only ? first : first - 1; at < start; ++at) {
        patched += lines[at];
      }
    } else if (line.starts_with('+')) {
      patched += line.substr(1);
    } else if (!line.starts_with('\\')) {
      EXPECT_EQ(lines.at(at), line.substr(1));
      if (line.starts_with(' ')) patched += lines[at];
      ++at;
    }
  }
  for (; at < lines.size(); ++at) patched += lines[at];
  return patched;
}

TEST(Diff, LeadsFromOneTextToTheOther) {
  const std::string pieces[] = {"a\n", "b\n", "c\n", "\n", "a", "b\r\n"};
  EXPECT_TRUE(rc::check([&] {
    const auto text = [&] {
      std::string made;
      const int count = *rc::gen::inRange(0, 60);
      for (int i = 0; i < count; ++i) {
        made += pieces[*rc::gen::inRange<size_t>(0, std::size(pieces))];
      }
      return made;
    };
    const std::string before = text();
    const std::string after = text();
    RC_ASSERT(Patched(before, DiffHunks(before, after)) == after);
  }));
}

TEST(Diff, OfTextsWithNothingInCommonIsAllOfBoth) {
  std::string before;
  std::string after;
  for (int i = 0; i < 2000; ++i) {
    before += "old " + std::to_string(i) + '\n';
    after += "new " + std::to_string(i) + '\n';
  }
  EXPECT_EQ(Patched(before, DiffHunks(before, after)), after);
}

}  // namespace
}  // namespace amends::report
