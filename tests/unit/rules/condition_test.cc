// Every condition of docs/pack-format.md and every place W.
#include <algorithm>
#include <iterator>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "tests/support/tiny_pack.h"

namespace amends::rules {
namespace {

using testing::Thread;
using testing::TinyRulebook;

constexpr const char* kClasses = R"({"id": "cargo", "any": ["parcel", "letter"]})";

constexpr const char* kMoves = R"-(
    {"id": "G.fix.sent", "patterns": ["sent"]},
    {"id": "G.fix.paid", "patterns": ["paid"]},
    {"id": "G.blame", "patterns": ["your fault"]},
    {"id": "G.responsibility", "patterns": ["our mistake"]},
    {"id": "G.apology.I", "patterns": ["i apologize"]},
    {"id": "N.close", "patterns": ["best wishes"]},
    {"id": "N.greet", "patterns": ["<< (hi|hello) [{Cap}] >>"]},
    {"id": "N.ask-id.date", "patterns": ["which day"]},
    {"id": "N.check", "patterns": ["did you restart {gap:2}"]},
    {"id": "C.fact.date", "role": "customer", "patterns": ["monday"]},
    {"id": "C.tried", "role": "customer", "patterns": ["i restarted {gap:2}"]},
    {"id": "C.accept", "role": "customer", "patterns": ["no worries"]},
    {"id": "C.again", "role": "customer", "patterns": ["again"]},
    {"id": "C.loss", "role": "customer", "patterns": ["missed"]},
    {"id": "C.complaint", "role": "customer", "patterns": ["broken", "never came"]},
    {"id": "C.question", "role": "customer", "patterns": ["when"]})-";

constexpr const char* kProfiles = R"({"id": "default", "switches": {"voice": "we"}})";

struct ConditionRow {
  const char* where;  // of a rule on "sorry"
  const char* thread;
  bool holds;
};

// One rulebook serves all rows: a rule for each condition.
class Rules {
 public:
  Rules(const std::vector<ConditionRow>& rows, const char* on) {
    std::string rules;
    for (const ConditionRow& row : rows) {
      if (!names_.emplace(row.where, "r" + std::to_string(names_.size())).second)
        continue;
      rules += std::string(rules.empty() ? "" : ",") + R"({"id": ")" + names_[row.where] +
               R"(", "on": )" + on + R"(, "where": [)" + row.where + "]}";
    }
    tiny_ = std::make_unique<TinyRulebook>(testing::TinyPack{
        .classes = kClasses, .moves = kMoves, .rules = rules, .profiles = kProfiles});
    EXPECT_EQ(tiny_->Problems(), "");
  }

  bool Speak(const char* where, const input::Conversation& conversation) const {
    for (const std::string& hit : tiny_->Hits(conversation)) {
      if (hit.substr(0, hit.find(':')) == names_.at(where)) return true;
    }
    return false;
  }

 private:
  std::map<std::string, std::string> names_;
  std::unique_ptr<TinyRulebook> tiny_;
};

void Check(const std::vector<ConditionRow>& rows,
           const char* on = R"({"patterns": ["sorry"]})") {
  const Rules rules(rows, on);
  for (const ConditionRow& row : rows) {
    EXPECT_EQ(rules.Speak(row.where, Thread(row.thread)), row.holds) << row.where << "\n"
                                                                     << row.thread;
  }
}

