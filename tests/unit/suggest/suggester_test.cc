#include "amends/suggest/suggester.h"

#include <map>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "amends/rules/judge.h"
#include "amends/suggest/quote.h"
#include "amends/suggest/safe_edits.h"
#include "tests/support/tiny_pack.h"

namespace amends::suggest {
namespace {

// A rule with one suggestion, made at its first hit in a draft.
class Maker {
 public:
  static constexpr const char* kMoves =
      R"-({"id": "G.apology.I", "patterns": ["i am sorry"]},
          {"id": "N.greet", "patterns": ["<< (hi|dear) {word} [,]"]},
          {"id": "N.leans", "patterns": ["<< (but|again)"]},
          {"id": "N.points-back", "patterns": ["this"]},
          {"id": "N.awaits", "patterns": ["<< if not"]})-";

  Maker(const std::string& pattern, const std::string& rest)
      : tiny_({.moves = kMoves,
               .rules = R"({"id": "a", "on": {"patterns": [")" + pattern + R"("]}, )" +
                        rest + "}"}) {
    EXPECT_EQ(tiny_.Problems(), "") << rest;
  }

  // The draft with the suggestion made; "-" where it is not offered.
  std::string Made(const std::string& draft) {
    const auto [rule, matched] = Find(draft);
    const auto suggestion = Render(rule->suggest.at(0), matched);
    return suggestion ? Apply(conversation_.text, suggestion->edits) : "-";
  }

  std::string Message(const std::string& draft) {
    const auto [rule, matched] = Find(draft);
    return RenderMessage(rule->message, matched);
  }

 private:
  std::pair<const pack::Rule*, Matched> Find(const std::string& draft) {
    conversation_ = testing::Thread(draft);
    judgement_ = rules::Judge(*tiny_, conversation_);
    const rules::Hit& hit = judgement_.hits.at(0);
    const match::Match& match = judgement_.draft().matches.at(hit.match);
    return {(*tiny_).detectors()[hit.detector].rule,
            Matched{&*tiny_, &judgement_.draft(), &match,
                    &(*tiny_).agent_phrases().program(match.phrase)}};
  }

