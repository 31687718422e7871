#include "amends/text/verbs.h"

#include <gtest/gtest.h>

#include "tests/support/tables.h"

namespace amends::text {
namespace {

struct VerbsRow {
  const char* base;
  const char* third;
  const char* past;
  const char* participle;
  const char* ing;
};

TEST(Verbs, HaveTheseForms) {
  const VerbsRow rows[] = {
      {"send", "sends", "sent", "sent", "sending"},
      {"go", "goes", "went", "gone", "going"},
      {"break", "breaks", "broke", "broken", "breaking"},
      {"write", "writes", "wrote", "written", "writing"},
      {"fix", "fixes", "fixed", "fixed", "fixing"},
      {"apologize", "apologizes", "apologized", "apologized", "apologizing"},
      {"try", "tries", "tried", "tried", "trying"},
      {"enjoy", "enjoys", "enjoyed", "enjoyed", "enjoying"},
      {"ship", "ships", "shipped", "shipped", "shipping"},
      {"refer", "refers", "referred", "referred", "referring"},
      {"offer", "offers", "offered", "offered", "offering"},
      {"cancel", "cancels", "canceled", "canceled", "canceling"},
      {"tie", "ties", "tied", "tied", "tying"},
      {"agree", "agrees", "agreed", "agreed", "agreeing"},
      {"wash", "washes", "washed", "washed", "washing"},
      {"mimic", "mimics", "mimicked", "mimicked", "mimicking"},
      {"sync", "syncs", "synced", "synced", "syncing"},
      {"frob", "frobs", "frobed", "frobed", "frobing"},
  };
  const Verbs& verbs = testing::EnglishVerbs();
  for (const VerbsRow& row : rows) {
    EXPECT_EQ(verbs.Forms(row.base, VerbForm::kBase).front(), row.base);
    EXPECT_EQ(verbs.Forms(row.base, VerbForm::kThird).front(), row.third);
    EXPECT_EQ(verbs.Forms(row.base, VerbForm::kPast).front(), row.past);
    EXPECT_EQ(verbs.Forms(row.base, VerbForm::kParticiple).front(), row.participle);
    EXPECT_EQ(verbs.Forms(row.base, VerbForm::kIng).front(), row.ing);
  }
}

TEST(Verbs, MayHaveSeveralSpellingsOfAForm) {
  const Verbs& verbs = testing::EnglishVerbs();
  EXPECT_EQ(verbs.Forms("learn", VerbForm::kPast),
            (std::vector<std::string>{"learned", "learnt"}));
  EXPECT_EQ(verbs.Forms("be", VerbForm::kThird),
            (std::vector<std::string>{"is", "am", "are"}));
  EXPECT_EQ(verbs.Forms("be", VerbForm::kPast),
            (std::vector<std::string>{"was", "were"}));
}

TEST(Verbs, AreFoundFromTheirFormsTheCommonestFirst) {
  const Verbs& verbs = testing::EnglishVerbs();
  EXPECT_EQ(verbs.Readings("lost").front().base, "lose");
  EXPECT_EQ(verbs.Readings("lost").front().form, VerbForm::kPast);
  EXPECT_EQ(verbs.Readings("found").front().base, "find");
  EXPECT_EQ(verbs.Readings("shipping").front().base, "ship");
  EXPECT_EQ(verbs.Readings("left").front().base, "leave");
  EXPECT_TRUE(verbs.Readings("zorg").empty());
}

TEST(Verbs, ReadEveryFormOfEveryVerb) {
  const Verbs& verbs = testing::EnglishVerbs();
  for (const std::string& base : testing::EnglishTables().verbs) {
    for (VerbForm form : {VerbForm::kBase, VerbForm::kThird, VerbForm::kPast,
                          VerbForm::kParticiple, VerbForm::kIng}) {
      for (const std::string& word : verbs.Forms(base, form)) {
        bool found = false;
        for (const Verbs::Reading& reading : verbs.Readings(word)) {
          found |= reading.base == base && reading.form == form;
        }
        EXPECT_TRUE(found) << word << " of " << base;
      }
    }
  }
}

// A form that the spelling table changes could never match. "lets" is more often "let's".
TEST(Verbs, AreSpeltCanonically) {
  const Analyzer& analyzer = testing::EnglishAnalyzer();
  for (const std::string& base : testing::EnglishTables().verbs) {
    EXPECT_EQ(analyzer.Canonicalize(base), std::vector<std::string>{base});
    for (VerbForm form : {VerbForm::kThird, VerbForm::kPast, VerbForm::kIng}) {
      const std::string word = testing::EnglishVerbs().Forms(base, form).front();
      if (word == "lets") continue;
      EXPECT_EQ(analyzer.Canonicalize(word), std::vector<std::string>{word});
    }
  }
}

TEST(Verbs, KnowParticiplesThatAreAdjectives) {
  EXPECT_TRUE(testing::EnglishVerbs().IsAdjective("satisfied"));
  EXPECT_FALSE(testing::EnglishVerbs().IsAdjective("sent"));
}

}  // namespace
}  // namespace amends::text
