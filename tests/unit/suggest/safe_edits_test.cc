#include "amends/suggest/safe_edits.h"

#include <gtest/gtest.h>

namespace amends::suggest {
namespace {

using pack::Applicability;
using pack::Severity;

struct Found {
  Severity severity;
  std::vector<Suggestion> suggestions;
};

Result ResultWith(const std::vector<Found>& found) {
  Result result;
  for (const Found& each : found) {
    Finding finding;
    finding.severity = each.severity;
    finding.suggestions = each.suggestions;
    result.findings.push_back(std::move(finding));
  }
  return result;
}

Suggestion Safe(std::vector<Edit> edits) {
  return {Applicability::kSafe, "", std::move(edits)};
}

Suggestion Fill(std::vector<Edit> edits) {
  return {Applicability::kFill, "", std::move(edits)};
}

TEST(SafeEdits, AreTheBestSuggestionsThatAreSafe) {
  struct Row {
    const char* what;
    std::vector<Found> found;
    const char* text;
    size_t changes;
  };
  const Row rows[] = {
      {"none", {}, "0123456789", 0},
      {"one", {{Severity::kHint, {Safe({{{2, 4}, "x"}})}}}, "01x456789", 1},
      {"its edits together",
       {{Severity::kHint, {Safe({{{0, 1}, ""}, {{9, 10}, "yz"}})}}},
       "12345678yz",
       1},
      {"not the second best",
       {{Severity::kError, {Fill({{{0, 1}, "[[a]]"}}), Safe({{{2, 4}, "x"}})}}},
       "0123456789",
       0},
      {"advice has no edits", {{Severity::kError, {Safe({})}}}, "0123456789", 0},
      {"the earlier of two that overlap",
       {{Severity::kError, {Safe({{{3, 6}, "late"}})}},
        {Severity::kHint, {Safe({{{2, 4}, "x"}})}}},
       "01x456789",
       1},
      {"the graver of two at one place",
       {{Severity::kHint, {Safe({{{2, 5}, "mild"}})}},
        {Severity::kError, {Safe({{{2, 4}, "grave"}})}}},
       "01grave456789",
       1},
      {"neighbours do not overlap",
       {{Severity::kHint, {Safe({{{2, 4}, "x"}})}},
        {Severity::kHint, {Safe({{{4, 5}, "y"}})}}},
       "01xy56789",
       2},
      {"all of a suggestion or nothing",
       {{Severity::kHint, {Safe({{{2, 4}, "x"}})}},
        {Severity::kHint, {Safe({{{3, 5}, "y"}, {{8, 9}, "z"}})}}},
       "01x456789",
       1},
      {"two insertions at one place",
       {{Severity::kHint, {Safe({{{2, 2}, "x"}})}},
        {Severity::kHint, {Safe({{{2, 2}, "y"}})}}},
       "01x23456789",
       1},
  };
  for (const Row& row : rows) {
    const SafeEdits safe = FindSafeEdits(ResultWith(row.found));
    EXPECT_EQ(Apply("0123456789", safe.edits), row.text) << row.what;
    EXPECT_EQ(safe.changes, row.changes) << row.what;
  }
}

}  // namespace
}  // namespace amends::suggest
