// What is said of answers: a row is an answer and the reasons for which it does not pass.
#include "amends/training/judge.h"

#include <algorithm>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "amends/training/training_json.h"
#include "tests/unit/training/one_exercise.h"

namespace amends::training {
namespace {

using amends::testing::ReadOne;
using amends::testing::TrainingEngine;
using Texts = std::vector<std::string>;

Texts ReasonsOf(const Judgement& judgement) {
  Texts reasons;
  for (const Point& point : judgement.said) {
    const bool hinders =
        point.kind == Point::Kind::kFault || point.kind == Point::Kind::kUnseen;
    if (hinders) reasons.push_back(point.code);
  }
  std::ranges::sort(reasons);
  return reasons;
}

struct Row {
  std::string answer;  // JSON
  Texts reasons;       // none: it passes
};

void ExpectReasons(const Exercise& exercise, const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    const auto answer = std::get<Answer>(ReadAnswer(row.answer));
    const Judgement judgement = Judge(TrainingEngine(), exercise, answer);
    EXPECT_EQ(ReasonsOf(judgement), row.reasons) << row.answer;
    EXPECT_EQ(judgement.passed, row.reasons.empty()) << row.answer;
    ASSERT_EQ(judgement.rules.size(), exercise.rules.size());
    EXPECT_EQ(judgement.rules.front().passed, row.reasons.empty()) << row.answer;
    EXPECT_GE(judgement.points, 0);
    EXPECT_LE(judgement.points, judgement.passed ? 100 : 95) << row.answer;
  }
}

TEST(Judge, Marks) {
  const Exercise spot = ReadOne(
      "spot", "fake-apology/conditional",
      R"(, "draft": "I'm sorry if the room was cold. I have put a heater in it today.",
          "marks": [{"words": "sorry if", "rule": "fake-apology/conditional"}])");
  ExpectReasons(spot,
                {
                    {R"({"marks": [{"start": 4, "end": 12}]})", {}},
                    {R"({"marks": [{"start": 0, "end": 30}]})", {}},  // the clause
                    {R"({})", {"missing:fake-apology/conditional"}},
                    {R"({"marks": [{"start": 0, "end": 64}]})", {"wide"}},
                    {R"({"marks": [{"start": 4, "end": 12}, {"start": 40, "end": 50}]})",
                     {"extra"}},
                    {R"({"marks": [{"start": 900, "end": 1000}]})",
                     {"extra", "missing:fake-apology/conditional"}},
                });
}

TEST(Judge, Choices) {
  const Exercise hears = ReadOne("hears", "policy/its-policy",
                                 R"(, "draft": "It's our policy.", "options": [
          {"text": "A", "right": true}, {"text": "B", "because": "No."},
          {"text": "C", "because": "No."}])");
  ExpectReasons(hears, {{R"({"choices": [0]})", {}},
                        {R"({"choices": [1]})", {"choice"}},
                        {R"({"choices": [7]})", {"blank"}},
                        {R"({"choices": [0, 1]})", {"blank"}},
                        {R"({})", {"blank"}}});
}

TEST(Judge, Checklists) {
  const Exercise list =
      ReadOne("checklist", "empathy/missing",
              R"(, "items": [{"text": "Lower your voice", "right": true},
          {"text": "Pause", "right": true}, {"text": "Type", "because": "They hear it."},
          {"text": "Hum", "because": "They hear it."}])");
  ExpectReasons(list, {{R"({"choices": [1, 0]})", {}},
                       {R"({"choices": [0]})", {"choice"}},
                       {R"({"choices": [0, 1, 2]})", {"choice"}},
                       {R"({})", {"choice", "choice"}}});
}

TEST(Judge, Orders) {
  const Exercise order = ReadOne(
      "order", "structure/fix-before-feeling",
      R"(, "sentences": ["I'm sorry that you waited.", "I have sent it.", "It comes today."],
          "before": [{"first": 0, "then": 1, "because": "Sorry comes first."},
                     {"first": 1, "then": 2, "because": "It needs what it points to."}],
          "wrong": [{"order": [1, 0, 2], "caught": "order"}])");
  ExpectReasons(order, {{R"({"choices": [0, 1, 2]})", {}},
                        {R"({"choices": [2, 1, 0]})",
                         {"order", "order", "structure/fix-before-feeling"}},
                        {R"({"choices": [0, 1]})", {"blank"}},
                        {R"({"choices": [0, 0, 1]})", {"blank"}}});
  EXPECT_NE(ShownOrder(order), (std::vector<size_t>{0, 1, 2}));
  EXPECT_EQ(ShownOrder(order), ShownOrder(order));
}

