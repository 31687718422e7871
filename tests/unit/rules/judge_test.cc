#include "amends/rules/judge.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "tests/support/tiny_pack.h"

namespace amends::rules {
namespace {

using testing::Thread;
using testing::TinyPack;
using testing::TinyRulebook;
using Names = std::vector<std::string>;

struct JudgeRow {
  const char* thread;
  Names hits;
};

void Check(const TinyPack& pack, const std::vector<JudgeRow>& rows) {
  const TinyRulebook tiny(pack);
  ASSERT_EQ(tiny.Problems(), "");
  for (const JudgeRow& row : rows)
    EXPECT_EQ(tiny.Hits(Thread(row.thread)), row.hits) << row.thread;
}

// Rules on one pattern, each with one exception at one place.
TEST(Judge, CancelsAMatchAtTheStatedPlace) {
  struct Place {
    const char* scope;
    const char* pattern;
    const char* draft;
    bool speaks;
  };
  const Place places[] = {
      {"head", "sorry for", "So sorry for it.", false},
      {"head", "for your loss", "So sorry for your loss.", false},
      {"head", "so sorry", "So sorry for it.", true},  // covers no head
      {"head", "your loss", "So sorry for your loss.", true},
      {"head", "for", "No, so sorry for it.", false},
      {"after-head", "your", "So sorry for your loss.", false},
      {"after-head", "loss", "So sorry for your loss.", true},
      {"after-head", "for your", "So sorry for your loss.", true},
      {"after-head", "your", "So sorry for", true},  // nothing follows
      {"after", "your loss", "So sorry for your loss.", false},
      {"after", "loss", "So sorry for your loss.", true},
      {"after", "[/] but", "So sorry for, but no.", false},
      {"before", "not", "Not so sorry for it.", false},
      {"before", "not", "Not really so sorry for it.", true},
      {"before", "not {gap:2}", "Not really so sorry for it.", false},  // any length
      {"before", "not {gap:2}", "Not in the least bit so sorry for it.", true},
      {"before", "not really", "Not really so sorry for it.", false},
      {"before", "it", "So sorry for it.", true},
      {"clause", "loss", "So sorry for all the loss.", false},
      {"clause", "we", "We are so sorry for it.", false},
      {"clause", "loss", "So sorry for it, but a loss is a loss.", true},
      {"clause", "loss", "It was a loss and we are so sorry for it.", true},
      {"sentence", "loss", "So sorry for it, but a loss is a loss.", false},
      {"sentence", "loss", "It was a loss. So sorry for it.", true},
      {"sentence", "so sorry for it", "So sorry for it.", false},
  };
  std::string rules;
  for (size_t i = 0; i < std::size(places); ++i) {
    rules += std::string(i == 0 ? "" : ",") + R"({"id": "r)" + std::to_string(i) +
             R"(", "on": {"patterns": ["so sorry @for"]}, "unless": [{"scope": ")" +
             places[i].scope + R"(", "pattern": ")" + places[i].pattern + R"("}]})";
  }
  const TinyRulebook tiny({.rules = rules});
  ASSERT_EQ(tiny.Problems(), "");
  for (size_t i = 0; i < std::size(places); ++i) {
    const std::string name = "r" + std::to_string(i) + ":";
    const Names hits = tiny.Hits(Thread(places[i].draft));
    const bool speaks = std::ranges::any_of(
        hits, [&](const std::string& hit) { return hit.starts_with(name); });
    EXPECT_EQ(speaks, places[i].speaks)
        << places[i].scope << ": " << places[i].pattern << "\n"
        << places[i].draft;
  }
}

TEST(Judge, CancelsOneMatchAndNotItsNeighbour) {
  Check({.rules = R"({"id": "a", "on": {"patterns": ["sorry"]},
                      "unless": [{"pattern": "not", "scope": "before"},
                                 {"pattern": "sight", "scope": "after"}]})"},
        {{"Not sorry, but sorry. A sorry sight; sorry!", {"a: sorry", "a: sorry"}}});
}

