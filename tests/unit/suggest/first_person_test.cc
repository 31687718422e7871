#include "amends/suggest/first_person.h"

#include <string>

#include <gtest/gtest.h>

#include "tests/support/tables.h"

namespace amends::suggest {
namespace {

conversation::Reading Read(std::string_view source) {
  conversation::Reading turn;
  turn.source = source;
  turn.text = testing::EnglishAnalyzer().Analyze(source);
  for (uint32_t i = 0; i < turn.text.sentences.size(); ++i) {
    turn.sentence_of.resize(turn.text.sentences[i].end, i);
  }
  return turn;
}

struct FirstPersonRow {
  // The words between the bars are turned; without bars all are.
  const char* source;
  const char* turned;
};

// Turns the words between the bars.
std::string Turned(std::string source) {
  const size_t open = source.find('|');
  if (open != std::string::npos) source.erase(open, 1);
  const size_t close = source.find('|');
  if (close != std::string::npos) source.erase(close, 1);
  const conversation::Reading turn = Read(source);
  match::Range words{0, static_cast<uint32_t>(turn.text.words.size())};
  if (open != std::string::npos) {
    while (turn.text.words[words.begin].span.start < open) ++words.begin;
    while (turn.text.words[words.end - 1].span.start >= close) --words.end;
  }
  return InFirstPerson(turn, words);
}

void Check(std::initializer_list<FirstPersonRow> rows) {
  for (const FirstPersonRow& row : rows)
    EXPECT_EQ(Turned(row.source), row.turned) << row.source;
}

TEST(FirstPerson, TurnsEveryFormOfWe) {
  Check({
      {"we apologise", "I apologise"},
      {"We apologise", "I apologise"},
      {"WE apologise", "I apologise"},
      {"it was us", "it was me"},
      {"Us, again", "Me, again"},
      {"our mistake", "my mistake"},
      {"Our mistake", "My mistake"},
      {"the mistake is ours", "the mistake is mine"},
      {"Ours is the blame", "Mine is the blame"},
      {"by ourselves", "by myself"},
      {"by ourself", "by myself"},
      {"let us apologise", "let me apologise"},
      {"Let us say our piece ourselves", "Let me say my piece myself"},
      {"we lost it on our van", "I lost it on my van"},
      {"nothing to turn", "nothing to turn"},
      {"", ""},
  });
}

TEST(FirstPerson, TurnsTheVerbThatGoesWithWe) {
  Check({
      {"we are sorry", "I am sorry"},
      {"We were sorry", "I was sorry"},
      {"WE ARE SORRY", "I AM SORRY"},
      {"We Are Sorry", "I Am Sorry"},
      {"we are not sure", "I am not sure"},
      {"we really are sorry", "I really am sorry"},
      {"we so very truly were sorry", "I so very truly was sorry"},
      {"we at Fenn are sorry", "I at Fenn am sorry"},
      {"we here at Fenn Garden Tools are sorry", "I here at Fenn Garden Tools am sorry"},
      {"are we sorry", "am I sorry"},
      {"Were we wrong?", "Was I wrong?"},
      {"how are we to know", "how am I to know"},
      {"we regret it and are sorry", "I regret it and am sorry"},
      {"we lost the bags and truly are sorry", "I lost the bags and truly am sorry"},
      {"we have been late", "I have been late"},
      {"we will be there", "I will be there"},
      {"we do apologise", "I do apologise"},
      {"our parcels are late", "my parcels are late"},
      {"you are right", "you are right"},
      {"they were ours", "they were mine"},
  });
}

TEST(FirstPerson, TurnsContractions) {
  Check({
      {"we're sorry", "I'm sorry"},
      {"We're sorry", "I'm sorry"},
      {"We’re sorry", "I’m sorry"},
      {"WE'RE SORRY", "I'M SORRY"},
      {"We‘re sorry", "I‘m sorry"},
      {"we've lost it", "I've lost it"},
      {"we’ve lost it", "I’ve lost it"},
      {"we'll call", "I'll call"},
      {"WE'LL CALL", "I'LL CALL"},
      {"we'd like to help", "I'd like to help"},
      {"We’d like to help", "I’d like to help"},
      {"weve lost it", "I've lost it"},
      {"Were sorry", "I'm sorry"},
      {"we aren't sure", "I am not sure"},
      {"We aren’t sure", "I am not sure"},
      {"we weren't told", "I wasn't told"},
      {"We weren’t told", "I wasn’t told"},
      {"aren't we late", "aren't I late"},
      {"Weren't we clear?", "Wasn't I clear?"},
      {"we can't say", "I can't say"},
      {"let's see", "let's see"},
  });
}

TEST(FirstPerson, TurnsAContractionWhole) {
  const conversation::Reading turn = Read("We'd like to help");
  EXPECT_EQ(InFirstPerson(turn, {0, 1}), "I'd");
  EXPECT_EQ(InFirstPerson(turn, {1, 3}), "I'd like");
  EXPECT_EQ(InFirstPerson(turn, {1, 1}), "");
}

TEST(FirstPerson, StopsWhereTheClauseEnds) {
  Check({
      {"We're sorry we lost our bag", "I'm sorry we lost our bag"},
      {"We apologise, and we will call you", "I apologise, and we will call you"},
      {"we are sorry but our driver was ill", "I am sorry but our driver was ill"},
      {"we know it because you told us", "I know it because you told us"},
      {"We are sorry. We lost it", "I am sorry. We lost it"},
      {"Our apologies; we were late", "My apologies; we were late"},
      {"we lost it, Ms Lee, on our van", "I lost it, Ms Lee, on my van"},
      {"you told us that |we are late|", "I am late"},
  });
}

TEST(FirstPerson, KeepsBlanksAndLines) {
  Check({
      {"We\nare sorry", "I\nam sorry"},
      {"We  are\r\n  sorry", "I  am\r\n  sorry"},
      {"We\u00A0are “so” sorry", "I\u00A0am “so” sorry"},
      {"we (really) are sorry — ours", "I (really) are sorry — ours"},
  });
}

TEST(FirstPerson, LeavesThoseWhoReallyAreSeveral) {
  Check({
      {"we both apologise for our noise", "we both apologise for our noise"},
      {"we are both sorry", "we are both sorry"},
      {"We're all sorry", "We're all sorry"},
      {"we all regret it", "we all regret it"},
      {"from all of us", "from all of us"},
      {"one of us will call", "one of us will call"},
      {"each of us and our boss", "each of us and our boss"},
      {"Ana and we are sorry", "Ana and we are sorry"},
      {"because of us", "because of me"},
      {"on behalf of us", "on behalf of me"},
  });
}

TEST(FirstPerson, LeavesWhatItCannotTurnWhole) {
  Check({
      {"|we| are sorry", "we"},
      {"are |we sorry|", "we sorry"},
      {"|we| apologise", "I"},
      {"the US office", "the US office"},
      {"our US office", "my US office"},
      {"CALL US NOW", "CALL ME NOW"},
      {"call US", "call US"},
  });
}

}  // namespace
}  // namespace amends::suggest