const char* const kLateRoom =
    R"(, "conversation": [{"role": "customer", "text": "Our room was not ready until nine and the children cried. We paid 120 pounds for it."}],
        "draft": "I'm sorry, but check-in was busy yesterday.",
        "known": ["You are Kim. You may give back half: £60."],
        "asks": ["apology", "responsibility", "repair"], "longest": 40,
        "model": "I'm so sorry. I gave your room away, and that was my mistake. I've refunded half, £60.",
        "wrong": [{"text": "No.", "caught": "missing:apology"}])";

TEST(Judge, Rewrites) {
  const Exercise rewrite = ReadOne("rewrite", "fake-apology/but", kLateRoom);
  ExpectReasons(
      rewrite,
      {
          {R"({"texts": ["I'm so sorry that you waited until nine. That was my mistake. I've refunded £60. Kim"]})",
           {}},
          {R"({"texts": [" \n"]})", {"blank"}},
          {R"({})", {"blank"}},
          {R"({"texts": ["I'm so sorry. That was my mistake. I've refunded [[how much]]."]})",
           {"blank"}},
          {R"({"texts": ["I'm sorry, but check-in was busy yesterday."]})",
           {"unchanged"}},
          {R"({"texts": ["I’m sorry,  but Check-in was busy yesterday"]})",
           {"unchanged"}},
          {R"({"texts": ["I'm so sorry. That was my mistake. I've refunded £85."]})",
           {"invented"}},
          {R"({"texts": ["I'm so sorry. That was my mistake. I've refunded £60, says Tiberius."]})",
           {"invented"}},
          {R"({"texts": ["That was my mistake. I've refunded £60."]})",
           {"missing:apology"}},
          {R"({"texts": ["I'm so sorry. That was my mistake. I've refunded £60. I know how long the evening was for all of you, and how tired the children must have been, and how it must have felt to stand there with bags and nobody to tell you what was going on at all."]})",
           {"long"}},
          {R"({"texts": ["Das tut mir sehr leid, das war mein Fehler, und ich habe die Hälfte zurückgezahlt, weil wir das Zimmer nicht hatten."]})",
           {"other-language"}},
      });
}

// What was not seen may be there in words that the engine does not know: the writer says.
TEST(Judge, LeavesOpenWhatItDoesNotSee) {
  const Exercise rewrite = ReadOne("rewrite", "fake-apology/but", kLateRoom);
  const auto judge = [&](const char* text) {
    return Judge(TrainingEngine(), rewrite, {{}, {}, {text}});
  };
  const Judgement unseen =
      judge("I'm so sorry. I've refunded £60. Nobody else did this.");
  EXPECT_FALSE(unseen.passed);
  EXPECT_TRUE(unseen.IsOpen());
  const Judgement confirmed = Confirmed(unseen, rewrite.rules);
  EXPECT_TRUE(confirmed.passed);
  EXPECT_TRUE(confirmed.rules.front().passed);
  const Judgement hurts = judge("I'm sorry, but we were busy. I've refunded £60.");
  EXPECT_FALSE(hurts.IsOpen());
  EXPECT_FALSE(Confirmed(hurts, rewrite.rules).passed);
}

TEST(Judge, TakesTheOrderAsItWasShown) {
  const Exercise order =
      ReadOne("order", "structure/fix-before-feeling",
              R"(, "sentences": ["I'm sorry.", "I have sent it.", "It comes today."],
          "before": [{"first": 0, "then": 1, "because": "a"}, {"first": 1, "then": 2, "because": "b"}],
          "wrong": [{"order": [1, 0, 2], "caught": "order"}])");
  EXPECT_EQ(FromShown(order, {{}, {0, 1, 2}, {}}).choices, ShownOrder(order));
}

// A sorry that is taken back does not count as one.
TEST(Judge, CountsNothingInASentenceThatHurts) {
  const Exercise rewrite = ReadOne("rewrite", "fake-apology/but", kLateRoom);
  const Judgement judgement = Judge(
      TrainingEngine(), rewrite,
      {{}, {}, {"I'm sorry, but we were busy. That was my mistake. I've refunded £60."}});
  EXPECT_TRUE(judgement.Has("fake-apology/but"));
  EXPECT_TRUE(judgement.Has("missing:apology"));
  const auto missing = std::ranges::find(judgement.said, "missing:apology", &Point::code);
  EXPECT_TRUE(missing->text.starts_with("An apology is there, but “")) << missing->text;
}