TEST(Judge, CancelsMovesToo) {
  const TinyRulebook tiny({.moves = R"({"id": "G.apology", "patterns": ["sorry"],
                              "unless": [{"pattern": "not", "scope": "before"}]})"});
  EXPECT_EQ(tiny.Moves(Thread("Not sorry. Sorry.")), Names{"G.apology: Sorry"});
}

TEST(Judge, MayStandOnMoves) {
  Check({.moves = R"({"id": "G.apology.I", "patterns": ["i am sorry"]},
                     {"id": "G.apology.bare", "patterns": ["sorry", "apologies"]},
                     {"id": "G.fix", "patterns": ["sent"]})",
         .rules = R"({"id": "all", "on": {"moves": ["G.apology"]}},
                     {"id": "not", "on": {"moves": ["G.apology.bare"]},
                      "unless": [{"pattern": "my", "scope": "before"}]},
                     {"id": "two", "on": {"moves": ["G.fix", "t/not"]}},
                     {"id": "where", "on": {"moves": ["G.fix"]}, "where": [{"question": true}]})"},
        {
            // Overlapping moves are one match, the one that starts first.
            {"I am sorry.", {"all: I am sorry", "not: sorry", "two: sorry"}},
            {"My apologies.", {"all: apologies"}},
            {"Apologies, we sent it. Sent?",
             {"all: Apologies", "not: Apologies", "two: Apologies", "two: sent",
              "two: Sent", "where: Sent"}},
        });
}

TEST(Judge, AsksAboutAWholeReplyOnce) {
  Check(
      {.moves = R"({"id": "G.apology", "patterns": ["sorry"]})",
       .rules =
           R"({"id": "none", "on": {"reply": true}, "where": [{"none": ["G.apology"]}]},
                     {"id": "any", "on": {"reply": true}},
                     {"id": "on", "on": {"moves": ["t/none"]}})"},
      {{"No. Yes.", {"any", "none", "on"}}, {"Sorry.", {"any"}}, {"", {}}, {" \n ", {}}});
}

TEST(Judge, SaysNothingOfAWholeReplyThatItSeesInPart) {
  const TinyRulebook tiny({.rules = R"({"id": "reply", "on": {"reply": true}},
                                       {"id": "text", "on": {"patterns": ["sorry"]}})"});
  input::Conversation part = Thread("Sorry.");
  part.whole = false;
  EXPECT_EQ(tiny.Hits(part), Names{"text: Sorry"});
}

TEST(Judge, YieldsWhereTheyOverlap) {
  const char* rules = R"(
      {"id": "if", "on": {"patterns": ["sorry if you feel"]}},
      {"id": "feel", "on": {"patterns": ["you feel bad"]}, "yields_to": ["t/if"]},
      {"id": "bad", "on": {"patterns": ["bad about it"]}, "yields_to": ["t/feel"]})";
  Check({.rules = rules}, {
                              {"Sorry if you feel ill.", {"if: Sorry if you feel"}},
                              {"You feel bad.", {"feel: You feel bad"}},
                              {"Sorry if you feel; you feel bad.",
                               {"if: Sorry if you feel", "feel: you feel bad"}},
                              {"You feel bad about it.", {"feel: You feel bad"}},
                              // What is silent itself silences nobody.
                              {"Sorry if you feel bad about it.",
                               {"if: Sorry if you feel", "bad: bad about it"}},
                          });
}

TEST(Judge, AReplyYieldsToAReplyOnly) {
  Check({.rules = R"({"id": "a", "on": {"reply": true}},
                     {"id": "b", "on": {"reply": true}, "yields_to": ["t/a"]},
                     {"id": "c", "on": {"reply": true}, "yields_to": ["t/d"]},
                     {"id": "d", "on": {"patterns": ["no"]}, "yields_to": ["t/a"]})"},
        {{"No.", {"a", "c", "d: No"}}});
}

// Whatever its severity: "off" is a matter of who shows the finding.
TEST(Judge, YieldsToARuleThatIsOff) {
  Check({.rules = R"({"id": "a", "on": {"patterns": ["so sorry"]}},
                     {"id": "b", "on": {"patterns": ["sorry"]}, "yields_to": ["t/a"]})",
         .profiles = R"({"id": "default", "severities": {"t/a": "off"}})"},
        {{"So sorry.", {"a: So sorry"}}});
}

