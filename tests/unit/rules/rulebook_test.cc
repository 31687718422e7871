#include "amends/rules/rulebook.h"

#include <algorithm>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "tests/support/tiny_pack.h"

namespace amends::rules {
namespace {

using testing::Thread;
using testing::TinyPack;
using testing::TinyRulebook;

constexpr const char* kRulebookMoves = R"-(
    {"id": "G.apology.I", "patterns": ["i am (how: very) sorry"]},
    {"id": "G.apology.bare", "patterns": ["apologies"]},
    {"id": "N.greet", "patterns": ["<< hello"]},
    {"id": "C.complaint", "role": "customer", "patterns": ["never arrived"]})-";

std::string Rule(const std::string& id, const std::string& rest) {
  return R"({"id": ")" + id + R"(", )" + rest + "}";
}

std::string RuleWhere(const std::string& where) {
  return Rule("a", R"("on": {"patterns": ["sorry"]}, "where": [)" + where + "]");
}

std::string OnMoves(const std::string& moves) {
  return Rule("a", R"("on": {"moves": [)" + moves + "]}");
}

std::string OnReply(const std::string& rest) {
  return Rule("a", R"("on": {"reply": true}, )" + rest);
}

std::string Suggesting(const std::string& suggestion) {
  return Rule("a", R"-("on": {"patterns": ["sorry for (what: {word})"]}, "suggest": [)-" +
                       suggestion + "]");
}

// The messages and hints of all problems, each on a line.
std::string Told(TinyPack tiny) {
  tiny.english = false;
  const pack::Loaded loaded = testing::Load(tiny);
  std::vector<pack::Problem> problems = loaded.problems;
  const Rulebook rulebook(loaded, Settings::Of(loaded.pack, "", nullptr), {}, problems);
  std::string told;
  for (const pack::Problem& problem : problems) {
    EXPECT_NE(problem.excerpt, "") << problem.message;
    told += problem.message + " | " + problem.hint + "\n";
  }
  return told;
}

TEST(Rulebook, TellsNamesThatMeanNothing) {
  struct Row {
    std::string rules;
    const char* told;
  };
  const Row rows[] = {
      {RuleWhere(R"({"any": ["G.apolgy"], "within": "reply"})"),
       "there is no move or rule “G.apolgy” | did you mean “G.apology”?\n"},
      {RuleWhere(R"({"none": ["t/b"]})"),
       "there is no move or rule “t/b” | did you mean “t/a”?\n"},
      {RuleWhere(R"({"not": {"or": [{"any": ["Q.x"]}]}})"),
       "there is no move or rule “Q.x” | \n"},
      {RuleWhere(R"({"any": ["{wrod}"]})"),
       "there is no class “{wrod}” | did you mean “word”?\n"},
      {RuleWhere(R"({"count": ["self"], "over": ["{tea}"], "ratio": 2})"),
       "there is no class “{tea}” | \n"},
      {RuleWhere(R"({"any": ["{Cap}", "{word}"]})"),
       "this phrase has no word that must be there | add a word or a class that every "
       "match "
       "contains\n"},
      {OnMoves(R"("G.apologie")"),
       "there is no move or rule “G.apologie” | did you mean “G.apology”?\n"},
      {RuleWhere(R"({"switch": "vioce", "is": ["we"]})"),
       "no profile sets the switch “vioce” | did you mean “voice”?\n"},
      {RuleWhere(R"({"any": ["G.apology", "self", "t/a", "N.greet", "{Cap}"]})"), ""},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(Told({.moves = kRulebookMoves,
                    .rules = row.rules,
                    .profiles = R"({"id": "default", "switches": {"voice": "we"}})"}),
              row.told)
        << row.rules;
  }
}

TEST(Rulebook, TellsPlacesWhereAMoveIsNeverFound) {
  const std::string only =
      "“C.complaint” is looked for in the customer's turns only | ask for "
      "it in “where”, with \"within\": \"customer\"\n";
  const std::string never =
      "“G.apology” is not looked for in the customer's turns | moves of the "
      "customer have ids like C.complaint\n";
  struct Row {
    std::string rules;
    std::string told;
  };
  const Row rows[] = {
      {OnMoves(R"("C.complaint")"), only},
      {RuleWhere(R"({"any": ["C.complaint"]})"), only},
      {RuleWhere(R"({"none": ["C"], "within": {"before": "all"}})"),
       "“C” is looked for in the customer's turns only | ask for it in “where”, with "
       "\"within\": "
       "\"customer\"\n"},
      {RuleWhere(R"({"none": ["G.apology"], "within": "customer-last"})"), never},
      {RuleWhere(R"({"count": ["self"], "within": "thread", "at_least": 2})"),
       "“self” is known in its own turn only | make its patterns a move, and ask for "
       "that\n"},
      {RuleWhere(R"({"any": ["C.complaint", "{Cap}"], "within": "customer"})"), ""},
      {RuleWhere(R"({"any": ["G.apology"], "within": "thread"})"), ""},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(Told({.moves = kRulebookMoves, .rules = row.rules}), row.told) << row.rules;
  }
}

TEST(Rulebook, TellsWhatARuleAboutTheWholeReplyCannotHave) {
  const std::string around =
      "a rule about the whole reply has no match to look around | it can "
      "ask about “reply”, “thread” and “customer”\n";
  struct Row {
    std::string rest;
    std::string told;
  };
  const Row rows[] = {
      {R"("where": [{"question": true}])", around},
      {R"("where": [{"not": {"first_sentence": true}}])", around},
      {R"("where": [{"echo": false}])", around},
      {R"("where": [{"subject": ["we"]}])", around},
      {R"("where": [{"none": ["G.apology"], "within": "sentence"}])", around},
      {R"("where": [{"detail": false, "within": {"after": 1}}])", around},
      {R"("unless": [{"pattern": "sorry", "scope": "sentence"}])",
       "a rule about the whole reply has no match to cancel | say it in “where”\n"},
      {R"("suggest": [{"applicability": "fill", "text": "Sorry"}])",
       "a rule about the whole reply has no words to put this in the place of | make it "
       "advice\n"},
      {R"("message": "{what}")", "no pattern of this rule has a capture “what” | \n"},
      {R"("where": [{"none": ["G.apology"], "within": "thread"}, {"detail": false}],
          "suggest": [{"applicability": "advice"}])",
       ""},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(Told({.moves = kRulebookMoves, .rules = OnReply(row.rest)}), row.told)
        << row.rest;
  }
}