// What is only a hint takes nothing away.
TEST(Judge, CountsWhatStandsBesideAHint) {
  const Exercise rewrite = ReadOne("rewrite", "fake-apology/but", kLateRoom);
  ExpectReasons(
      rewrite,
      {{R"({"texts": ["I'm ashamed, and I'm so sorry. That was my mistake. I've refunded £60."]})",
        {}}});
}

TEST(Judge, TotalsAreNotInvented) {
  const Exercise rewrite = ReadOne(
      "rewrite", "fake-apology/but",
      R"(, "draft": "I'm sorry, but it was late.", "longest": 40, "asks": ["repair"],
        "known": ["The taxi was £68, the two tickets £31, the hotel $20.50."],
        "model": "I've refunded £68.", "wrong": [{"text": "No.", "caught": "missing:repair"}])");
  ExpectReasons(rewrite,
                {{R"({"texts": ["I've refunded your taxi and the tickets, £99."]})", {}},
                 {R"({"texts": ["I've refunded all, $119.50."]})", {}},
                 {R"({"texts": ["I've refunded £98."]})", {"invented"}},
                 {R"({"texts": ["I've refunded £62."]})", {"invented"}}});
}

TEST(Judge, FilledBlanks) {
  const Exercise fill = ReadOne(
      "fill", "time/vague",
      R"(, "draft": "I'm sorry about your bag. I will ring you [[when]].", "asks": ["next"],
          "model": ["on Friday before noon"],
          "wrong": [{"texts": ["soon"], "caught": "time/vague"}])");
  EXPECT_EQ(Filled(fill, {{}, {}, {"today"}}),
            "I'm sorry about your bag. I will ring you today.");
  ExpectReasons(fill, {{R"({"texts": ["tomorrow at 9 am"]})", {}},
                       {R"({"texts": [""]})", {"blank"}},
                       {R"({})", {"blank"}}});
}

TEST(Judge, ImitationsMayNotCopy) {
  const Exercise imitate = ReadOne(
      "imitate", "structure/no-apology",
      R"(, "situation": "A coat was lost at the cloakroom of a theatre. You are Ruth.",
          "example": {"situation": "A bakery.",
                      "text": "I'm so sorry that your birthday cake came without a single candle on it."},
          "asks": ["apology"], "model": "I'm so sorry that we lost your coat.",
          "wrong": [{"text": "x", "caught": "missing:apology"}])");
  ExpectReasons(
      imitate,
      {{R"({"texts": ["I'm so sorry that we lost your coat."]})", {}},
       {R"({"texts": ["I'm so sorry that your birthday cake came without a single candle on it."]})",
        {"copied"}}});
}

TEST(Judge, Records) {
  const Exercise record = ReadOne(
      "record", "followup/deposition-blame",
      R"(, "conversation": [{"role": "customer", "text": "The kettle in room 12 broke on Tuesday and burnt my hand."}],
          "fields": ["what", "when"], "model": {"what": "The kettle broke.", "when": "Tuesday"},
          "wrong": [{"fields": {"what": "The kettle broke."}, "caught": "missing:when"}])");
  ExpectReasons(
      record,
      {{R"({"texts": ["The kettle broke and burnt her hand", "On Tuesday"]})", {}},
       {R"({"texts": ["The kettle broke", ""]})", {"missing:when"}},
       {R"({"texts": ["The kettle broke. The guest overreacted.", "Tuesday"]})",
        {"followup/deposition-blame"}},
       {R"({"texts": ["The kettle broke in room 77", "Tuesday"]})", {"invented"}},
       {R"({})", {"blank"}}});
}

// Whatever the bytes.
TEST(Judge, NeverFails) {
  const Exercise rewrite = ReadOne("rewrite", "fake-apology/but", kLateRoom);
  for (const std::string& text :
       {std::string("\xFF\xFE"), std::string(3, '\0'), std::string(100'000, 'a'),
        std::string("[[[[[]]]]]"), std::string("🙂🙂🙂")}) {
    EXPECT_FALSE(Judge(TrainingEngine(), rewrite, {{}, {}, {text}}).passed);
  }
}

}  // namespace
}  // namespace amends::training