TEST(Condition, LooksInThePlaceThatIsNamed) {
  Check({
      {R"({"any": ["G.fix"], "within": "clause"})", "We sent it, sorry you waited.",
       false},
      {R"({"any": ["G.fix"], "within": "clause"})", "We are sorry and sent it.", true},
      {R"({"any": ["G.fix"], "within": "next-clause"})", "I'm sorry, but we sent it.",
       true},
      {R"({"any": ["G.fix"], "within": "next-clause"})", "We sent it, but I'm sorry.",
       false},
      {R"({"any": ["G.fix"], "within": "next-clause"})",
       "I'm sorry, but no, because we sent it.", false},
      {R"({"any": ["G.fix"], "within": "next-clause"})", "I'm sorry. We sent it.", false},
      {R"({"any": ["G.fix"], "within": "previous-clause"})", "We sent it, but I'm sorry.",
       true},
      {R"({"any": ["G.fix"], "within": "previous-clause"})", "I'm sorry, but we sent it.",
       false},
      {R"({"any": ["G.fix"], "within": "previous-clause"})", "We sent it. I'm sorry.",
       false},
      {R"({"any": ["G.fix"], "within": "sentence"})", "We sent it, but I'm sorry.", true},
      {R"({"any": ["G.fix"], "within": "sentence"})", "We sent it. I'm sorry.", false},
      {R"({"any": ["G.fix"], "within": "next-sentence"})", "I'm sorry. We sent it.",
       true},
      {R"({"any": ["G.fix"], "within": "next-sentence"})", "I'm sorry. Yes. We sent it.",
       false},
      {R"({"any": ["G.fix"], "within": "previous-sentence"})", "We sent it. I'm sorry.",
       true},
      {R"({"any": ["G.fix"], "within": "previous-sentence"})", "We sent it, sorry.",
       false},
      {R"({"any": ["G.fix"], "within": "reply"})", "I'm sorry. No. Yes. We sent it.",
       true},
      {R"({"any": ["G.fix"]})", "We sent it. No. I'm sorry.", true},
      {R"({"any": ["G.fix"], "within": "reply"})", "A: We sent it. // I'm sorry.", false},
      {R"({"any": ["G.fix"], "within": "thread"})", "A: We sent it. // I'm sorry.", true},
      {R"({"any": ["G.fix"], "within": "thread"})", "I'm sorry, we sent it.", true},
      {R"({"any": ["G.fix"], "within": "thread"})", "C: You sent it. // I'm sorry.",
       false},
      {R"({"any": ["G.fix"], "within": "earlier"})", "A: We sent it. // I'm sorry.",
       true},
      {R"({"any": ["G.fix"], "within": "earlier"})", "I'm sorry, we sent it.", false},
      {R"({"any": ["C.complaint"], "within": "customer"})",
       "C: It is broken. // A: Oh. // C: Well? // Sorry.", true},
      {R"({"any": ["C.complaint"], "within": "customer"})", "A: It is broken. // Sorry.",
       false},
      {R"({"any": ["C.complaint"], "within": "customer"})", "Sorry it is broken.", false},
      {R"({"any": ["C.complaint"], "within": "customer-last"})",
       "C: It is broken. // A: Oh. // C: Well? // Sorry.", false},
      {R"({"any": ["C.complaint"], "within": "customer-last"})",
       "C: Well? // C: It is broken. // A: Oh. // Sorry.", true},
      {R"({"any": ["C.complaint"], "within": "customer-last"})",
       "C: It is broken. // C:  // Sorry.", true},
  });
}

TEST(Condition, LooksSoManySentencesBeforeAndAfter) {
  Check({
      {R"({"any": ["G.fix"], "within": {"before": 0}})", "We sent it, sorry.", true},
      {R"({"any": ["G.fix"], "within": {"before": 0}})", "Sorry, we sent it.", false},
      {R"({"any": ["G.fix"], "within": {"before": 0}})", "We sent it. Sorry.", false},
      {R"({"any": ["G.fix"], "within": {"before": 1}})", "We sent it. Sorry.", true},
      {R"({"any": ["G.fix"], "within": {"before": 1}})", "We sent it. Yes. Sorry.",
       false},
      {R"({"any": ["G.fix"], "within": {"before": 9}})", "We sent it. Yes. Sorry.", true},
      {R"({"any": ["G.fix"], "within": {"before": "all"}})",
       "We sent it. A. B. C. Sorry.", true},
      {R"({"any": ["G.fix"], "within": {"before": "all"}})", "Sorry. We sent it.", false},
      {R"({"any": ["G.fix"], "within": {"after": 0}})", "Sorry, we sent it.", true},
      {R"({"any": ["G.fix"], "within": {"after": 0}})", "Sorry. We sent it.", false},
      {R"({"any": ["G.fix"], "within": {"after": 1}})", "Sorry. We sent it.", true},
      {R"({"any": ["G.fix"], "within": {"after": 1}})", "Sorry. Yes. We sent it.", false},
      {R"({"any": ["G.fix"], "within": {"after": 9}})", "Sorry. Yes. We sent it.", true},
      {R"({"any": ["G.fix"], "within": {"after": "all"}})", "Sorry. A. B. C. We sent it.",
       true},
      {R"({"any": ["G.fix"], "within": {"after": "all"}})", "We sent it. Sorry.", false},
  });
}

