// A customer as a machine: what moves and faults do to it, and how it ends.
#include "amends/training/role_play.h"

#include <set>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "tests/unit/training/one_exercise.h"

namespace amends::training {
namespace {

using amends::testing::ReadExercises;
using amends::testing::TrainingEngine;
using Texts = std::vector<std::string>;

// A talk of six needs with one point of mood each, from 3 of 10.
const Catalogue& Talks() {
  static const Catalogue talks = ReadExercises(R"({
    "tempers": [{"id": "plain",
      "needs": [
        {"need": "heard", "name": "Being heard", "moves": ["G.empathy", "G.harm"], "mood": 1, "trust": 1,
         "asks": ["Do you know what that was like?"], "asks_kindly": ["Do you know what that was like? Please."], "asks_again": ["Once more: Do you know what that was like? Please."], "takes": ["It was."]},
        {"need": "sorry", "name": "An apology", "moves": ["G.apology"], "mood": 1, "trust": 1,
         "asks": ["Nobody has said sorry."], "asks_kindly": ["Nobody has said sorry. Please."], "asks_again": ["Once more: Nobody has said sorry. Please."], "takes": ["Thank you."]},
        {"need": "owned", "name": "Somebody who owns it", "moves": ["G.responsibility"], "mood": 1, "trust": 1,
         "asks": ["Whose fault was it?"], "asks_kindly": ["Whose fault was it? Please."], "asks_again": ["Once more: Whose fault was it? Please."], "takes": ["Good to hear."]},
        {"need": "fixed", "name": "Putting it right", "after": "sorry", "moves": ["G.repair-done", "G.repair-offer"],
         "mood": 2, "trust": 1, "asks": ["And my parcel?"], "asks_kindly": ["And my parcel? Please."], "asks_again": ["Once more: And my parcel? Please."], "takes": ["Fine."]},
        {"need": "extra", "name": "Something on top", "moves": ["G.extra"], "mood": 1, "trust": 0,
         "asks": ["Is that all?"], "asks_kindly": ["Is that all? Please."], "asks_again": ["Once more: Is that all? Please."], "takes": ["That is kind."]},
        {"need": "next", "name": "What comes next", "moves": ["G.time", "G.checkback"], "mood": 1, "trust": 1,
         "asks": ["What happens now?"], "asks_kindly": ["What happens now? Please."], "asks_again": ["Once more: What happens now? Please."], "takes": ["Then I will wait."]}],
      "minds": [
        {"to": ["policy"], "mood": -2, "trust": -1, "says": ["I don't care about your rules."]},
        {"to": ["fake-apology/but", "dypii"], "mood": -1, "trust": -1, "says": ["Really?", "Do you mean that?"]}]}],
    "exercises": [{"id": "role-play/parcel", "kind": "role-play", "level": 1, "trade": "parcels",
      "rules": ["policy/its-policy"], "channel": "chat", "longest": 4, "hints": ["Listen."], "explanation": "So.",
      "customer": {"name": "Ms Vane", "temper": "plain", "mood": 3, "trust": 3,
        "needs": ["heard", "sorry", "owned", "fixed", "next"],
        "opens": ["My parcel has been lost for a week, and the party was yesterday. I am so angry."],
        "tells": [{"what": "the number", "when": ["N.ask-id.number"], "says": ["It is 4471."]}],
        "asks": {"fixed": ["Where is my lamp?"]},
        "minds": [{"to": ["policy"], "says": ["A policy brings no lamp."]}],
        "ends": {"well": ["Good."], "badly": ["I am leaving."], "late": ["I have to go."]}},
      "good": ["I'm sorry."], "bad": ["It's our policy."]}]})");
  return talks;
}

Performance PlayAll(const Texts& replies, uint64_t seed = 0) {
  const Exercise& talk = Talks().exercises.front();
  return Play(TrainingEngine(), talk, Talks().TemperOf(talk), seed, replies);
}

const char* const kHeard = "You missed your party. I'm so sorry.";
const char* const kPolicy = "It's our policy to wait fourteen days.";

TEST(RolePlay, BeginsWithTheCustomer) {
  const Performance nothing = PlayAll({});
  EXPECT_EQ(
      nothing.opening,
      "My parcel has been lost for a week, and the party was yesterday. I am so angry.");
  EXPECT_TRUE(nothing.exchanges.empty());
  EXPECT_EQ(nothing.ending, Ending::kNone);
  EXPECT_EQ(nothing.open_needs.size(), 5u);
}

TEST(RolePlay, RisesWhenElementsArrive) {
  const Exchange exchange = PlayAll({kHeard}).exchanges.at(0);
  EXPECT_EQ(exchange.mood, 5);
  EXPECT_EQ(exchange.trust, 5);
  EXPECT_EQ(exchange.reasons.size(), 2u);
  // It takes what was given last, and asks for what comes next.
  EXPECT_EQ(exchange.customer, "Thank you. Whose fault was it?");
}

TEST(RolePlay, GivesForANeedOnlyOnce) {
  const Performance twice = PlayAll({kHeard, kHeard});
  EXPECT_EQ(twice.exchanges.at(1).mood, 5);
  EXPECT_TRUE(twice.exchanges.at(1).reasons.empty());
}

TEST(RolePlay, FallsWithWhatHurts) {
  const Exchange exchange = PlayAll({kPolicy}).exchanges.at(0);
  EXPECT_EQ(exchange.mood, 1);
  EXPECT_EQ(exchange.trust, 2);
  ASSERT_EQ(exchange.reasons.size(), 1u);
  EXPECT_EQ(exchange.reasons.front().rule, "policy/its-policy");
  EXPECT_NE(exchange.coach, "");
  // The exercise's own words go before the temper's.
  EXPECT_EQ(exchange.customer,
            "A policy brings no lamp. Do you know what that was like?");
}

TEST(RolePlay, CountsAKindOfFaultOnceATurn) {
  const Exchange exchange =
      PlayAll({"It's our policy to wait. As per our policy we cannot search."})
          .exchanges.at(0);
  EXPECT_EQ(exchange.mood, 1);
}

TEST(RolePlay, ARepairBeforeTheApologyDoesHalf) {
  const Performance early = PlayAll({"I have sent you a new lamp."});
  ASSERT_FALSE(early.exchanges.at(0).reasons.empty());
  EXPECT_TRUE(early.exchanges.at(0).reasons.front().early);
  EXPECT_EQ(early.exchanges.at(0).reasons.front().mood, 1);
}

TEST(RolePlay, CountsNoGoodInASentenceThatHurts) {
  const Exchange exchange =
      PlayAll({"I'm sorry, but you should have been at home."}).exchanges.at(0);
  EXPECT_LT(exchange.mood, 3);
}

TEST(RolePlay, AsksInOtherWordsTheSecondTime) {
  const Performance played = PlayAll({"Hello.", "Hello."});
  EXPECT_EQ(played.exchanges.at(0).customer, "Do you know what that was like?");
  EXPECT_EQ(played.exchanges.at(1).customer,
            "Once more: Do you know what that was like? Please.");
}

TEST(RolePlay, ThawsNoFasterThanTrust) {
  const Performance played = PlayAll({kPolicy, kHeard,
                                      "That was my mistake. I have sent a "
                                      "new lamp, with a bottle of wine on top, and I'll "
                                      "ring you tomorrow at noon."});
  const Exchange& last = played.exchanges.back();
  EXPECT_LE(last.mood, last.trust + 2);
}

TEST(RolePlay, IsUneasyUntilSomebodyOwnsIt) {
  const Performance played =
      PlayAll({std::string(kHeard) +
               " I have sent you a new lamp today. I'll ring you tomorrow before noon."});
  EXPECT_EQ(played.open_needs, std::vector<std::string>{"Somebody who owns it"});
  EXPECT_EQ(played.exchanges.back().mood, 5);
}

TEST(RolePlay, IsNoBetterThanItsWords) {
  const std::string most = std::string(kHeard) +
                           " I lost your parcel, that was my mistake. I have sent you a "
                           "new lamp today.";
  EXPECT_EQ(PlayAll({most}).exchanges.back().mood, 8);
  const Performance again = PlayAll({most, "Hello.", "Hello.", "Hello."});
  EXPECT_EQ(again.exchanges.at(2).mood, 7) << "asked for a second time";
  EXPECT_EQ(again.ending, Ending::kLate);
}

TEST(RolePlay, TrustComesBackSlowerThanItWent) {
  const Performance played =
      PlayAll({kPolicy, std::string(kHeard) +
                            " I lost your parcel, that was my mistake. I have sent you a "
                            "new lamp today. I'll ring you tomorrow before noon."});
  EXPECT_EQ(played.exchanges.at(1).trust, played.exchanges.at(0).trust + 2);
}

TEST(RolePlay, TellsAFactOnceItIsAskedFor) {
  const Performance asked = PlayAll({"What is the number of your order?"});
  EXPECT_NE(asked.exchanges.at(0).customer.find("It is 4471."), std::string::npos)
      << asked.exchanges.at(0).customer;
}

TEST(RolePlay, EndsWellWhenAllIsThere) {
  const Performance well =
      PlayAll({kHeard, "I lost your parcel, that was my mistake.",
               "I have sent you a new lamp today. I'll ring you tomorrow before noon.",
               "Too late."});
  EXPECT_EQ(well.ending, Ending::kWell);
  EXPECT_EQ(well.exchanges.size(), 3u) << "replies after the end are not played";
  EXPECT_EQ(well.exchanges.back().customer, "Good.");
  EXPECT_TRUE(well.open_needs.empty());
  EXPECT_TRUE(JudgementOf(Talks().exercises.front(), well).passed);
}

TEST(RolePlay, EndsBadlyWhereTheMoodIsGone) {
  const Performance badly = PlayAll({kPolicy, kPolicy});
  EXPECT_EQ(badly.ending, Ending::kBadly);
  EXPECT_EQ(badly.exchanges.back().mood, 0);
  EXPECT_EQ(badly.exchanges.back().customer, "I am leaving.");
  const Judgement judgement = JudgementOf(Talks().exercises.front(), badly);
  EXPECT_FALSE(judgement.passed);
  EXPECT_TRUE(judgement.Has("policy/its-policy"));
}

TEST(RolePlay, EndsLateWhereNothingComes) {
  const Performance late = PlayAll({"Hello.", "Hello.", "Hello.", "Hello."});
  EXPECT_EQ(late.ending, Ending::kLate);
  EXPECT_EQ(late.exchanges.back().customer, "I have to go.");
}

TEST(RolePlay, IsTheSameForTheSameSeed) {
  const Texts replies = {"I'm sorry, but you should have been at home.", kPolicy};
  std::set<std::string> said;
  for (uint64_t seed = 0; seed < 20; ++seed) {
    const Performance one = PlayAll(replies, seed);
    EXPECT_EQ(one.exchanges.at(0).customer,
              PlayAll(replies, seed).exchanges.at(0).customer);
    said.insert(one.exchanges.at(0).customer);
  }
  EXPECT_GT(said.size(), 1u) << "the seed decides between wordings";
}

// What was said so far does not change by what comes.
TEST(RolePlay, GoesOnFromWhereItWas) {
  Texts replies;
  Texts said;
  for (const char* reply : {"Hello.", kPolicy, kHeard}) {
    replies.emplace_back(reply);
    const Performance played = PlayAll(replies, 7);
    said.push_back(played.exchanges.back().customer);
    for (size_t i = 0; i < said.size(); ++i) {
      EXPECT_EQ(played.exchanges.at(i).customer, said.at(i));
    }
  }
}

TEST(RolePlay, TakesAnyBytes) {
  const Performance played = PlayAll({"\xFF\xFE", "", std::string(10'000, 'x')});
  EXPECT_EQ(played.exchanges.size(), 3u);
}

}  // namespace
}  // namespace amends::training
