// Folding: case, quotes, spelling, stretched letters, contractions.
#include <span>
#include <string>

#include <gtest/gtest.h>

#include "tests/support/tables.h"

namespace amends::text {
namespace {

struct CanonicalRow {
  const char* source;
  const char* words;
};

void Check(std::span<const CanonicalRow> rows) {
  for (const CanonicalRow& row : rows) {
    EXPECT_EQ(testing::EnglishAnalyzer().Analyze(row.source).canonical, row.words)
        << row.source;
  }
}

TEST(Folding, TakesCaseAndComposition) {
  const CanonicalRow rows[] = {{"SORRY Sorry sOrRy", "sorry sorry sorry"},
                               {"CAFÉ Cafe\u0301", "café café"},
                               {"Straße", "strasse"},
                               {"ÀÉÎ", "àéî"}};
  Check(rows);
}

TEST(Spelling, IsAmericanInside) {
  const CanonicalRow rows[] = {
      {"apologise apologised apologising", "apologize apologized apologizing"},
      {"colour favour behaviour", "color favor behavior"},
      {"centre dialogue travelled learnt", "center dialog traveled learned"},
      {"the organisation cancelled it", "the organization canceled it"},
      {"pls thx u ur sry asap", "please thanks you your sorry asap"},
      {"SRY Soz", "sorry sorry"}};
  Check(rows);
}

TEST(Stretching, IsFoldedToAKnownWord) {
  const CanonicalRow rows[] = {{"soooo sorrryyy", "so sorry"},
                               {"helloooo", "hello"},
                               {"reallllly", "really"},
                               {"good goood gooood", "good good good"},
                               {"zzzorgggh", "zorgh"},
                               {"www hmm 1000", "www hmm 1000"},
                               {"SOOOO", "so"}};
  Check(rows);
}

TEST(Contractions, OpenWhereTheyAreUnambiguous) {
  const CanonicalRow rows[] = {
      {"I'm I’m Im im", "i am i am i am i am"},
      {"can't cannot can not cant", "can not can not can not can not"},
      {"won't wont shan't", "will not will not shall not"},
      {"we're they've you'll", "we are they have you will"},
      {"it's Ana's he'd", "it 's ana 's he 'd"},
      {"let's lets", "let 's let 's"},
      {"could've driver'll needn't", "could have driver will need not"},
      {"dont youre theyre ive didnt", "do not you are they are i have did not"},
      {"o'clock", "o'clock"}};
  Check(rows);
}

TEST(Contractions, WithoutApostropheMayHangOnWhatFollows) {
  const CanonicalRow rows[] = {
      {"were sorry about that", "we are sorry about that"},
      {"you were sorry", "you were sorry"},
      {"Were so sorry. Well call you", "we are so sorry . we will call you"},
      {"Well, its late", "well , it 's late"},
      {"its been a day", "it 's been a day"},
      {"we feel well", "we feel well"},
      {"he was ill", "he was ill"},
      {"Ill send it", "i will send it"},
      {"its box", "its box"},
      {"the id is 5", "the id is 5"},
      {"Id like that", "i 'd like that"},
  };
  Check(rows);
}

}  // namespace
}  // namespace amends::text
