// A suppression more in an amends.json, and every other byte as it was.
#include "amends/pack/project_edit.h"

#include <string>

#include <gtest/gtest.h>

#include "amends/pack/project_config.h"

namespace amends::pack {
namespace {

Suppression One() {
  Suppression suppression;
  suppression.rule = "tone/calm";
  suppression.reason = "A “joke”: \"ha\"\n";
  return suppression;
}

constexpr const char* kEntry =
    R"({ "rule": "tone/calm", "reason": "A “joke”: \"ha\"\n" })";

struct ProjectEditRow {
  std::string before;
  std::string after;  // with @ for the entry; empty: nothing is added
};

TEST(ProjectEdit, AddsOneAndKeepsTheRest) {
  const ProjectEditRow rows[] = {
      {"", "{\n  \"suppressions\": [\n    @\n  ]\n}\n"},
      {" \n", "{\n  \"suppressions\": [\n    @\n  ]\n}\n"},
      {"{}", "{\n  \"suppressions\": [\n    @\n  ]\n}"},
      {"{ \"profile\": \"chat\" }\n",
       "{ \"profile\": \"chat\",\n  \"suppressions\": [\n    @\n  ]\n}\n"},
      {"{\n\t\"profile\": \"chat\"\n}\n",
       "{\n\t\"profile\": \"chat\",\n  \"suppressions\": [\n    @\n  ]\n}\n"},
      {R"({"suppressions": []})", "{\"suppressions\": [\n    @\n  ]}"},
      {R"({"suppressions": [{"rule": "a", "reason": "]"}], "profile": "p"})",
       "{\"suppressions\": [{\"rule\": \"a\", \"reason\": \"]\"},\n    @\n  ], "
       "\"profile\": \"p\"}"},
      {"{\"suppressions\": [\n  {\"rule\": \"a\", \"reason\": \"b\"}\n ] }",
       "{\"suppressions\": [\n  {\"rule\": \"a\", \"reason\": \"b\"},\n    @\n ] }"},
      {"{\"channels\": {\"chat\": {}}, \"severities\": {\"suppressions\": \"off\"}}",
       "{\"channels\": {\"chat\": {}}, \"severities\": {\"suppressions\": \"off\"},\n"
       "  \"suppressions\": [\n    @\n  ]\n}"},
      {"{", ""},
      {"[]", ""},
      {"{\"pack\": []}", ""},
  };
  for (ProjectEditRow row : rows) {
    const auto after = WithSuppression(row.before, One());
    ASSERT_EQ(after.has_value(), !row.after.empty()) << row.before;
    if (!after) continue;
    EXPECT_EQ(*after, row.after.replace(row.after.find('@'), 1, kEntry)) << row.before;
    const LoadedConfig read = ReadConfig("amends.json", *after);
    EXPECT_EQ(read.config.suppressions.back().reason, One().reason);
  }
}

TEST(ProjectEdit, WritesAllThatASuppressionSays) {
  Suppression all = One();
  all.match = "we're";
  all.fingerprint = "0123456789abcdef";
  all.until = "2027-01-31";
  const auto text = WithSuppression("", all);
  ASSERT_TRUE(text.has_value());
  const Suppression read = ReadConfig("", *text).config.suppressions.at(0);
  EXPECT_EQ(read.rule, all.rule);
  EXPECT_EQ(read.match, all.match);
  EXPECT_EQ(read.fingerprint, all.fingerprint);
  EXPECT_EQ(read.until, all.until);
}

}  // namespace
}  // namespace amends::pack
