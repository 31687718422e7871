#include "amends/conversation/due.h"

#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "tests/support/tables.h"

namespace amends::conversation {
namespace {

TEST(Due, IsTheLastMomentThatKeepsThePromise) {
  // Wednesday.
  const input::Moment said = *input::ReadMoment("2026-03-04T10:30Z");
  struct {
    std::string_view words;
    std::string due;  // empty = the words name no time
  } const rows[] = {
      {"within 24 hours", "2026-03-05T10:30Z"},
      {"in 20 minutes", "2026-03-04T10:50Z"},
      {"in an hour", "2026-03-04T11:30Z"},
      {"in half an hour", "2026-03-04T11:30Z"},
      {"within 48h", "2026-03-06T10:30Z"},
      {"in two days", "2026-03-07T00:00Z"},
      {"in 3 to 5 days", "2026-03-10T00:00Z"},
      {"in 3-5 days", "2026-03-10T00:00Z"},
      {"in a couple of days", "2026-03-07T00:00Z"},
      {"within two working days", "2026-03-07T00:00Z"},
      {"within 3 business days", "2026-03-10T00:00Z"},
      {"in two weeks", "2026-03-19T00:00Z"},
      {"today", "2026-03-05T00:00Z"},
      {"by the end of the day", "2026-03-05T00:00Z"},
      {"this afternoon", "2026-03-04T18:00Z"},
      {"tomorrow", "2026-03-06T00:00Z"},
      {"tomorrow morning", "2026-03-05T12:00Z"},
      {"tomorrow at 9", "2026-03-05T09:00Z"},
      {"by Friday", "2026-03-07T00:00Z"},
      {"on FRIDAY at noon", "2026-03-06T12:00Z"},
      {"on Thursday before 10", "2026-03-05T10:00Z"},
      {"on Wednesday", "2026-03-12T00:00Z"},
      {"next Monday", "2026-03-17T00:00Z"},
      {"by the end of the week", "2026-03-09T00:00Z"},
      {"next week", "2026-03-16T00:00Z"},
      {"by the end of the month", "2026-04-01T00:00Z"},
      {"by 10 March", "2026-03-11T00:00Z"},
      {"by March 10th at 4pm", "2026-03-10T16:00Z"},
      {"on the 3rd of January", "2027-01-04T00:00Z"},
      {"by 1 March", "2026-03-02T00:00Z"},
      {"at 4", "2026-03-04T16:00Z"},
      {"by four o'clock", "2026-03-04T16:00Z"},
      {"by 11", "2026-03-04T11:00Z"},
      {"at 10:15", "2026-03-05T10:15Z"},
      {"by 10.45 am", "2026-03-04T10:45Z"},
      {"at 12 am", "2026-03-05T00:00Z"},
      {"soon", ""},
      {"on 31 February", ""},
      {"after 7 people", ""},
      {"in 99999999999 days", ""},
      {"may", ""},
      {"", ""},
  };
  const Calendar calendar(testing::EnglishTables().calendar);
  for (const auto& row : rows) {
    const auto due = DueBy(row.words, said, calendar);
    EXPECT_EQ(due ? input::WriteMoment(*due) : "", row.due) << row.words;
  }
}

TEST(Due, IsToldOnTheClockOfThePlace) {
  const Calendar calendar(testing::EnglishTables().calendar);
  const auto due =
      DueBy("by noon", *input::ReadMoment("2026-03-04T23:30-05:00"), calendar);
  EXPECT_EQ(input::WriteMoment(*due), "2026-03-05T12:00-05:00");
}

TEST(Due, NeedsWordsForDays) {
  EXPECT_FALSE(DueBy("by Friday", *input::ReadMoment("2026-03-04T10:30Z"), Calendar()));
}

}  // namespace
}  // namespace amends::conversation