TEST(Judge, SpeaksOnceWhereItCountsItself) {
  Check({.rules = R"({"id": "many", "on": {"patterns": ["sorry"]},
                      "where": [{"count": ["self"], "at_least": 3}]},
                     {"id": "named", "on": {"patterns": ["oh"]},
                      "where": [{"count": ["t/named"], "at_least": 2}]},
                     {"id": "other", "on": {"patterns": ["ah"]},
                      "where": [{"not": {"any": ["self"]}}]})"},
        {
            {"Sorry, sorry.", {}},
            {"Sorry. I'm sorry. So sorry. Sorry!", {"many: Sorry"}},
            {"Oh, oh.", {"named: Oh"}},
            {"Ah.", {"other: Ah"}},
            {"Ah, ah.", {}},
        });
}

// The first in the text, whichever move was listed first.
TEST(Judge, SpeaksAtTheFirstOfItsMoves) {
  Check(
      {.moves =
           R"({"id": "G.a", "patterns": ["alas"]}, {"id": "G.z", "patterns": ["sorry"]})",
       .rules = R"({"id": "many", "on": {"moves": ["G"]},
                      "where": [{"count": ["self"], "at_least": 2}]})"},
      {{"Sorry and alas.", {"many: Sorry"}}, {"Alas, sorry.", {"many: Alas"}}});
}

TEST(Judge, SeesNoWordThatIsTaken) {
  Check({.classes = R"({"id": "sorry", "any": ["sorry"]})",
         .suppressors =
             R"-({"id": "SUP-idiom", "patterns": ["better safe than (taken: sorry)"]},
                           {"id": "SUP-sight", "patterns": ["sorry sight"]},
                           {"id": "SUP-maybe", "patterns": ["quote [(taken: sorry)] unquote"]})-",
         .moves = R"({"id": "G.apology", "patterns": ["sorry"]})",
         .rules = R"({"id": "sorry", "on": {"patterns": ["sorry"]}},
                     {"id": "class", "on": {"patterns": ["{sorry}"]}},
                     {"id": "safe", "on": {"patterns": ["safe"]}},
                     {"id": "sight", "on": {"patterns": ["sight"]}},
                     {"id": "quote", "on": {"patterns": ["quote"]}},
                     {"id": "gap", "on": {"patterns": ["better {gap} thing"]}},
                     {"id": "move", "on": {"moves": ["G.apology"]}},
                     {"id": "unless", "on": {"patterns": ["better"]},
                      "unless": [{"pattern": "sorry", "scope": "sentence"}]},
                     {"id": "where", "on": {"patterns": ["better"]},
                      "where": [{"any": ["{sorry}", "G.apology"], "within": "sentence"}]})"},
        {
            // Only the capture is taken, where there is one.
            {"Better safe than sorry.", {"unless: Better", "safe: safe"}},
            {"A sorry sight.", {}},
            {"Quote sorry unquote.", {"quote: Quote"}},
            {"Quote unquote.", {}},
            {"Better sorry.",
             {"where: Better", "class: sorry", "move: sorry", "sorry: sorry"}},
            // A gap may pass over it.
            {"Better safe than sorry thing.",
             {"unless: Better", "gap: Better safe than sorry thing", "safe: safe"}},
        });
}

TEST(Judge, TakesNoWordOfTheCustomers) {
  Check({.suppressors =
             R"-({"id": "SUP-idiom", "patterns": ["better safe than (taken: sorry)"]})-",
         .moves = R"({"id": "C.sorry", "role": "customer", "patterns": ["sorry"]},
                     {"id": "G.sorry", "patterns": ["sorry"]})",
         .rules = R"({"id": "theirs", "on": {"reply": true},
                      "where": [{"any": ["C.sorry"], "within": "customer"}]},
                     {"id": "ours", "on": {"reply": true},
                      "where": [{"any": ["G.sorry"], "within": "thread"}]})"},
        {{"C: Better safe than sorry. // Yes.", {"theirs"}},
         {"A: Better safe than sorry. // Yes.", {}},
         {"A: Sorry. // Yes.", {"ours"}}});
}