TEST(Rulebook, TellsCapturesThatNoPatternHas) {
  struct Row {
    std::string rules;
    const char* told;
  };
  const Row rows[] = {
      {Suggesting(
           R"({"applicability": "safe", "text": "{waht} and {match} and {what: first-person}"})"),
       "no pattern of this rule has a capture “waht” | did you mean “what”?\n"},
      {Suggesting(R"({"applicability": "safe", "text": "x", "replace": "that"})"),
       "no pattern of this rule has a capture “that” | did you mean “what”?\n"},
      {Suggesting(R"({"applicability": "safe", "text": "x", "needs": ["what", "wat"]})"),
       "no pattern of this rule has a capture “wat” | did you mean “what”?\n"},
      {Suggesting(R"({"applicability": "safe", "text": "{what: third-person}"})"),
       "a capture cannot be put in as “third-person” | the ways known "
       "are “first-person”, “base”, “fact” and “verb”\n"},
      {Rule("a", R"("on": {"moves": ["G.apology"]}, "message": "{how} {match}")"), ""},
      {Rule("a", R"("on": {"moves": ["G.apology"]}, "message": "{hwo}")"),
       "no pattern of this rule has a capture “hwo” | did you mean “how”?\n"},
      {Rule("a", R"("on": {"patterns": ["sorry (oh"]}, "message": "{oh} {never closed")"),
       "this bracket is never closed | add )\n"},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(Told({.moves = kRulebookMoves, .rules = row.rules}), row.told) << row.rules;
  }
}

TEST(Rulebook, TellsCircles) {
  const std::string end = " hang on each other | take one of them out of the circle\n";
  struct Row {
    const char* moves;
    const char* rules;
    std::string told;
  };
  const Row rows[] = {
      {R"({"id": "G.a", "patterns": ["a"], "where": [{"any": ["G.b"]}]},
          {"id": "G.b", "patterns": ["b"], "where": [{"none": ["G.c"]}]},
          {"id": "G.c", "patterns": ["c"], "where": [{"not": {"any": ["G.a"]}}]})",
       "", "“G.c” and “G.a”" + end},
      {R"({"id": "G.a", "patterns": ["a"], "where": [{"any": ["G.a"]}]})", "", ""},
      {R"({"id": "N.dypii.ask", "patterns": ["plugged in"], "where": [{"failure": ["yes"]}]})",
       "", "“N.dypii.ask” and “failure”" + end},
      {R"({"id": "G.x", "patterns": ["x"], "where": [{"failure": ["yes"]}]})", "", ""},
      {"", R"({"id": "a", "on": {"patterns": ["a"]}, "yields_to": ["t/b"]},
              {"id": "b", "on": {"patterns": ["a b"]}, "yields_to": ["t/a"]})",
       "“t/b” and “t/a”" + end},
      {"",
       R"({"id": "a", "on": {"moves": ["t/b"]}}, {"id": "b", "on": {"moves": ["t/a"]}})",
       "“t/b” and “t/a”" + end},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(Told({.moves = row.moves, .rules = row.rules}), row.told)
        << row.moves << row.rules;
  }
}

TEST(Rulebook, LetsNoMoveOfTheCustomerAskForFailure) {
  const std::string told =
      "a move of the customer cannot ask for the situation | it is from such moves that "
      "it "
      "is known\n";
  for (const char* where : {R"({"failure": ["yes"]})", R"({"not": {"fault": ["no"]}})",
                            R"({"accepted": ["yes"]})", R"({"severity": 2})"}) {
    EXPECT_EQ(
        Told({.moves =
                  R"({"id": "C.x", "role": "customer", "patterns": ["x"], "where": [)" +
                  std::string(where) + "]}"}),
        told);
  }
}