TEST(Condition, AsksForMoves) {
  Check({
      {R"({"none": ["G.fix"], "within": "reply"})", "Sorry.", true},
      {R"({"none": ["G.fix"], "within": "reply"})", "Sorry, we paid.", false},
      {R"({"any": ["G.fix.paid"]})", "Sorry, we sent it.", false},
      {R"({"any": ["G.fix.paid", "G.blame"]})", "Sorry, your fault.", true},
      {R"({"any": ["{cargo}"]})", "Sorry, the letter.", true},
      {R"({"any": ["{cargo}"]})", "Sorry.", false},
      {R"({"count": ["G.fix"], "at_least": 2})", "Sorry, we sent it.", false},
      {R"({"count": ["G.fix"], "at_least": 2})", "Sorry, we sent it and paid.", true},
      {R"({"count": ["G.fix"], "at_most": 1})", "Sorry, we sent it and paid.", false},
      {R"({"count": ["G.fix"], "at_most": 1})", "Sorry.", true},
      {R"({"count": ["G.fix"], "within": {"after": 0}, "at_least": 1, "at_most": 1})",
       "We paid; sorry, we sent it.", true},
      {R"({"count": ["G.fix"], "over": ["G.blame"], "ratio": 1})", "Sorry, we sent it.",
       true},
      {R"({"count": ["G.fix"], "over": ["G.blame"], "ratio": 1})",
       "Sorry, sent; your fault.", false},
      {R"({"count": ["G.fix"], "over": ["G.blame"], "ratio": 1})",
       "Sorry, sent, paid; your fault.", true},
      {R"({"count": ["G.fix"], "over": ["G.blame"], "ratio": 2})",
       "Sorry, sent, paid; your fault.", false},
      {R"({"count": ["G.fix"], "over": ["G.blame"], "ratio": 1})", "Sorry.", false},
  });
}

TEST(Condition, CountsTheMatchItselfOnlyInACount) {
  Check({
      {R"({"any": ["self"]})", "Sorry.", false},
      {R"({"any": ["self"]})", "Sorry, sorry.", true},
      {R"({"none": ["self"]})", "Sorry.", true},
      {R"({"none": ["self"], "within": {"before": "all"}})", "Sorry.", true},
      {R"({"count": ["self"], "at_least": 2})", "Sorry.", false},
      {R"({"count": ["self"], "at_least": 2})", "Sorry. Sorry.", true},
      {R"({"count": ["self"], "within": "clause", "at_least": 1})", "Sorry.", true},
      {R"({"count": ["self"], "over": ["G.blame"], "ratio": 1})", "Sorry.", true},
      {R"({"count": ["self"], "over": ["G.blame"], "ratio": 1})", "Sorry, your fault.",
       false},
  });
  // On a move, the move is the match.
  const char* on = R"({"moves": ["G.fix"]})";
  Check(
      {
          {R"({"any": ["G.fix"]})", "We sent it.", false},
          {R"({"any": ["G.fix"]})", "We sent it and paid.", true},
          {R"({"none": ["G.fix", "self"]})", "We sent it.", true},
          {R"({"count": ["G.fix"], "at_least": 2})", "We sent it.", false},
          {R"({"count": ["G.fix"], "at_least": 2})", "We sent it and paid.", true},
          {R"({"count": ["self"], "at_least": 2})", "We sent it and paid.", true},
      },
      on);
}

