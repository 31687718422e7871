// The test of rules that `amends rules test` runs: every example of the entries asked
// for, and whether their examples need all that they hold.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

#include "amends/evaluation/bench.h"
#include "amends/evaluation/coverage.h"
#include "amends/evaluation/example_check.h"

namespace amends::evaluation {

// Which entries are meant; without names and files, all.
struct TestFilter {
  std::vector<std::string> names;  // see UnknownNames
  std::vector<std::filesystem::path> files;
  bool moves_only = false;
  bool coverage = true;  // false: what no example needs is not looked for
};

struct TestReport {
  size_t examples = 0;
  size_t rules = 0;  // whose examples were run, as with the following
  size_t moves = 0;
  size_t classes = 0;
  size_t suppressors = 0;
  std::vector<Failure> failures;  // in the order of the pack
  std::vector<Unused> unused;

  // False where no example was run, too.
  bool passed() const { return examples > 0 && failures.empty() && unused.empty(); }
};

TestReport TestRules(const Bench& bench, const TestFilter& filter);

// What is said about names and files that mean nothing in the packs. A name is a rule, a
// family (its suppressors come along), a move or the beginning of moves up to a dot
// (G.apology), a suppressor, or a class in braces.
std::vector<std::string> UnknownNames(const pack::Pack& pack, const TestFilter& filter);

// A line for each failure, the unused parts, and a last line that sums up.
std::string Format(const TestReport& report, const pack::Sources& sources);

}  // namespace amends::evaluation
