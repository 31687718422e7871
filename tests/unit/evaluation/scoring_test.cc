// How findings and moves are counted against labels.
#include "amends/evaluation/scoring.h"

#include <map>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

namespace amends::evaluation {
namespace {

using pack::Severity;

const KnownRules kScoredRules = {
    {"a/one", {false, Severity::kError}},  {"a/two", {false, Severity::kWarning}},
    {"a/soft", {false, Severity::kHint}},  {"b/whole", {true, Severity::kWarning}},
    {"b/gentle", {true, Severity::kInfo}},
};

Labels TextLabels(std::vector<FindingLabel> findings,
                  std::vector<std::string> missing = {}) {
  return {"r", "One two three, one two.", std::move(findings), std::move(missing), {}};
}

Found FoundAt(const std::string& rule, uint32_t start, uint32_t end) {
  const auto known = kScoredRules.find(rule);
  const Severity severity =
      known == kScoredRules.end() ? Severity::kWarning : known->second.severity;
  Found found;
  found.findings.push_back({rule, severity, {start, end}});
  return found;
}

TEST(Scoring, CountsOneFindingAgainstItsLabels) {
  struct Row {
    const char* what;
    Labels labels;
    Found found;
    std::string row;  // "0 a" is family a, about a stretch of text
    Tally tally;      // hits, misses, right, wrong
  };
  const Row rows[] = {
      {"the words of the label",
       TextLabels({{"a/one", "two three"}}),
       FoundAt("a/one", 4, 13),
       "0 a",
       {1, 0, 1, 0}},
      {"a rule of the same family",
       TextLabels({{"a/one", "two three"}}),
       FoundAt("a/two", 0, 5),
       "0 a",
       {1, 0, 1, 0}},
      {"a second place of the quote",
       TextLabels({{"a/one", "two"}}),
       FoundAt("a/one", 19, 22),
       "0 a",
       {1, 0, 1, 0}},
      {"other words",
       TextLabels({{"a/one", "three"}}),
       FoundAt("a/one", 0, 3),
       "0 a",
       {0, 1, 0, 1}},
      {"a neighbour that only touches",
       TextLabels({{"a/one", "two"}}),
       FoundAt("a/one", 0, 4),
       "0 a",
       {0, 1, 0, 1}},
      {"no label at all", TextLabels({}), FoundAt("a/two", 0, 3), "0 a", {0, 0, 0, 1}},
      {"no label, of a mere hint",
       TextLabels({}),
       FoundAt("a/soft", 0, 3),
       "0 a",
       {0, 0, 0, 0}},
      {"no label, of an unknown rule",
       TextLabels({}),
       FoundAt("a/new", 0, 3),
       "0 a",
       {0, 0, 0, 0}},
      {"only a borderline label",
       TextLabels({{"a/one", "One", Level::kBorderline}}),
       FoundAt("a/one", 0, 3),
       "0 a",
       {0, 0, 0, 0}},
      {"a label that nothing matches",
       TextLabels({{"a/one", "One"}}),
       {},
       "0 a",
       {0, 1, 0, 0}},
      {"the whole reply, by its id alone",
       TextLabels({{"b/whole", "O"}}),
       FoundAt("b/whole", 15, 18),
       "1 b",
       {1, 0, 1, 0}},
      {"the whole reply, missing",
       TextLabels({}, {"b/whole"}),
       FoundAt("b/whole", 0, 3),
       "1 b",
       {1, 0, 1, 0}},
      {"the whole reply, another rule of the family",
       TextLabels({}, {"b/gentle"}),
       FoundAt("b/whole", 0, 3),
       "1 b",
       {0, 1, 0, 1}},
      {"the whole reply, labelled twice, once clearly",
       TextLabels(
           {{"b/whole", "O", Level::kBorderline}, {"b/whole", "t", Level::kClear}}),
       FoundAt("b/whole", 0, 3),
       "1 b",
       {1, 0, 1, 0}},
      {"the whole reply, borderline",
       TextLabels({{"b/whole", "O", Level::kBorderline}}),
       {},
       "1 b",
       {0, 0, 0, 0}},
  };
  for (const Row& row : rows) {
    Score score;
    Add(row.labels, row.found, kScoredRules, score);
    EXPECT_EQ(score.families[row.row[0] == '1' ? 1 : 0][row.row.substr(2)], row.tally)
        << row.what;
  }
}

TEST(Scoring, DoesNotTakeAFindingOfEverythingForTheQuote) {
  const std::string text = "Sorry. " + std::string(300, 'x') + ".";
  const Labels labels{"r", text, {{"a/one", "Sorry."}}, {}, {}};
  for (const auto& [end, right] : {std::pair{200U, 1}, std::pair{201U, 0}}) {
    Score score;
    Add(labels, FoundAt("a/one", 0, end), kScoredRules, score);
    EXPECT_EQ(score.families[0]["a"].right, right) << end;
  }
}

TEST(Scoring, CountsByRuleWhatIsRightByFamily) {
  Score score;
  Add(TextLabels({{"a/one", "One"}}), FoundAt("a/two", 0, 3), kScoredRules, score);
  EXPECT_EQ(score.families[0]["a"], (Tally{1, 0, 1, 0}));
  EXPECT_EQ(score.rules[0]["a/one"], (Tally{0, 1, 0, 0}));
  EXPECT_EQ(score.rules[0]["a/two"], (Tally{0, 0, 0, 1}));
  EXPECT_TRUE(score.disagreements.empty());
}

TEST(Scoring, CountsMovesByNameAndInGroups) {
  Labels labels = TextLabels({});
  labels.moves = {{"G.apology.I", "One"}, {"G.repair-done", "three"}, {"N.greet", "One"}};
  Found found;
  found.moves = {
      {"G.apology.we", {0, 3}}, {"G.repair-done", {15, 18}}, {"N.greet", {0, 3}}};
  Score score;
  Add(labels, found, kScoredRules, score);
  EXPECT_EQ(score.moves, (Table{{"G.apology.I", {0, 1, 0, 0}},
                                {"G.apology.we", {0, 0, 0, 1}},
                                {"G.repair-done", {0, 1, 0, 1}},
                                {"N.greet", {0, 1, 0, 0}},
                                {"apology", {1, 0, 1, 0}},
                                {"repair", {0, 1, 0, 1}}}));
}

TEST(Scoring, CountsQuietOnRepliesWithoutLabels) {
  struct Row {
    Found found;
    int quiet;
    int gentle;
  };
  const Row rows[] = {{{}, 1, 1},
                      {FoundAt("a/soft", 0, 3), 1, 1},
                      {FoundAt("a/two", 0, 3), 0, 1},
                      {FoundAt("a/one", 0, 3), 0, 0},
                      {FoundAt("a/new", 0, 3), 0, 1}};
  for (const Row& row : rows) {
    Score score;
    Add(TextLabels({}), row.found, kScoredRules, score);
    Add(TextLabels({{"a/one", "One", Level::kBorderline}}), row.found, kScoredRules,
        score);
    EXPECT_EQ(score.clean, 1);
    EXPECT_EQ(score.quiet, row.quiet);
    EXPECT_EQ(score.gentle, row.gentle);
  }
}

TEST(Scoring, KeepsMissesAndFalseAlarmsWithTheirWords) {
  Score score;
  Add(TextLabels({{"a/one", "two three"}}, {"b/whole"}), FoundAt("a/two", 19, 22),
      kScoredRules, score);
  EXPECT_EQ(FormatDisagreements(score),
            "{\"id\":\"r\",\"miss\":\"a/one\",\"quote\":[\"two three\"]}\n"
            "{\"id\":\"r\",\"miss\":\"b/whole\",\"quote\":[]}\n"
            "{\"id\":\"r\",\"false\":\"a/two\",\"at\":\"two\"}\n");
}

TEST(Scoring, CountsClearLabelsThatOnlyOtherRulesSpeakOf) {
  Score score;
  Add(TextLabels({{"a/one", "two three"}}), FoundAt("a/two", 4, 13), kScoredRules, score);
  Add(TextLabels({{"a/one", "two three"}}), FoundAt("a/two", 4, 13), kScoredRules, score);
  Add(TextLabels({{"a/two", "One"}}), FoundAt("a/one", 0, 3), kScoredRules, score);
  // None of: its own rule, other words, the whole reply, a borderline label.
  Add(TextLabels({{"a/one", "One"}}), FoundAt("a/one", 0, 3), kScoredRules, score);
  Add(TextLabels({{"a/one", "One"}}), FoundAt("a/two", 4, 7), kScoredRules, score);
  Add(TextLabels({{"a/one", "One"}}), FoundAt("b/whole", 0, 3), kScoredRules, score);
  Add(TextLabels({{"a/one", "One", Level::kBorderline}}), FoundAt("a/two", 0, 3),
      kScoredRules, score);
  const std::map<Confusion, int> expected = {{{"a/one", "a/two"}, 2},
                                             {{"a/two", "a/one"}, 1}};
  EXPECT_EQ(score.confusions, expected);
}

TEST(Scoring, GivesProportionsWithTheIntervalOfWilson) {
  EXPECT_EQ(Proportion(0, 0), "      –      ");
  EXPECT_EQ(Proportion(3, 4), "0.750 [0.30-0.95]");
  EXPECT_EQ(Proportion(10, 10), "1.000 [0.72-1.00]");
  EXPECT_EQ(Proportion(0, 10), "0.000 [0.00-0.28]");
}

TEST(Scoring, PrintsATableWithSums) {
  Score score;
  Add(TextLabels({{"a/one", "One"}}), FoundAt("a/one", 0, 3), kScoredRules, score);
  Add(TextLabels({}), FoundAt("b/whole", 0, 3), kScoredRules, score);
  const std::string tail =
      "\n\nquiet on clean replies: 0/1   no error on clean replies: 1/1   findings of "
      "rules the "
      "packs do not know: 0\n";
  EXPECT_EQ(
      Format(score, false),
      "a                                        gold    1  found    1  precision 1.000 "
      "[0.21-1.00]  recall 1.000 [0.21-1.00]  F1 1.000\n"
      "ALL stretch of text, by family           gold    1  found    1  precision 1.000 "
      "[0.21-1.00]  recall 1.000 [0.21-1.00]  F1 1.000\n"
      "\n"
      "b                                        gold    0  found    1  precision 0.000 "
      "[0.00-0.79]  recall       –        F1 0.000\n"
      "ALL whole reply, by family               gold    0  found    1  precision 0.000 "
      "[0.00-0.79]  recall       –        F1 0.000\n" +
          tail);
}

TEST(Scoring, TakesWhatItKnowsOfRulesFromThePack) {
  pack::Pack pack;
  pack.rules.resize(2);
  pack.rules[0].id = "a/one";
  pack.rules[0].severity = Severity::kError;
  pack.rules[1].id = "b/whole";
  pack.rules[1].about_reply = true;
  const KnownRules rules = RulesOf(pack);
  ASSERT_EQ(rules.size(), 2u);
  EXPECT_EQ(rules.at("a/one").severity, Severity::kError);
  EXPECT_FALSE(rules.at("a/one").whole);
  EXPECT_TRUE(rules.at("b/whole").whole);
}

}  // namespace
}  // namespace amends::evaluation