TEST(Condition, AsksForTheCase) {
  const char* taken = "C: Broken. // A: I apologize. // C: No worries. // Sorry.";
  const char* again = "C: Broken again, I missed it. // Sorry.";
  Check({
      {R"({"accepted": ["yes"]})", taken, true},
      {R"({"accepted": ["yes"]})", again, false},
      {R"({"accepted": ["unknown"]})", again, true},
      {R"({"repeated": ["yes"]})", again, true},
      {R"({"repeated": ["yes"]})", "C: Broken. // Sorry.", false},
      {R"({"severity": 2})", again, true},
      {R"({"severity": 2})", "C: Broken. // Sorry.", false},
      {R"({"severity": 1})", "C: Broken. // Sorry.", true},
  });
}

TEST(Condition, AsksForTheOrder) {
  Check({
      {R"({"first": ["G.fix"], "before": ["G.blame"]})", "Sorry, sent, your fault.",
       true},
      {R"({"first": ["G.fix"], "before": ["G.blame"]})", "Sorry, your fault, sent.",
       false},
      {R"({"first": ["G.fix"], "before": ["G.blame"]})", "Sorry, sent.", false},
      {R"({"first": ["G.fix"], "before": ["G.blame"]})", "Sorry, your fault.", false},
  });
}

TEST(Condition, CountsConditions) {
  const char* where =
      R"({"holds": [{"any": ["G.fix.sent"]}, {"any": ["G.fix.paid"]}, {"any": ["G.blame"]}],
          "at_least": 2})";
  Check({
      {where, "Sorry, sent.", false},
      {where, "Sorry, sent, sent.", false},
      {where, "Sorry, sent and paid.", true},
      {R"({"holds": [{"any": ["G.fix.sent"]}, {"any": ["G.blame"]}], "at_most": 1})",
       "Sorry, sent, your fault.", false},
      {R"({"holds": [{"any": ["G.fix.sent"]}, {"any": ["G.blame"]}], "at_most": 1})",
       "Sorry.", true},
  });
}

TEST(Condition, KnowsWhatTheCustomerHasGiven) {
  Check({{R"({"given": true})", "C: It came on Monday. // Which day was it?", true},
         {R"({"given": true})", "C: It came. // Which day was it?", false},
         {R"({"given": true})", "A: It came on Monday. // Which day was it?", false},
         {R"({"given": false})", "C: It came. // Which day was it?", true}},
        R"({"moves": ["N.ask-id"]})");
  Check({{R"({"given": true})", "C: I restarted the box. // Did you restart the box?",
          true},
         {R"({"given": true})", "C: I waited. // Did you restart the box?", false}},
        R"({"moves": ["N.check"]})");
}

TEST(Condition, AsksForTheSubject) {
  Check({
      {R"({"subject": ["we", "i"]})", "We are sorry.", true},
      {R"({"subject": ["we", "i"], "of": "clause"})", "I'm sorry.", true},
      {R"({"subject": ["we", "i"]})", "You are sorry.", false},
      {R"({"subject": ["none"]})", "Sorry about that.", true},
      {R"({"subject": ["you"], "of": "next-clause"})", "I'm sorry you waited.", true},
      {R"({"subject": ["you"], "of": "next-clause"})", "I'm sorry we waited.", false},
      {R"({"subject": ["you"], "of": "next-clause"})", "I'm sorry.", false},
      {R"({"subject": ["third"], "of": "previous-clause"})", "It broke and I'm sorry.",
       true},
      {R"({"subject": ["third"], "of": "previous-clause"})", "I'm sorry and it broke.",
       false},
      {R"({"subject": ["imperative"], "of": "next-clause"})",
       "I'm sorry, please come back.", true},
  });
}

