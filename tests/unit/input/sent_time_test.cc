#include "amends/input/sent_time.h"

#include <gtest/gtest.h>

#include "amends/input/moment.h"

namespace amends::input {
namespace {

TEST(SentTime, IsFoundAsMailProgramsWriteIt) {
  struct Row {
    const char* line;
    const char* time;
  };
  const Row rows[] = {
      {"", ""},
      {"no date at all", ""},
      {"Mon, Apr 2, 2012 at 6:26 PM", "2012-04-02T18:26"},
      {"Mon, Apr 2, 2012 at 12:05 AM", "2012-04-02T00:05"},
      {"April 2nd, 2012", "2012-04-02"},
      {"Mon, 2 Apr 2012 10:00:07 +0530", "2012-04-02T10:00:07+05:30"},
      {"2 Apr 2012 10:00 GMT", "2012-04-02T10:00Z"},
      {"2 Apr 2012 10:00 GMT-3", "2012-04-02T10:00-03:00"},
      {"2 Apr 2012 10:00 +02:00", "2012-04-02T10:00+02:00"},
      {"2012-04-02 10:00", "2012-04-02T10:00"},
      {"2.4.2012 10:00", "2012-04-02T10:00"},
      {"04/02/2012 6:26 PM", "2012-04-02T18:26"},
      {"04/02/2012 18:26", ""},
      {"25/02/2012 18:26", "2012-02-25T18:26"},
      {"lundi 2 août 2012 à 18h26", "2012-08-02T18:26"},
      {"2. März 2012 um 18:26", "2012-03-02T18:26"},
      {"2 de diciembre de 2012", "2012-12-02"},
      {"2 Apr 2012, 25:99", "2012-04-02"},
      {"99 Apr 2012", ""},
      {"2 Apr 99999", ""},
      {"99999999999999999999/99/99", ""},
  };
  for (const Row& row : rows) {
    const std::string time = FindSentTime(row.line);
    EXPECT_EQ(time, row.time) << row.line;
    EXPECT_TRUE(time.empty() || ReadMoment(time)) << time;
  }
}

}  // namespace
}  // namespace amends::input