TEST(Judge, JudgesTheDraftAndReadsTheThread) {
  Check({.moves = R"({"id": "G.fix", "patterns": ["sent"]},
                     {"id": "C.complaint", "role": "customer", "patterns": ["broken"]})",
         .rules = R"({"id": "sorry", "on": {"patterns": ["sorry"]}},
                     {"id": "again", "on": {"patterns": ["again"]},
                      "where": [{"any": ["t/sorry", "t/again"], "within": "thread"}]},
                     {"id": "complained", "on": {"patterns": ["no"]},
                      "where": [{"any": ["C.complaint"], "within": "customer"}]},
                     {"id": "sent", "on": {"reply": true},
                      "where": [{"count": ["G.fix"], "within": "thread", "at_least": 2}]})"},
        {
            // Earlier turns count, and get no findings.
            {"A: Sorry. // Again.", {"again: Again"}},
            {"C: Sorry. // Again.", {}},
            {"A: Again. // Again.", {}},  // there it did not hold
            {"A: Sorry, again. // Again.", {"again: Again"}},
            {"C: It is broken. // A: Oh. // No.", {"complained: No"}},
            {"A: It is broken. // No.", {}},
            {"A: We sent it. // C: No. // We sent it.", {"sent"}},
            {"C: You sent it. // We sent it.", {}},
        });
}

TEST(Judge, LooksForTheCustomersMovesInTheirTurnsOnly) {
  const TinyRulebook tiny({.moves = R"({"id": "C.complaint", "role": "customer",
                                        "patterns": ["broken"]},
                                       {"id": "G.fix", "patterns": ["sent"]})"});
  EXPECT_EQ(tiny.Moves(Thread("It is broken, we sent it.")), Names{"G.fix: sent"});
  const input::Conversation thread =
      Thread("C: It is broken, sent. // A: Broken, sent. // Hm.");
  const Judgement judgement = Judge(*tiny, thread);
  ASSERT_EQ(judgement.turns.size(), 3u);
  const auto found = [&](size_t turn) {
    Names ids;
    for (const auto& each : judgement.turns[turn].found) {
      ids.push_back((*tiny).detectors()[each.detector].id);
    }
    return ids;
  };
  EXPECT_EQ(found(0), Names{"C.complaint"});
  EXPECT_EQ(found(1), Names{"G.fix"});
}

TEST(Judge, ReadsOnlyWhatIsTheWritersOwn) {
  const TinyRulebook tiny({.rules = R"({"id": "sorry", "on": {"patterns": ["sorry"]}},
                                       {"id": "seam", "on": {"patterns": ["so {gap} late"]}},
                                       {"id": "reply", "on": {"reply": true}})"});
  input::Conversation mail = Thread("So\n> sorry\nlate. Sorry!\n-- \nSorry Ltd");
  using input::BlockKind;
  mail.blocks = {{BlockKind::kOwn, {0, 3}},
                 {BlockKind::kQuoted, {3, 11}},
                 {BlockKind::kOwn, {11, 24}},
                 {BlockKind::kSignature, {24, 37}}};
  EXPECT_EQ(tiny.Hits(mail), (Names{"reply", "sorry: Sorry"}));
  mail.blocks = {{BlockKind::kQuoted, {0, 37}}};
  EXPECT_EQ(tiny.Hits(mail), Names{});
}

TEST(Judge, JudgesAnotherDraftOfTheSameThread) {
  const TinyRulebook tiny(
      {.moves = R"({"id": "C.complaint", "role": "customer", "patterns": ["broken"]})",
       .rules = R"({"id": "a", "on": {"patterns": ["sorry"]},
                    "where": [{"any": ["C.complaint"], "within": "customer"}, {"detail": true}]})"});
  const input::Conversation thread = Thread("C: The kettle is broken. // Sorry.");
  Judgement judgement = Judge(*tiny, thread);
  EXPECT_EQ(judgement.hits.size(), 0u);
  judgement.turns.pop_back();
  input::Conversation other;
  other.text = "Sorry about the kettle.";
  const Judgement again = JudgeDraft(*tiny, other, std::move(judgement.turns));
  EXPECT_EQ(again.turns.size(), 2u);
  EXPECT_EQ(again.hits.size(), 1u);
}

}  // namespace
}  // namespace amends::rules