TEST(Condition, AsksWhatTheSituationIs) {
  Check({
      {R"({"failure": ["yes"]})", "C: It is broken. // Sorry.", true},
      {R"({"failure": ["yes"]})", "C: When is it? // Sorry.", false},
      {R"({"failure": ["no"]})", "C: When is it? // Sorry.", true},
      {R"({"failure": ["unknown"]})", "Sorry.", true},
      {R"({"failure": ["yes", "unknown"]})", "C: When is it? // Sorry.", false},
      {R"({"fault": ["yes"]})", "Sorry, our mistake.", true},
      {R"({"fault": ["unknown"]})", "C: It is broken. // Sorry.", true},
      {R"({"fault": ["no", "yes"]})", "Sorry.", false},
  });
}

TEST(Condition, AsksWhatTheCustomerHasSaid) {
  Check({
      {R"({"context": true})", "C: Hm. // Sorry.", true},
      {R"({"context": true})", "A: Hm. // Sorry.", false},
      {R"({"context": true})", "C:  // Sorry.", false},
      {R"({"context": false})", "Sorry.", true},
      {R"({"first_reply": true})", "C: Hm. // Sorry.", true},
      {R"({"first_reply": true})", "A: Yes. // C: Hm. // Sorry.", false},
      {R"({"first_reply": false})", "A: Yes. // C: Hm. // Sorry.", true},
      {R"({"echo": true})", "C: Say sorry! // Sorry.", true},
      {R"({"echo": true})", "C: Say sorry! // A: I did. // C: No. // Sorry.", false},
      {R"({"echo": false})", "Sorry.", true},
  });
}

TEST(Condition, AsksForDetailsOfTheCase) {
  Check({
      {R"({"detail": true, "within": "sentence"})", "Sorry about order 4471.", true},
      {R"({"detail": true, "within": "sentence"})", "Sorry about the delay.", false},
      {R"({"detail": true, "within": "sentence"})", "Sorry it got lost in Leeds.", true},
      {R"({"detail": true, "within": "sentence"})", "Sorry, Ana.", false},
      {R"({"detail": true, "within": "sentence"})",
       "C: My kettles leak. // Sorry about the kettle.", true},
      {R"({"detail": true, "within": "sentence"})",
       "A: My kettles leak. // Sorry about the kettle.", false},
      {R"({"detail": true, "within": "sentence"})", "C: Hm. // Sorry. The kettle.",
       false},
      {R"({"detail": false, "within": {"after": 1}})", "Sorry. It was order 4471.",
       false},
      {R"({"detail": false, "within": {"before": 0}})", "Sorry for 2 days.", true},
      {R"({"detail": false})", "Number 4471. Yes. Sorry.", false},
      // Words of the match itself do not count.
      {R"({"detail": true, "within": "sentence"})", "C: I'm sorry. // Sorry about that.",
       false},
      // A name by which the customer is addressed is no detail, nor is the writer's.
      {R"({"detail": true})", "Hello Ana\n\nSorry.", false},
      {R"({"detail": true})", "C: Hm. Ana // Hello Ana\n\nSorry.", false},
      {R"({"detail": true})", "Hello Ana\n\nSorry it got lost in Leeds.", true},
      {R"({"detail": true})", "Sorry. Best wishes, Tom Reed", false},
      {R"({"detail": true})", "Sorry.\n\nBest wishes\nTom Reed\nHead of Guest Care",
       false},
      {R"({"detail": true})", "Sorry. Best wishes. We sent it to Leeds.", true},
      {R"({"detail": true})", "Sorry about this Gee", false},
      {R"({"detail": true})", "Sorry, the one in Leeds.", true},
  });
}

TEST(Condition, AsksForTheCustomersOwnDetails) {
  constexpr const char* kTheirs = R"({"detail": true, "of": "customer"})";
  Check({
      {kTheirs, "C: My kettles leak. // Sorry about the kettle.", true},
      {kTheirs, "C: My lid broke. // Sorry about the lid.", true},
      {kTheirs, "C: Seat 7 was wet. // Sorry about seat 7.", true},
      {kTheirs, "C: My kettles leak. // Sorry. We pay you 40 in Leeds.", false},
      {kTheirs, "C: You did it. // Sorry that we did it.", false},
      {kTheirs, "C: Hm. Ana // Hello Ana\n\nSorry.", false},
      {kTheirs, "Sorry about order 4471.", false},
      {R"({"detail": false, "of": "customer", "within": "sentence"})",
       "C: My kettles leak. // Sorry. The kettle.", true},
  });
}

