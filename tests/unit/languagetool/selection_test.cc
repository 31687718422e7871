#include "amends/languagetool/selection.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace amends::languagetool {
namespace {

TEST(Selection, TakesWhatIsAskedFor) {
  constexpr const char* kAll = "a/error a/hint b-c/whole ";
  struct Row {
    std::vector<Parameter> parameters;
    const char* wanted;
  };
  const Row rows[] = {
      {{}, "a/error b-c/whole "},
      {{{"level", "picky"}}, kAll},
      {{{"mode", "textLevelOnly"}, {"level", "picky"}}, "b-c/whole "},
      {{{"mode", "allButTextLevelOnly"}, {"level", "picky"}}, "a/error a/hint "},
      {{{"disabledRules", "a/error"}}, "b-c/whole "},
      {{{"disabledRules", "AMENDS_A_ERROR"}}, "b-c/whole "},
      {{{"disabledRules", "WHITESPACE_RULE,TYPOS"}}, "a/error b-c/whole "},
      {{{"disabledCategories", "b-c"}}, "a/error "},
      {{{"disabledCategories", "AMENDS_B_C,AMENDS_A"}, {"enabledRules", "a/error"}},
       "a/error "},
      {{{"enabledRules", "a/hint"}}, kAll},
      {{{"enabledCategories", "A"}}, kAll},
      {{{"enabledRules", "a/hint"}, {"disabledRules", "a/hint"}}, "a/error b-c/whole "},
      {{{"enabledRules", "a/hint"}, {"enabledOnly", "true"}}, "a/hint "},
      {{{"enabledCategories", "a"}, {"enabledOnly", "true"}}, "a/error a/hint "},
      {{{"enabledRules", "NOUN"}, {"enabledOnly", "true"}, {"level", "picky"}}, ""},
      {{{"enabledRules", "a/hint"}, {"mode", "textLevelOnly"}}, "b-c/whole "},
  };
  pack::Rule rules[3];
  rules[0].id = "a/error";
  rules[1].id = "a/hint";
  rules[2].id = "b-c/whole";
  Finding findings[3];
  for (size_t i = 0; i < 3; ++i) findings[i].rule = &rules[i];
  findings[0].severity = pack::Severity::kError;
  findings[1].severity = pack::Severity::kHint;
  findings[2].severity = pack::Severity::kInfo;
  findings[2].scope = Scope::kReply;
  for (size_t i = 0; i < std::size(rows); ++i) {
    Selection selection;
    ASSERT_FALSE(ReadSelection(rows[i].parameters, selection));
    std::string wanted;
    for (const Finding& each : findings) {
      if (selection.Wants(each)) wanted += each.rule->id + " ";
    }
    EXPECT_EQ(wanted, rows[i].wanted) << "row " << i;
  }
}

}  // namespace
}  // namespace amends::languagetool
