// Rules at a glance and one by one, for terminals of any width.
#include <string>

#include <gtest/gtest.h>

#include "amends/engine.h"
#include "amends/report/rule_list.h"
#include "amends/report/rule_page.h"
#include "tests/support/tables.h"

namespace amends::report {
namespace {

Engine Tea(const std::string& profile) {
  EngineOptions options;
  options.core = testing::SourcePath("tests/fixtures/packs/tea");
  options.profile = profile;
  return Engine::Load(options);
}

Style Wide(size_t width) {
  Style style;
  style.width = width;
  return style;
}

TEST(RuleList, AlignsAndWraps) {
  EXPECT_EQ(RuleList(Tea(""), "", Wide(46)),
            "tea/if      error    An apology that doubts\n"
            "                     what happened.\n"
            "tea/none    warning  No apology for what the\n"
            "                     customer says is broken.\n"
            "tea/strict  hint     An apology, where the\n"
            "                     house wants none.\n");
}

TEST(RuleList, ShowsTheSeveritiesOfTheProfile) {
  EXPECT_EQ(RuleList(Tea("lax"), "tea", Wide(100)),
            "tea/if      off      An apology that doubts what happened.\n"
            "tea/none    info     No apology for what the customer says is broken.\n"
            "tea/strict  hint     An apology, where the house wants none.\n");
}

TEST(RuleList, IsEmptyForAFamilyThatIsNotThere) {
  EXPECT_EQ(RuleList(Tea(""), "milk", Wide(80)), "");
  EXPECT_EQ(RuleListJson(Tea(""), "milk"), "[]\n");
}

TEST(RulePage, WrapsAndSaysWhatTheProfileMakesOfTheRule) {
  const Engine engine = Tea("lax");
  const std::string page = RulePage(engine, engine.pack().rules[0], Wide(30));
  EXPECT_EQ(page.substr(0, page.find("\n\n")),
            "tea/if  off\n"
            "An apology that doubts what\n"
            "happened.");
}

TEST(RulePage, LeavesOutSourcesThatNobodyHasChecked) {
  const Engine engine = Tea("");
  const pack::Rule& rule = engine.pack().rules[0];
  ASSERT_EQ(rule.source.back(), "Bovino (memory)");
  const std::string page = RulePage(engine, rule, Wide(80));
  EXPECT_NE(page.find("Source\n  S11\n"), std::string::npos) << page;
  EXPECT_EQ(page.find("Bovino"), std::string::npos) << page;
}

}  // namespace
}  // namespace amends::report