  testing::TinyRulebook tiny_;
  input::Conversation conversation_;
  rules::Judgement judgement_;
};

std::string Suggest(const std::string& text, const std::string& more = "") {
  return R"("suggest": [{"applicability": "confirm", "text": ")" + text + R"(")" + more +
         "}]";
}

struct SuggesterRow {
  const char* pattern;
  std::string suggest;
  const char* draft;
  const char* made;
};

void Check(const std::vector<SuggesterRow>& rows) {
  std::map<std::string, Maker> makers;
  for (const SuggesterRow& row : rows) {
    const auto [maker, is_new] =
        makers.try_emplace(row.pattern + row.suggest, row.pattern, row.suggest);
    EXPECT_EQ(maker->second.Made(row.draft), row.made) << row.suggest << "\n"
                                                       << row.draft;
  }
}

TEST(Suggester, PutsInWhatWasMatched) {
  const char* pattern = "sorry for the (what: {word}) [(when: today)]";
  Check({
      {pattern, Suggest("sorry about the {what}"), "I'm sorry for the delay.",
       "I'm sorry about the delay."},
      {pattern, Suggest("“{match}”"), "I'm sorry for the delay.",
       "I'm “sorry for the delay”."},
      {pattern, Suggest("{what}, {what}!"), "I'm sorry for the DELAY.",
       "I'm DELAY, DELAY!"},
      {pattern, Suggest("sorry. [[What was the {what}?]]"), "So sorry for the delay.",
       "So sorry. [[What was the delay?]]."},
      {pattern, Suggest("wait", R"(, "replace": "what")"), "I'm sorry for the delay.",
       "I'm sorry for the wait."},
      {pattern, Suggest("{when}", R"(, "replace": "what")"), "I'm sorry for the delay.",
       "-"},
      {pattern, Suggest("late", R"(, "replace": "when")"), "I'm sorry for the delay.",
       "-"},
      {pattern, Suggest("late", R"(, "needs": ["when"])"), "I'm sorry for the delay.",
       "-"},
      {pattern, Suggest("late", R"(, "needs": ["what"])"), "I'm sorry for the delay.",
       "I'm late."},
      {pattern, Suggest("{match}"), "I'm sorry for the delay.", "-"},
      {pattern, Suggest("delay", R"(, "replace": "what")"), "I'm sorry for the delay.",
       "-"},
      {"(we: we are) sorry", Suggest("{we: first-person}", R"(, "replace": "we")"),
       "Well, we’re sorry.", "Well, I’m sorry."},
      {"(we: we) 'd like", Suggest("{we: first-person}", R"(, "replace": "we")"),
       "We'd like it.", "I'd like it."},
      {"sorry {gap} delay", Suggest("sorry, {match}"), "I'm sorry\nfor the\n  delay.",
       "I'm sorry, sorry\nfor the\n  delay."},
  });
}

TEST(Suggester, KeepsCapitals) {
  Check({
      {"pardon", Suggest("sorry"), "Pardon the delay.", "Sorry the delay."},
      {"pardon", Suggest("sorry"), "pardon the delay.", "sorry the delay."},
      {"pardon", Suggest("sorry"), "Now, pardon the delay.", "Now, sorry the delay."},
      {"pardon", Suggest("sorry"), "Now: Pardon the delay.", "Now: sorry the delay."},
      {"pardon", Suggest("élan"), "Pardon the delay.", "Élan the delay."},
      {"pardon", Suggest("[[why]]"), "Pardon the delay.", "[[Why]] the delay."},
      {"pardon", Suggest("I'm sorry"), "Yes, pardon me.", "Yes, I'm sorry me."},
      // A capture gets the capital that its new place asks for.
      {"(a: please) (b: {word})", Suggest("{b}, {a}"), "Please call.", "Call, please."},
      {"(a: please) (b: {word})", Suggest("{b}, {a}"), "Now please call.",
       "Now call, please."},
      {"(a: {word}) please", Suggest("please, {a}"), "Élodie please.", "Please, Élodie."},
      {"(a: i am) sorry", Suggest("so {a}"), "I'm sorry.", "So I'm."},
      {"(a: i) lost", Suggest("lost, {a}"), "I lost.", "Lost, I."},
      {"but (b: we {word})", Suggest("yes. {b}"), "No, but we lost.",
       "No, yes. We lost."},
      {"but (b: we {word})", Suggest("yes! {b: first-person}"), "But we lost.",
       "Yes! I lost."},
      {"but (b: you {word})", Suggest("why?\\n{b}"), "But you lost.", "Why?\nYou lost."},
      {"(a: we) (b: lost {word})", Suggest("{b}, {a}"), "We lost it.", "Lost it, we."},
      // A name stays a name.
      {"(a: ana) (b: {word})", Suggest("{b}, {a}"), "Ana called.", "Called, Ana."},
  });
}

TEST(Suggester, DeletesWithTheBlankThatBelongsToIt) {
  const std::string nothing = Suggest("");
  const std::string no_lead = Suggest("", R"(, "replace": "lead")");
  Check({
      {"really", nothing, "I am really sorry.", "I am sorry."},
      {"really", nothing, "Really I am sorry.", "I am sorry."},
      {"really", nothing, "I am sorry really.", "I am sorry."},
      {"really", nothing, "I am sorry really", "I am sorry"},
      {"really", nothing, "really", ""},
      {"really", nothing, "No. Really. Yes.", "No. . Yes."},
      {"really", nothing, "I am  really  sorry.", "I am  sorry."},
      {"really", nothing, "I am\u00A0really\u00A0sorry.", "I am\u00A0sorry."},
      {"really", nothing, "I am (really) sorry.", "I am () sorry."},
      {"(lead: as we said ,)", no_lead, "As we said, it's late.", "It's late."},
      {"(lead: as we said ,)", no_lead, "As we said, élan helps.", "Élan helps."},
      {"(lead: as we said ,)", no_lead, "as we said, it's late.", "it's late."},
      {"(lead: as we said ,)", no_lead, "Well, as we said, it's late.",
       "Well, it's late."},
      {"(lead: as we said ,)", no_lead, "As we said, I lost it.", "I lost it."},
      {"(lead: , as we said) >>", no_lead, "It is late, as we said.", "It is late."},
      {"(lead: , as we said ,)", no_lead, "It is, as we said, late.", "It is late."},
      {"(lead: as we said)", no_lead, "It is (as we said) late.", "It is () late."},
      // A line stays a line.
      {"(lead: as we said ,)", no_lead, "Hello.\n\nAs we said,\nit's late.",
       "Hello.\n\nIt's late."},
      {"really", nothing, "I am really\nsorry.", "I am\nsorry."},
      {"really", nothing, "I am\nreally sorry.", "I am\nsorry."},
      {"really", nothing, "I am\nreally\nsorry.", "I am\nsorry."},
      {"really", nothing, "“Really I am sorry,” she said.", "“I am sorry,” she said."},
      {"sorry", nothing, "It is late. Sorry.\n\nAna", "It is late. .\n\nAna"},
  });
}

TEST(Suggester, BringsASentenceToTheFront) {
  const std::string bring =
      R"("suggest": [{"applicability": "confirm", "bring": ["G.apology"]}])";
  Check({
      {"fog", bring, "There was fog. I'm sorry. It lifts.",
       "I'm sorry. There was fog. It lifts."},
      {"fog", bring, "Dear Ana,\n\nThere was fog. And I'm sorry\nfor it.\n\nBo",
       "Dear Ana,\n\nAnd I'm sorry\nfor it. There was fog.\n\nBo"},
      {"fog", bring, "There was fog.\n\nI'm sorry. It lifts.",
       "I'm sorry. There was fog.\n\nIt lifts."},
      {"fog", bring, "There was fog.\n\nI'm sorry.\n\nBo",
       "I'm sorry. There was fog.\n\nBo"},
      {"fog", bring, "There was fog. Yes.\n\nI'm sorry.",
       "I'm sorry. There was fog. Yes."},
      {"fog", bring, "There was fog! I'm sorry", "I'm sorry. There was fog!"},
      {"fog", bring, "There was fog. But I'm sorry.", "-"},
      {"fog", bring, "There was fog. I'm sorry for this.", "-"},
      {"fog", bring, "There was fog. 12 I am sorry.", "-"},
      {"fog", bring, "There was fog. So am I.", "-"},
      {"fog", bring, "I'm sorry. There was fog.", "-"},
      {"fog", bring, "- there was fog.\n\n- I'm sorry.", "-"},
  });
}

TEST(Suggester, BringsASentenceBehindTheGreeting) {
  const std::string bring =
      R"("suggest": [{"applicability": "confirm", "bring": ["G.apology"]}])";
  Check({
      {"fog", bring, "Hi Ana, there was fog. I'm sorry.",
       "Hi Ana, I'm sorry. There was fog."},
      {"fog", bring, "Dear Ana,\nthere was fog. I'm sorry.",
       "Dear Ana,\nI'm sorry. there was fog."},
  });
}

TEST(Suggester, ReplacesAStatementWhole) {
  const char* pattern = "you forgot to";
  const std::string ask = Suggest("could you?", R"(, "replace": "statement")");
  Check({
      {pattern, ask, "You forgot to sign it.", "Could you?"},
      {pattern, ask, "You forgot to sign it", "Could you?"},
      {pattern, ask, "You forgot to sign it?!", "Could you?"},
      {pattern, ask, "you forgot to sign it.", "could you?"},
      {pattern, ask, "No. Sadly you forgot to sign it. Yes.", "No. Could you? Yes."},
      {pattern, ask, "Hi Ana, you forgot to sign it.", "Hi Ana, could you?"},
      {pattern, ask, "Dear Ana,\nYou forgot to sign it.", "Dear Ana,\nCould you?"},
      {pattern, ask, "I see that you forgot to sign it.", "Could you?"},
      {pattern, ask, "I looked and you forgot to sign it.", "I looked and could you?"},
      {pattern, ask, "I looked; you forgot to sign it.", "I looked; could you?"},
      {pattern, ask, "You forgot to sign it because you were late.", "Could you?"},
      {pattern, ask, "As you forgot to sign it, we can't pay.", "Could you?"},
      {pattern, ask, "If you forgot to sign it and we pay, we lose.", "Could you?"},
      {pattern, ask, "You forgot to sign it, and we can't pay.",
       "Could you? We can't pay."},
      {pattern, ask, "You forgot to sign it, but we'll pay.",
       "Could you? But we'll pay."},
      {pattern, ask, "You forgot to sign it; we'll pay.", "Could you? We'll pay."},
      {pattern, ask, "You forgot to sign it, we can't pay.", "Could you? We can't pay."},
      {pattern, Suggest("[[why]]", R"(, "replace": "statement")"),
       "You forgot to sign it, and we can't pay.", "[[Why]], and we can't pay."},
      {pattern, ask, "Sir, you forgot to sign it - Bo", "Sir, could you? - Bo"},
      {pattern, ask, "Dear <name>, you forgot to sign it.", "Dear <name>, could you?"},
      {pattern, ask, "You forgot to sign it, I'm afraid.", "Could you?"},
      {pattern, ask, "Zorba, you forgot to sign it.", "Zorba, could you?"},
      {pattern, ask, "Luckily, you forgot to sign it.", "Could you?"},
      {pattern, ask, "{name}, you forgot to sign it.", "{name}, could you?"},
      {pattern, ask, "(You forgot to sign it.)", "(Could you?)"},
      {"pay for", ask, "We pay for it and are glad.", "Could you? We are glad."},
      {"and pay for", Suggest("take"), "Go and pay for it.", "Go and take it."},
      {"pay for", ask, "They pay for it as we see and will be paid.", "Could you?"},
      {"pay for", ask, "We pay for it and apologies.", "Could you? Apologies."},
      {"pay for", ask, "Do you pay for it, and take it?", "-"},
      {pattern, Suggest("[[why]]. {statement}", R"(, "replace": "statement")"),
       "We fear that at noon, you forgot to sign it.", "-"},
      {"pay for", ask, "We thank you and will pay for it.",
       "We thank you and could you?"},
  });
}

TEST(Suggester, KnowsThePlacesOfAMatch) {
  const char* pattern = "you forgot to";
  const auto put = [](const std::string& place) {
    return Suggest("<{" + place + "}>", R"(, "replace": "statement")");
  };
  const char* draft = "Sadly you forgot to sign it as you left, but we'll pay.";
  Check({
      {pattern, put("match"), draft, "<you forgot to>, but we'll pay."},
      {pattern, put("statement"), "Sadly you forgot to sign it as you left.",
       "<Sadly you forgot to sign it as you left>."},
      {pattern, put("onward"), draft,
       "<you forgot to sign it as you left>, but we'll pay."},
      {pattern, put("rest"), draft, "<sign it as you left>, but we'll pay."},
      {pattern, put("clause"), draft, "<Sadly you forgot to sign it>, but we'll pay."},
      {pattern, put("clause"), "I see that you forgot to sign it.",
       "<you forgot to sign it>."},
      {pattern, put("upto"), draft, "<Sadly you forgot to>, but we'll pay."},
      {"forgot @to", put("tail"), draft, "<to>, but we'll pay."},
      {"you @forgot", put("onward"), draft,
       "<forgot to sign it as you left>, but we'll pay."},
      {"that @you forgot", put("onward"), "I see that you forgot to sign it.", "-"},
      {pattern, put("opening"), draft, "<Sadly you forgot to sign it>, but we'll pay."},
      {pattern, put("opening"), "As you forgot to sign it, it is late.", "-"},
      {pattern, put("opening"), "You forgot to sign it.", "-"},
      {pattern, put("rest"), "Sign what you forgot to.", "-"},
      {pattern, put("rest"), "You forgot to, Ana.", "-"},
      {pattern, put("after"), draft, "<sign it>, but we'll pay."},
      {"you @forgot to", put("ahead"), draft, "<forgot to sign it>, but we'll pay."},
  });
}

TEST(Suggester, BeginsASentenceWhereTheDraftHasOnlyAComma) {
  const char* pattern = "you forgot to";
  const std::string ask = Suggest("could you?", R"(, "replace": "statement")");
  const std::string why = Suggest("[[why]].", R"(, "replace": "statement")");
  Check({
      {pattern, ask, "We looked at it, you forgot to sign it.",
       "We looked at it. Could you?"},
      {pattern, why, "We looked at it so you forgot to sign it.",
       "We looked at it. [[Why]]."},
      {pattern, why, "We looked, however you forgot to sign it.", "We looked. [[Why]]."},
      {pattern, ask, "Sorry for the long wait, you forgot to sign it.",
       "Sorry for the long wait. Could you?"},
      {pattern, why, "We fear that at noon, you forgot to sign it.",
       "We fear that at noon, [[why]]."},
      {pattern, ask, "Hi Ana, you forgot to sign it.", "Hi Ana, could you?"},
      {pattern, Suggest("{statement}. Why?", R"(, "replace": "statement")"),
       "We looked at it, you forgot to sign it.",
       "We looked at it, you forgot to sign it. Why?"},
  });
}

TEST(Suggester, KeepsWhatDoesNotBelongToTheThought) {
  const char* pattern = "sorry for it";
  const std::string plain = Suggest("I'm sorry.", R"(, "replace": "statement")");
  const std::string more = Suggest("{statement}. Oh.", R"(, "replace": "statement")");
  Check({
      {pattern, plain, "So sorry for it, Ana.", "I'm sorry, Ana."},
      {pattern, plain, "So sorry for it, again.", "I'm sorry."},
      {pattern, plain, "Thank you for that and sorry for it.",
       "Thank you for that and I'm sorry."},
      {pattern, plain, "While we are sorry for it, we can't pay.",
       "I'm sorry. We can't pay."},
      {pattern, plain, "So sorry for it ^MM", "I'm sorry. ^MM"},
      {pattern, plain, "We are sorry for it and can you pay?", "I'm sorry. Can you pay?"},
      {pattern, plain, "So sorry for it, such as it is.", "I'm sorry."},
      {pattern, plain, "So sorry for it: https://a.example", "-"},
      {pattern, plain, "So sorry for it on 555-123-4567.", "-"},
      {pattern, plain, "So sorry for it at <link>.", "-"},
      {pattern, plain, "So sorry for it on the 12th.", "-"},
      {pattern, more, "We are sorry for it, so we pay.", "-"},
      {pattern, more, "We are sorry for it, but we pay.", "-"},
      {pattern, more, "We are sorry for it Zorba", "-"},
      {"sorry for it", plain, "Are you sorry for it? If not, pay.", "-"},
  });
}

TEST(Suggester, LeavesOutWhatTheSentenceBars) {
  const std::string plain = Suggest("fine", R"(, "lacks": ["N.points-back"])");
  Check({
      {"fog", plain, "There is fog.", "There is fine."},
      {"fog", plain, "There is fog in this.", "-"},
      {"fog", plain, "This is it. There is fog.", "This is it. There is fine."},
  });
}

TEST(Suggester, TurnsWeOnlyWhereItSpeaksAlone) {
  const std::string turn = Suggest("{match: first-person}");
  Check({
      {"we are sorry", turn, "We are sorry that we lost it.",
       "I am sorry that we lost it."},
      {"we are sorry", turn, "We are sorry, and we pay.", "I am sorry, and we pay."},
      {"we are sorry", turn, "We see it, and we are sorry.", "-"},
      {"we are sorry", turn, "As we see it, we are sorry.", "As we see it, I am sorry."},
  });
}

TEST(Suggester, PutsAVerbIntoItsBaseForm) {
  const char* pattern = "have you (deed: {gap:12}) >";
  const std::string ask = Suggest("please {deed: base}.");
  Check({
      {pattern, ask, "Have you restarted it?", "Please restart it."},
      {pattern, ask, "Have you chosen a size?", "Please choose a size."},
      {pattern, ask, "Have you taken it out and cleaned it?",
       "Please take it out and clean it."},
      {pattern, ask, "Have you tried and lost it?", "Please try and lose it."},
      {pattern, ask, "Have you checked what we lost?", "Please check what we lost?"},
      {pattern, ask, "Have you organised it?", "Please organise it."},
      {pattern, ask, "Have you organized it?", "Please organize it."},
      {pattern, ask, "Have you cancelled it?", "Please cancel it."},
      {pattern, ask, "Have you travelled?", "Please travel."},
      {pattern, ask, "Have you stopped it?", "Please stop it."},
      {pattern, ask, "Have you carried it?", "Please carry it."},
      {pattern, ask, "Have you been restarting?", "Please be restarting."},
      {pattern, ask, "Have you checked it yet?", "Please check it."},
      {pattern, ask, "Have you already checked it?", "-"},
      {pattern, ask, "Have you checked and zorbed it?", "-"},
      {pattern, ask, "Have you a spare cable?", "-"},
      {pattern, ask, "Have you checked\nthe  cable?", "Please check\nthe  cable."},
  });
}

TEST(Suggester, PutsInAVerbWhereOneBegins) {
  const char* pattern = "will @soon";
  const std::string later =
      Suggest("{after: verb} by [[day]]", R"(, "replace": "ahead")");
  Check({
      {pattern, later, "We will soon send it.", "We will send it by [[day]]."},
      {pattern, later, "We will soon be there, so wait.",
       "We will be there by [[day]], so wait."},
      {pattern, later, "It will soon with luck.", "-"},
      {pattern, later, "It will soon.", "-"},
  });
}

TEST(Suggester, PutsADoubtAsAFact) {
  const char* pattern = "sorry if (cond: {gap:12}) >";
  const std::string own = Suggest("sorry [[that {cond: fact}]]");
  Check({
      {pattern, own, "Sorry if we hurt you.", "Sorry [[that we hurt you]]."},
      {pattern, own, "Sorry if any of it broke.", "Sorry [[that some of it broke]]."},
      {pattern, own, "Sorry if anyone was rude.", "Sorry [[that someone was rude]]."},
      {pattern, own, "Sorry if that upset you.", "Sorry [[that it upset you]]."},
      {pattern, own, "Sorry if that's late.", "Sorry [[that that's late]]."},
      {pattern, own, "Sorry if it may have broken.", "Sorry [[that it broke]]."},
      {pattern, own, "Sorry if it might have been late.", "Sorry [[that it was late]]."},
      {pattern, own, "Sorry if you may have been hurt.", "Sorry [[that you were hurt]]."},
      {pattern, own, "Sorry if this may offend you.", "Sorry [[that this offends you]]."},
      {pattern, own, "Sorry if we may offend you.", "Sorry [[that we offend you]]."},
      {pattern, own, "Sorry if it perhaps offended you.",
       "Sorry [[that it offended you]]."},
      {pattern, own, "Sorry if it may be late.", "Sorry [[that it may be late]]."},
      {pattern, own, "Sorry if have we hurt you.", "-"},
      {pattern, own, "Sorry if this is the case.", "-"},
      {pattern, own, "Sorry if you feel that way.", "-"},
      {pattern, own, "Sorry if any of our guides has hurt you.",
       "Sorry [[that some of our guides have hurt you]]."},
  });
}

TEST(Suggester, GivesAdviceWithoutAnEdit) {
  Maker maker("sorry",
              R"("suggest": [{"applicability": "advice", "title": "Say what for"}])");
  EXPECT_EQ(maker.Made("Sorry."), "Sorry.");
}

TEST(Suggester, QuotesTheMatchInMessages) {
  struct Line {
    const char* pattern;
    const char* message;
    const char* draft;
    const char* said;
  };
  const Line lines[] = {
      {"sorry", "“{match}” is late", "I'm SORRY.", "“SORRY” is late"},
      {"sorry (what: {number})", "“{what}”: {match}", "Sorry 5!", "“5”: Sorry 5"},
      {"sorry [(what: again)]", "“{what}” is late", "Sorry, no.", "“Sorry” is late"},
      {"so sorry", "{match}", "So\n  \tsorry.", "So sorry"},
      {"we are", "{match}", "We’re late.", "We’re"},
      {"sorry", "{match", "Sorry.", "{match"},
      {"sorry", "no name", "Sorry.", "no name"},
  };
  for (const Line& line : lines) {
    Maker maker(line.pattern, R"("message": ")" + std::string(line.message) + R"(")");
    EXPECT_EQ(maker.Message(line.draft), line.said) << line.message;
  }
}

TEST(Quote, ShortensALongTextInTheMiddle) {
  const std::string words =
      "I am so very sorry for the delay and for the wait and for the cold soup and for "
      "the noise";
  struct Line {
    std::string source;
    std::string quoted;
  };
  const std::string wide = [] {
    std::string text;
    for (int i = 0; i < 40; ++i) text += "ü€";
    return text;
  }();
  const Line lines[] = {
      {"", ""},
      {" a \r\n\u00A0 b ", "a b"},
      {std::string(80, 'a'), std::string(80, 'a')},
      {words,
       "I am so very sorry for the delay and for the wait and … and for the noise"},
      {std::string(81, 'a'), std::string(53, 'a') + " … " + std::string(20, 'a')},
      {"a\xFF z", "a\uFFFD z"},
      {"a\u2028b\u2003c", "a b c"},
  };
  for (const Line& line : lines)
    EXPECT_EQ(Quote(line.source), line.quoted) << line.source;
  // No code point is cut in two, wherever the cuts fall.
  for (size_t before = 0; before < 8; ++before) {
    const std::string quoted = Quote(std::string(before, 'a') + wide);
    EXPECT_LT(quoted.size(), 90u);
    EXPECT_EQ(quoted.find("\uFFFD"), std::string::npos);
    EXPECT_EQ(Quote(quoted), quoted) << "valid UTF-8";
  }
}

}  // namespace
}  // namespace amends::suggest