TEST(Condition, AsksForTheSentence) {
  Check({
      {R"({"question": true})", "Are we sorry?", true},
      {R"({"question": true})", "We are sorry. Are you?", false},
      {R"({"question": false})", "We are sorry. Are you?", true},
      {R"({"first_sentence": true})", "Sorry. We sent it.", true},
      {R"({"first_sentence": true})", "We sent it. Sorry.", false},
      {R"({"first_sentence": true})", "Hello Ana,\n\nSorry.", true},
      {R"({"first_sentence": true})", "Hi. Hello! Sorry.", true},
      {R"({"first_sentence": true})", "Hello, I'm so sorry.", true},
      {R"({"first_sentence": true})", "Hello, we are here. Sorry.", false},
      {R"({"first_sentence": false})", "We sent it. Sorry.", true},
  });
}

TEST(Condition, JoinsConditions) {
  Check({
      {R"({"or": [{"any": ["G.fix"]}, {"any": ["G.blame"]}]})", "Sorry, your fault.",
       true},
      {R"({"or": [{"any": ["G.fix"]}, {"any": ["G.blame"]}]})", "Sorry.", false},
      {R"({"not": {"any": ["G.fix"]}})", "Sorry.", true},
      {R"({"not": {"or": [{"any": ["G.fix"]}, {"question": true}]}})", "Sorry?", false},
      {R"({"any": ["G.fix"]}, {"any": ["G.blame"]})", "Sorry, we sent it.", false},
      {R"({"any": ["G.fix"]}, {"any": ["G.blame"]})", "Sorry, we sent it, your fault.",
       true},
      {R"({"switch": "voice", "is": ["we", "both"]})", "Sorry.", true},
      {R"({"switch": "voice", "is": ["i"]})", "Sorry.", false},
  });
}

TEST(Condition, AsksWhatTheRecordSays) {
  struct Said {
    const char* where;
    input::Conversation (*conversation)();
    bool holds;
  };
  const auto sorry = [] { return Thread("C: Hm. // A: Yes. // Sorry."); };
  using input::Conversation;
  const std::vector<Said> said = {
      {R"({"kind": ["reply"]})", [] { return Thread("Sorry."); }, true},
      {R"({"kind": ["notice", "internal"]})", [] { return Thread("Sorry."); }, false},
      {R"({"kind": ["notice", "internal"]})",
       [] {
         Conversation notice = Thread("Sorry.");
         notice.kind = input::Kind::kInternal;
         return notice;
       },
       true},
      {R"({"channel": ["email"]})", [] { return Thread("Sorry."); }, true},
      {R"({"channel": ["chat", "phone"]})",
       [] {
         Conversation call = Thread("Sorry.");
         call.channel = input::Channel::kPhone;
         return call;
       },
       true},
      {R"({"channel": ["public"]})", [] { return Thread("Sorry."); }, false},
      {R"({"first_reply": true})",
       [] {
         Conversation first = Thread("A: Yes. // Sorry.");
         first.facts.first_reply = true;
         return first;
       },
       true},
      {R"({"failure": ["no"]})",
       [] {
         Conversation fine = Thread("C: It is broken. // Sorry.");
         fine.facts.failure = false;
         return fine;
       },
       true},
      {R"({"fact": "alert_sent", "is": ["no"]})", [] { return Thread("Sorry."); }, false},
      {R"({"fact": "alert_sent", "is": ["no", "unknown"]})",
       [] { return Thread("Sorry."); }, true},
      {R"({"fact": "resolved", "is": ["yes"]})",
       [] {
         Conversation done = Thread("Sorry.");
         done.facts.resolved = true;
         return done;
       },
       true},
      {R"({"fact": "minutes_since_report", "at_most": 20})",
       [] { return Thread("Sorry."); }, false},
      {R"({"fact": "minutes_since_report", "at_least": 20})",
       [] {
         Conversation late = Thread("Sorry.");
         late.facts.minutes_since_report = 25;
         return late;
       },
       true},
      {R"({"fault": ["no"]})",
       [] {
         Conversation theirs = Thread("Sorry, our mistake.");
         theirs.facts.company_at_fault = false;
         return theirs;
       },
       true},
  };
  std::vector<ConditionRow> rows;
  for (const Said& each : said) rows.push_back({each.where, "", each.holds});
  const Rules rules(rows, R"({"patterns": ["sorry"]})");
  for (const Said& each : said) {
    EXPECT_EQ(rules.Speak(each.where, each.conversation()), each.holds) << each.where;
  }
  EXPECT_FALSE(rules.Speak(R"({"first_reply": true})", sorry()));
}

