#include "amends/languagetool/rule_names.h"

#include <algorithm>
#include <set>
#include <string>

#include <gtest/gtest.h>

#include "amends/engine.h"
#include "amends/languagetool/language.h"

namespace amends::languagetool {
namespace {

TEST(RuleNames, AreOneInEverySpelling) {
  struct Row {
    const char* id;
    const char* name;
  };
  const Row rows[] = {
      {"fake-apology/conditional", "AMENDS_FAKE_APOLOGY_CONDITIONAL"},
      {"FAKE_APOLOGY_CONDITIONAL", "AMENDS_FAKE_APOLOGY_CONDITIONAL"},
      {"AMENDS_FAKE_APOLOGY_CONDITIONAL", "AMENDS_FAKE_APOLOGY_CONDITIONAL"},
      {"amends_fake_apology_conditional", "AMENDS_FAKE_APOLOGY_CONDITIONAL"},
      {"tone", "AMENDS_TONE"},
      {"house/rule-2", "AMENDS_HOUSE_RULE_2"},
      {"é", "AMENDS___"},
      {"", "AMENDS_"},
  };
  for (const Row& row : rows) EXPECT_EQ(ClientId(row.id), row.name) << row.id;
  EXPECT_EQ(FamilyName("fake-apology"), "Fake apology");
  EXPECT_EQ(FamilyName("tone"), "Tone");
}

TEST(RuleNames, TellTheRulesOfTheCoreApart) {
  const Engine engine = Engine::Load({});
  std::set<std::string> names;
  for (const pack::Rule& rule : engine.pack().rules) {
    const std::string name = ClientId(rule.id);
    EXPECT_TRUE(names.insert(name).second) << name;
    EXPECT_TRUE(name.starts_with(ClientId(rule.family()) + "_")) << name;
    EXPECT_TRUE(std::ranges::all_of(name, [](char c) {
      return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
    })) << name;
  }
  EXPECT_GT(names.size(), 80u);
}

TEST(Language, IsNamedAsFarAsItIsKnown) {
  struct Row {
    const char* code;
    Language language;
    bool checked;
  };
  const Row rows[] = {
      {"en", {"English", "en", "en"}, true},
      {"en-us", {"English (US)", "en", "en-US"}, true},
      {"en-IE", {"English", "en", "en-IE"}, true},
      {"de-DE", {"German", "de", "de-DE"}, false},
      {"DE", {"German", "de", "DE"}, false},
      {"xx-YY", {"xx-YY", "xx", "xx-YY"}, false},
      {"", {"", "", ""}, false},
      {"english", {"english", "english", "english"}, false},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(LanguageOf(row.code), row.language) << row.code;
    EXPECT_EQ(IsChecked(LanguageOf(row.code)), row.checked) << row.code;
  }
  EXPECT_TRUE(std::ranges::is_sorted(CheckedLanguages(), {}, &Language::name));
}

}  // namespace
}  // namespace amends::languagetool