// An entry with a fault of its own is left out, and nobody is blamed for naming it.
TEST(Rulebook, BlamesNobodyForNamingWhatWasLeftOut) {
  EXPECT_EQ(Told({.classes = R"({"id": "tea", "any": []})",
                  .moves = R"({"id": "G.x", "patterns": []})",
                  .rules = RuleWhere(R"({"any": ["G.x", "{tea}"]})")}),
            "“any” is empty | \n“patterns” is empty | \n");
}

std::vector<std::string> OrderOf(const Rulebook& rulebook) {
  std::vector<std::string> ids;
  for (const Detector& detector : rulebook.detectors()) ids.push_back(detector.id);
  return ids;
}

TEST(Rulebook, PutsDetectorsAfterAllTheyNeed) {
  const TinyRulebook tiny({.moves = R"(
      {"id": "B.but", "patterns": ["but"], "where": [{"none": ["t/z", "G.repair"]}]},
      {"id": "G.repair", "patterns": ["refund"], "where": [{"first_sentence": true}]},
      {"id": "N.greet.day", "patterns": ["good day"]})",
                           .rules = R"(
      {"id": "a", "on": {"moves": ["B"]}, "where": [{"failure": ["yes"]}]},
      {"id": "b", "on": {"patterns": ["sorry"]}, "yields_to": ["t/c"]},
      {"id": "c", "on": {"patterns": ["so sorry"]}, "where": [{"any": ["{Cap}"]}]},
      {"id": "z", "on": {"patterns": ["never"]}, "where": [{"repeated": ["no"]}]})"});
  ASSERT_EQ(tiny.Problems(), "");
  const std::vector<std::string> order = OrderOf(*tiny);
  const auto place = [&](const char* id) {
    return std::ranges::find(order, id) - order.begin();
  };
  const std::pair<const char*, const char*> pairs[] = {
      {"N.greet.day", "G.repair"},
      {"G.repair", "B.but"},
      {"t/z", "B.but"},
      {"B.but", "t/a"},
      {"failure", "t/a"},
      {"failure", "case"},
      {"case", "t/z"},
      {"t/c", "t/b"},
      {"{Cap}", "t/c"},
  };
  EXPECT_EQ(order.size(), 10u);
  for (const auto& [first, second] : pairs)
    EXPECT_LT(place(first), place(second)) << second;
}

TEST(Rulebook, FindsClassesThatConditionsName) {
  const TinyRulebook tiny({.classes = R"({"id": "loss", "verbs": ["lose"]},
                                         {"id": "hot-drink", "any": ["tea", "hot milk"]})",
                           .rules = R"(
      {"id": "loss", "on": {"patterns": ["sorry"]}, "where": [{"any": ["{loss}"]}]},
      {"id": "past", "on": {"patterns": ["sorry"]}, "where": [{"any": ["{loss~ing}"]}]},
      {"id": "tea", "on": {"patterns": ["sorry"]},
       "where": [{"count": ["{hot-drink}"], "within": "reply", "at_least": 2}]},
      {"id": "builtin", "on": {"patterns": ["sorry"]}, "where": [{"none": ["{number}"]}]},
      {"id": "customer", "on": {"patterns": ["sorry"]},
       "where": [{"any": ["{hot-drink}"], "within": "customer"}]})"});
  ASSERT_EQ(tiny.Problems(), "");
  using Names = std::vector<std::string>;
  EXPECT_EQ(tiny.Hits(Thread("Sorry we lost it.")),
            (Names{"builtin: Sorry", "loss: Sorry"}));
  EXPECT_EQ(tiny.Hits(Thread("Sorry for losing it.")),
            (Names{"builtin: Sorry", "loss: Sorry", "past: Sorry"}));
  EXPECT_EQ(tiny.Hits(Thread("Sorry, 2 teas.")), Names{});
  EXPECT_EQ(tiny.Hits(Thread("Sorry. Tea and hot milk.")),
            (Names{"builtin: Sorry", "tea: Sorry"}));
  EXPECT_EQ(tiny.Hits(Thread("C: My tea! // Sorry.")),
            (Names{"builtin: Sorry", "customer: Sorry"}));
}

TEST(Rulebook, KnowsCommonWords) {
  const TinyRulebook tiny(
      {.rules = R"({"id": "a", "on": {"patterns": ["kettle the"]}})"});
  const text::Text text = (*tiny).analyzer().Analyze("the kettle xyzzy");
  EXPECT_TRUE((*tiny).IsCommon(text.words.at(0).id));
  EXPECT_FALSE((*tiny).IsCommon(text.words.at(1).id));
  EXPECT_FALSE((*tiny).IsCommon(text.words.at(2).id));
}

}  // namespace
}  // namespace amends::rules
