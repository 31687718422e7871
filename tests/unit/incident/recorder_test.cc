#include "amends/incident/recorder.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <gtest/gtest.h>

#include "amends/incident/record_json.h"
#include "amends/incident/wording.h"
#include "amends/input/record.h"
#include "tests/support/tiny_pack.h"
#include "tests/unit/incident/core_engine.h"

namespace amends::incident {
namespace {

using amends::testing::CoreEngine;
using amends::testing::Thread;
using Texts = std::vector<std::string>;

Record RecordOf(std::string_view thread) {
  return WriteRecord(Thread(thread), CoreEngine());
}

Texts TextsOf(const std::vector<Quote>& quotes) {
  Texts texts;
  for (const Quote& quote : quotes) texts.push_back(quote.text);
  return texts;
}

constexpr std::string_view kFull =
    "C: The new kettle I bought from you on Saturday broke at 8:30 this morning. "
    "There was a long queue at your desk. I am furious. My baby had no warm milk. "
    "Order number 5512. // I'm sorry that we sold you a broken kettle. I've sent a new "
    "one. It comes with a gift voucher on top. I'll call you on Monday at nine.";

TEST(Recorder, FillsEachFieldWithWordsOfTheThread) {
  const Record record = RecordOf(kFull);
  struct {
    std::string_view field;
    const std::vector<Quote>& quotes;
    Texts texts;
  } const rows[] = {
      {"what",
       record.what,
       {"The new kettle I bought from you on Saturday broke at 8:30 this morning."}},
      {"items", record.items, {"The new kettle"}},
      {"load", record.load, {"There was a long queue at your desk."}},
      {"circumstances", record.circumstances, {"My baby had no warm milk."}},
      {"feelings", record.feelings, {"I am furious."}},
      {"steps", record.steps, {"I've sent a new one."}},
      {"extras", record.extras, {"It comes with a gift voucher on top."}},
  };
  for (const auto& row : rows) EXPECT_EQ(TextsOf(row.quotes), row.texts) << row.field;
  ASSERT_EQ(record.promises.size(), 1u);
  EXPECT_EQ(record.promises[0].words.text, "I'll call you on Monday at nine.");
  EXPECT_TRUE(record.promises[0].due.has_value());
  EXPECT_EQ(record.questions.size(), 0u);
}

TEST(Recorder, AsksForWhatNobodyWroteDown) {
  struct {
    std::string_view law;
    std::string_view thread;
    std::vector<Field> fields;
  } const rows[] = {
      {"nothing known, one question", "Hello.", {Field::kWhat}},
      {"nothing wrong, none", "C: Thank you, it was lovely! // Glad to hear it.", {}},
      {"the day, but not the hour",
       "C: My kettle broke on Saturday, in the rush hour, and the baby is hungry. // "
       "I've "
       "sent a new one, with a voucher on top.",
       {Field::kWhen}},
      {"a promise without a day",
       "C: My kettle broke on Saturday at 8:30, in the rush hour, and the baby is "
       "hungry. "
       "// I've sent a new one, with a voucher on top. I'll call you.",
       {Field::kPromises}},
      {"all but what and which",
       "C: My kettle is broken. // Oh.",
       {Field::kWhen, Field::kLoad, Field::kCircumstances, Field::kSteps,
        Field::kExtras}},
  };
  for (const auto& row : rows) {
    std::vector<Field> fields;
    for (const Question& question : RecordOf(row.thread).questions) {
      fields.push_back(question.field);
      EXPECT_TRUE(question.text.ends_with('?')) << question.text;
    }
    EXPECT_EQ(fields, row.fields) << row.law;
  }
}

TEST(Recorder, KnowsWhenItWasReportedAndHowLongAgo) {
  input::Conversation conversation = Thread("C: My kettle is broken. // I'm sorry.");
  conversation.context[0].at = "2026-03-02T10:00:00Z";
  conversation.now = "2026-03-04T11:00:00Z";
  Record record = WriteRecord(conversation, CoreEngine());
  EXPECT_EQ(record.reported_at, "2026-03-02T10:00:00Z");
  EXPECT_EQ(record.age_minutes, 49 * 60);
  EXPECT_EQ(ReportedOf(record), "2026-03-02T10:00:00Z, 2 days before this was written");
  conversation.facts.minutes_since_report = 5;
  EXPECT_EQ(WriteRecord(conversation, CoreEngine()).age_minutes, 5);
  conversation.facts.minutes_since_report.reset();
  conversation.now.clear();
  EXPECT_EQ(WriteRecord(conversation, CoreEngine()).age_minutes, std::nullopt);
}

TEST(Recorder, TellsColleaguesWhatNotToAskAgain) {
  const Texts lines = {
      "What happened: “The new kettle I bought from you on Saturday broke at 8:30 this "
      "morning.”",
      "How the customer feels: “I am furious.” What it cost: “My baby had no warm milk.”",
      "No need to ask again for: “Order number 5512”.",
      "Check twice: “The new kettle”. Promised: “I'll call you on Monday at nine.”",
  };
  EXPECT_EQ(RecordOf(kFull).alert, lines);
}

bool FieldsRuleSpeaks(std::string_view thread) {
  const auto read = input::ReadRecord(RecordJson(RecordOf(thread)));
  const Result result = CoreEngine().Check(std::get<input::Conversation>(read));
  return std::ranges::any_of(result.findings, [](const Finding& finding) {
    return finding.rule->id == "followup/deposition-fields";
  });
}

TEST(Recorder, ItsRecordIsJudgedByTheRuleForSuchRecords) {
  EXPECT_FALSE(FieldsRuleSpeaks(kFull)) << "everything is written down";
  EXPECT_TRUE(FieldsRuleSpeaks("C: My kettle is broken. // I'm sorry."));
  EXPECT_FALSE(FieldsRuleSpeaks("C: Thank you, it was lovely! // Glad to hear it."));
}

}  // namespace
}  // namespace amends::incident
