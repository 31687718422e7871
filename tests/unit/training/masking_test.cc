// What tells whose a conversation was is taken out, the same for the same.
#include "amends/training/masking.h"

#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "amends/training/catalogue.h"
#include "amends/training/exercise_test.h"
#include "amends/training/proposal.h"
#include "tests/unit/training/one_exercise.h"

namespace amends::training {
namespace {

using amends::testing::TrainingEngine;

std::string Masked(std::string_view text) {
  const std::string_view texts[] = {text};
  return Masking(TrainingEngine(), texts).Mask(text);
}

struct Row {
  const char* text;
  const char* masked;
};

TEST(Masking, TakesOutWhatTellsWhoItWas) {
  const Row rows[] = {
      {"Dear Ms Okafor, we have your bag.", "Dear Ms Marlow, we have your bag."},
      {"Hello Priya,\n\nPriya's bag is here.", "Hello Marlow,\n\nMarlow's bag is here."},
      {"I asked Priya and Okafor, and Priya knew.",
       "I asked Marlow and Tessel, and Marlow knew."},
      {"Your order is 448812.", "Your order is 123456."},
      {"Write to priya.o@shop.example or see https://shop.example/o/448812 today.",
       "Write to name@example.com or see https://example.com today."},
      {"Ring 07700900123.", "Ring 12345678901."},
      {"I'll ring you on Monday in March.", "I'll ring you on Monday in March."},
      {"You paid £45.50 at 10:30 in 2025 for 3 of them on the 18th.",
       "You paid £45.50 at 10:30 in 2025 for 3 of them on the 18th."},
      {"", ""},
  };
  for (const Row& row : rows) EXPECT_EQ(Masked(row.text), row.masked) << row.text;
}

TEST(Masking, IsTheSameOverAllTexts) {
  const std::string_view texts[] = {"It is for Okafor, number 448812.",
                                    "Okafor called about 448812."};
  Masking masking(TrainingEngine(), texts);
  EXPECT_EQ(masking.Mask(texts[0]), "It is for Marlow, number 123456.");
  EXPECT_EQ(masking.Mask(texts[1]), "Marlow called about 123456.");
  EXPECT_EQ(masking.masked().at("Okafor"), "Marlow");
}

TEST(Masking, NamesAreToldApartHoweverMany) {
  std::string text = "They are";
  for (int i = 0; i < 100; ++i) {
    text += " Z" + std::string(1, static_cast<char>('a' + i % 26)) + "q" +
            std::string(1, static_cast<char>('a' + i / 26)) + "x";
  }
  const std::string_view texts[] = {text};
  Masking masking(TrainingEngine(), texts);
  masking.Mask(text);
  std::map<std::string, int> given;
  for (const auto& [was, is] : masking.masked()) ++given[is];
  for (const auto& [name, count] : given) EXPECT_EQ(count, 1) << name;
}

input::Conversation Draft(const std::string& customer, const std::string& text) {
  input::Conversation draft;
  draft.context.push_back({input::Role::kCustomer, customer, ""});
  draft.text = text;
  return draft;
}

TEST(Proposal, MarksOneFault) {
  const auto proposed = ProposeExercise(
      TrainingEngine(), Draft("The lamp came broken, Priya Okafor.",
                              "Dear Ms Okafor, I'm sorry if the lamp was broken. I have "
                              "sent a new one today. "
                              "That was my mistake, and I'll ring you on Friday."));
  EXPECT_EQ(proposed.problem, "");
  EXPECT_EQ(proposed.kind, "spot");
  EXPECT_EQ(proposed.json.find("Okafor"), std::string::npos);
  EXPECT_NE(proposed.json.find("fake-apology/conditional"), std::string::npos);
  const auto read = ReadFileText(proposed.json, "new.json", TrainingEngine());
  EXPECT_EQ(pack::FormatAll(read.problems), "");
  ASSERT_EQ(read.catalogue.exercises.size(), 1u);
}

TEST(Proposal, MakesARewriteOfAReplyThatIsFullOfThem) {
  const auto proposed =
      ProposeExercise(TrainingEngine(), Draft("The lamp came broken and my mother cried.",
                                              "I'm sorry if you feel that way. It's our "
                                              "policy to wait. You should have opened "
                                              "it at once. Did you check the bulb?"));
  EXPECT_EQ(proposed.kind, "rewrite");
  EXPECT_NE(proposed.json.find("[["), std::string::npos) << "what only a person knows";
  const auto read = ReadFileText(proposed.json, "new.json", TrainingEngine());
  EXPECT_EQ(pack::FormatAll(read.problems), "");
}

TEST(Proposal, AsksForAQuestionThatCameTooEarly) {
  const auto proposed = ProposeExercise(
      TrainingEngine(),
      Draft("The lamp does not work, and I am upset.", "Did you plug it in?"));
  EXPECT_EQ(proposed.kind, "question");
}

TEST(Proposal, MakesNoneOfAGoodDraft) {
  const auto proposed = ProposeExercise(
      TrainingEngine(),
      Draft("Thanks for the tickets!", "You're welcome, see you on Friday."));
  EXPECT_NE(proposed.problem, "");
  EXPECT_EQ(proposed.json, "");
}

}  // namespace
}  // namespace amends::training
