// What `amends rules test` says of a pack whose examples hold, and of faults put into it.
#include "amends/evaluation/rule_test.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "tests/unit/evaluation/tea_pack.h"

namespace amends::evaluation {
namespace {

// The report, with places as in the folder of the pack.
std::string ReportOf(const ChangedTea& tea) {
  const Bench bench(tea.options());
  std::string text = Format(TestRules(bench, {}), bench.sources());
  const std::string folder = tea.folder().string() + "/";
  for (size_t at; (at = text.find(folder)) != std::string::npos;)
    text.erase(at, folder.size());
  return text;
}

constexpr const char* kAllHold =
    "27 examples of 3 rules, 2 moves, 1 class and 1 suppressor: all as they say\n";
constexpr const char* kOneFails =
    "\n1 of 27 examples of 3 rules, 2 moves, 1 class and 1 suppressor: not as they say\n";
constexpr const char* kOneUnused =
    "\n27 examples of 3 rules, 2 moves, 1 class and 1 suppressor: all as they say; "
    "1 part never used by an example\n";

TEST(RuleTest, IsContentWhereAllExamplesHold) {
  const TestReport report = TestRules(Tea(), {});
  EXPECT_TRUE(report.passed());
  EXPECT_EQ(Format(report, Tea().sources()), kAllHold);
}

TEST(RuleTest, NamesEveryExampleThatDoesNotHold) {
  struct Row {
    const char* file;
    const char* from;
    const char* to;
    const char* said;
  };
  const Row rows[] = {
      {"rules/tea.json", "I'm sorry it broke.", "I'm sorry if it broke.",
       "rules/tea.json:25: tea/if should be silent, speaks at “sorry if”, by the pattern "
       "“{sorry} if”: “I'm sorry if it broke.”\n"},
      {"rules/tea.json", "Apologies if the teapot is late.", "Apologies for the teapot.",
       "rules/tea.json:22: tea/if should speak, is silent: none of its patterns stands "
       "in the "
       "text: “Apologies for the teapot.”\n"},
      {"rules/tea.json", "Apologies if the teapot is late.",
       "You will be sorry if it broke.",
       "rules/tea.json:22: tea/if should speak, is silent: its “unless”, “where” or "
       "“yields_to” rules out “sorry if”, by the pattern “{sorry} if”: “You will be "
       "sorry if it "
       "broke.”\n"},
      {"rules/tea.json", "\"span\": \"sorry if\"", "\"span\": \"if it\"",
       "rules/tea.json:21: tea/if should speak at “if it”, speaks at “sorry if”: “I'm "
       "sorry if "
       "it broke.”\n"},
      {"rules/tea.json", "\"fix\": \"I'm sorry that", "\"fix\": \"I am sorry that",
       "rules/tea.json:21: tea/if should become “I am sorry that [[what we did]], if it "
       "broke.”, becomes “I'm sorry that [[what we did]], if it broke.”: “I'm sorry if "
       "it "
       "broke.”\n"},
      {"rules/tea.json",
       "\"applicability\": \"fill\", \"title\": \"Say what you did\", \"text\": "
       "\"sorry that [[what we did]], if\"",
       "\"applicability\": \"advice\", \"title\": \"Say what you did\"",
       "rules/tea.json:21: tea/if should become “I'm sorry that [[what we did]], if it "
       "broke.”, none of its suggestions changes the text: “I'm sorry if it broke.”\n"},
      {"rules/tea.json", "\"text\": \"I'm so sorry.\", \"profile\": \"strict\"",
       "\"text\": \"I'm so sorry.\", \"profile\": \"strikt\"",
       "rules/tea.json:65: tea/strict should be run, there is no profile “strikt”: “I'm "
       "so "
       "sorry.”\n"},
      {"rules/tea.json", "\"But I'm sorry.\", \"profile\": \"strict\"",
       "\"But I'm sorry.\\nBye.\"",
       "rules/tea.json:66: tea/strict should speak, is silent: moves found: G.apology.I "
       "at "
       "“I'm sorry”: “But I'm sorry.\\nBye.”\n"},
      {"rules/tea.json", "\"It is on its way.\",\n", "\"Sorry if it broke.\",\n",
       kAllHold},
      {"profiles/profiles.json", "\"switches\": { \"apologies\": \"none\" }",
       "\"switches\": { \"apologies\": \"none\" }, \"severities\": { \"tea/none\": "
       "\"off\" }",
       kAllHold},
      {"moves/moves.json", "\"span\": \"I'm so sorry\"", "\"span\": \"so sorry\"",
       "moves/moves.json:16: G.apology.I should be found at “so sorry”, is found at “I'm "
       "so sorry”: “I'm so sorry.”\n"},
      {"moves/moves.json", "\"Sorry!\"", "\"I am sorry!\"",
       "moves/moves.json:17: G.apology.I should not be found, is found at “I am sorry”, "
       "by the "
       "pattern “i am [so] {sorry}”: “I am sorry!”\n"},
      {"moves/moves.json", "My teapot is blue.", "My teapot broke.",
       "moves/moves.json:8: C.broken should not be found, is found at “teapot broke”, by "
       "the "
       "pattern “{pot} {gap:3} broke”: “My teapot broke.”\n"},
      {"classes/words.json", "The teapot broke.", "The cup broke.",
       "classes/words.json:8: {pot} should be found, is not found: “The cup broke.”\n"},
      {"classes/words.json", "\"span\": \"tea pot\"", "\"span\": \"pot\"",
       "classes/words.json:8: {pot} should be found at “pot”, is found at “tea pot”: "
       "“One tea "
       "pot, please.”\n"},
      {"classes/words.json", "The flowerpot broke.", "The teapot broke.",
       "classes/words.json:9: {pot} should not be found, is found at “teapot”: “The "
       "teapot "
       "broke.”\n"},
      {"suppressors/idioms.json", "Better safe than sorry if it broke.",
       "Safe than sorry, but sorry if it broke.",
       "suppressors/idioms.json:7: SUP-idiom should keep tea silent, speaks: tea/if at "
       "“sorry "
       "if”: “Safe than sorry, but sorry if it broke.”\n"},
      {"suppressors/idioms.json", "sorry if it broke.", "sorry.",
       "suppressors/idioms.json:7: SUP-idiom should be what keeps tea silent, it is "
       "silent "
       "without it, too: “Better safe than sorry.”\n"},
  };
  for (const Row& row : rows) {
    const std::string all = std::string(row.said) == kAllHold ? "" : kOneFails;
    EXPECT_EQ(ReportOf(ChangedTea(row.file, row.from, row.to)), row.said + all) << row.to;
  }
}

TEST(RuleTest, NamesEveryPartThatNoExampleNeeds) {
  struct Row {
    const char* file;
    const char* from;
    const char* to;
    const char* said;
  };
  const Row rows[] = {
      {"rules/tea.json", "\"{sorry} if\"", "\"{sorry} if\", \"{sorry} whether\"",
       "rules/tea.json:7: tea/if: pattern “{sorry} whether”\n"},
      {"rules/tea.json", "You will be sorry if you miss it.", "You will be sorry.",
       "rules/tea.json:9: tea/if: unless “you will be”\n"},
      {"moves/moves.json", "\"i am [so] {sorry}\"",
       "\"i am [so] {sorry}\", \"i apologise\"",
       "moves/moves.json:13: G.apology.I: pattern “i apologise”\n"},
      {"moves/moves.json", "\"I'm sorry for you.\"", "\"Me too.\"",
       "moves/moves.json:14: G.apology.I: unless “for you”\n"},
      {"suppressors/idioms.json", "\"safe than (taken: sorry)\"",
       "\"safe than (taken: sorry)\", \"(taken: sorry) sight\"",
       "suppressors/idioms.json:5: SUP-idiom: pattern “(taken: sorry) sight”\n"},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(ReportOf(ChangedTea(row.file, row.from, row.to)),
              "Never used by an example:\n" + std::string(row.said) + kOneUnused)
        << row.to;
  }
}

TEST(RuleTest, DoesNotLookForUnusedPartsUnlessAsked) {
  const Bench bench(ChangedTea("rules/tea.json", "\"{sorry} if\"",
                               "\"{sorry} if\", \"{sorry} whether\"")
                        .options());
  EXPECT_FALSE(TestRules(bench, {}).passed());
  TestFilter filter;
  filter.coverage = false;
  EXPECT_TRUE(TestRules(bench, filter).passed());
}

TEST(RuleTest, RunsOnlyWhatIsAskedFor) {
  struct Row {
    std::vector<std::string> names;
    std::vector<std::filesystem::path> files;
    bool moves_only;
    const char* said;
  };
  const Row rows[] = {
      {{"tea/if"}, {}, false, "6 examples of 1 rule: all as they say\n"},
      {{"tea"}, {}, false, "19 examples of 3 rules and 1 suppressor: all as they say\n"},
      {{"G.apology"}, {}, false, "3 examples of 1 move: all as they say\n"},
      {{"G."}, {}, false, "3 examples of 1 move: all as they say\n"},
      {{"C.broken", "tea/none"},
       {},
       false,
       "8 examples of 1 rule and 1 move: all as they say\n"},
      {{"SUP-idiom"}, {}, false, "1 example of 1 suppressor: all as they say\n"},
      {{"{pot}"}, {}, false, "3 examples of 1 class: all as they say\n"},
      {{}, {}, true, "5 examples of 2 moves: all as they say\n"},
      {{},
       {TeaFolder() / "moves/moves.json"},
       false,
       "5 examples of 2 moves: all as they say\n"},
      {{"tea/if"},
       {TeaFolder() / "moves" / ".." / "classes/words.json"},
       false,
       "9 examples of 1 rule and 1 class: all as they say\n"},
      {{"{sorry}"}, {}, false, "No example was run.\n"},
  };
  for (const Row& row : rows) {
    TestFilter filter;
    filter.names = row.names;
    filter.files = row.files;
    filter.moves_only = row.moves_only;
    const TestReport report = TestRules(Tea(), filter);
    EXPECT_EQ(UnknownNames(Tea().pack(), filter), std::vector<std::string>()) << row.said;
    EXPECT_EQ(Format(report, Tea().sources()), row.said);
    EXPECT_EQ(report.passed(), report.examples > 0) << row.said;
  }
}

TEST(RuleTest, SaysWhichNamesMeanNothing) {
  TestFilter filter;
  filter.names = {"tea/if", "tea/iff", "G.apologie", "xyz"};
  filter.files = {"nowhere.json"};
  EXPECT_EQ(
      UnknownNames(Tea().pack(), filter),
      (std::vector<std::string>{
          "there is no rule, family, move, class or suppressor “tea/iff”: did you mean "
          "“tea/if”?",
          "there is no rule, family, move, class or suppressor “G.apologie”: did you "
          "mean "
          "“G.apology”?",
          "there is no rule, family, move, class or suppressor “xyz”",
          "nowhere.json: no file of these packs (--pack DIR adds one)"}));
}

}  // namespace
}  // namespace amends::evaluation