TEST(Condition, OfTheWholeReplyLooksAtAllOfIt) {
  Check(
      {
          {R"({"none": ["G.fix"]})", "Hello. We paid.", false},
          {R"({"none": ["G.fix"]})", "Hello.", true},
          {R"({"none": ["G.fix"], "within": "thread"})", "A: We paid. // Hello.", false},
          {R"({"any": ["C.complaint"], "within": "customer-last"})",
           "C: Broken. // Hello.", true},
          {R"({"detail": false})", "Hello. It is 5.", false},
          {R"({"detail": false})", "Hello.", true},
          {R"({"any": ["self"]})", "Hello.", false},
          {R"({"count": ["self"], "at_most": 1})", "Hello.", true},
      },
      R"({"reply": true})");
}

// A customer's move asks about the customer's turns, its own among them.
TEST(Condition, OfACustomersMoveLooksAtTheirTurns) {
  struct Place {
    const char* where;
    const char* thread;
    bool holds;
  };
  const Place places[] = {
      {R"({"any": ["C.complaint"], "within": "reply"})",
       "C: Again it is broken. // Sorry.", true},
      {R"({"any": ["C.complaint"], "within": "reply"})",
       "C: Broken. // C: Again. // Sorry.", false},
      {R"({"any": ["C.complaint"], "within": "customer"})",
       "C: Broken. // C: Again. // Sorry.", true},
      {R"({"any": ["C.complaint"], "within": "customer"})", "C: Again, broken. // Sorry.",
       true},
      {R"({"any": ["C.complaint"], "within": "customer"})",
       "C: Again. // C: Broken. // Sorry.", false},
      {R"({"any": ["C.complaint"], "within": "customer-last"})",
       "C: Again, broken. // Sorry.", true},
      {R"({"any": ["C.complaint"], "within": "customer-last"})",
       "C: Broken. // C: Again. // Sorry.", false},
      {R"({"any": ["G.fix"], "within": "thread"})", "A: We paid. // C: Again. // Sorry.",
       true},
      {R"({"any": ["G.fix"], "within": "thread"})", "C: Again, paid. // Sorry.", false},
      {R"({"first_reply": false})", "A: We paid. // C: Again. // Sorry.", true},
  };
  std::string moves = kMoves;
  std::string rules;
  for (size_t i = 0; i < std::size(places); ++i) {
    const std::string id = "C.again.n" + std::to_string(i);
    moves += R"(, {"id": ")" + id +
             R"(", "role": "customer", "patterns": ["again"], "where": [)" +
             places[i].where + "]}";
    rules += std::string(i == 0 ? "" : ",") + R"({"id": "r)" + std::to_string(i) +
             R"(", "on": {"reply": true}, "where": [{"any": [")" + id +
             R"("], "within": "customer"}]})";
  }
  const TinyRulebook tiny({.moves = moves, .rules = rules});
  ASSERT_EQ(tiny.Problems(), "");
  for (size_t i = 0; i < std::size(places); ++i) {
    const auto hits = tiny.Hits(Thread(places[i].thread));
    const bool holds = std::ranges::find(hits, "r" + std::to_string(i)) != hits.end();
    EXPECT_EQ(holds, places[i].holds) << places[i].where << "\n" << places[i].thread;
  }
}

}  // namespace
}  // namespace amends::rules
