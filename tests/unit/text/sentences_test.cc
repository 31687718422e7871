// Where sentences end.
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "tests/support/tables.h"

namespace amends::text {
namespace {

// The bytes of each sentence.
std::vector<std::string> Split(const std::string& source) {
  const Text text = testing::EnglishAnalyzer().Analyze(source);
  std::vector<std::string> sentences;
  for (const Sentence& sentence : text.sentences) {
    const Span span = text.SpanOf(sentence.begin, sentence.end);
    sentences.push_back(source.substr(span.start, span.length()));
  }
  return sentences;
}

struct SentencesRow {
  const char* source;
  std::vector<std::string> sentences;
};

TEST(Sentences, EndAtMarks) {
  const SentencesRow rows[] = {
      {"So sorry. It broke! Why? Well", {"So sorry.", "It broke!", "Why?", "Well"}},
      {"so sorry. it broke.", {"so sorry.", "it broke."}},
      {"So sorry.It broke.", {"So sorry.", "It broke."}},
      {"Well... I see", {"Well...", "I see"}},
      {"well... ok then", {"well... ok then"}},
      {"(It broke.) We know.", {"(It broke.)", "We know."}},
      {"\"It broke.\" We know.", {"\"It broke.\"", "We know."}},
      {"\"Why?\" she asked. Hm.", {"\"Why?\" she asked.", "Hm."}},
      {"Thanks! 😊 We know.", {"Thanks! 😊", "We know."}},
      {"Done. €20 is back.", {"Done.", "€20 is back."}},
      {"It broke?! No.", {"It broke?!", "No."}},
  };
  for (const SentencesRow& row : rows) EXPECT_EQ(Split(row.source), row.sentences);
}

TEST(Sentences, DoNotEndAtAbbreviationsNumbersAndAddresses) {
  const char* rows[] = {
      "Dear Mr. Lee and Dr. Diaz, hello.",
      "We open at 9.30 a.m. and close late.",
      "It costs 25.50 or approx. 30 in all.",
      "See order no. 4471 please.",
      "Ask J. Smith or A. B. Diaz for it.",
      "Ask É. Martin for it.",
      "Bring a pen, e.g. a red one, i.e. yours.",
      "See www.example.com. for it"  // the dot ends one; what follows is its own
  };
  for (size_t i = 0; i + 1 < std::size(rows); ++i)
    EXPECT_EQ(Split(rows[i]).size(), 1u) << rows[i];
  EXPECT_EQ(Split("So do I. We know.").size(), 2u);
  EXPECT_EQ(Split("I said no. We know.").size(), 2u);
  EXPECT_EQ(Split("We open at 9 a.m. Come then.").size(), 2u);
  EXPECT_EQ(Split("Take plan B. We know.").size(), 2u);
}

TEST(Sentences, EndAtBlankLinesNotAtLineBreaks) {
  EXPECT_EQ(Split("So sorry\nabout that"),
            (std::vector<std::string>{"So sorry\nabout that"}));
  EXPECT_EQ(Split("So sorry\r\n\r\nabout that"),
            (std::vector<std::string>{"So sorry", "about that"}));
  EXPECT_EQ(Split("So sorry\n \t\nabout"),
            (std::vector<std::string>{"So sorry", "about"}));
}

TEST(Sentences, BeginWithListItems) {
  EXPECT_EQ(Split("Please send:\n- the form\n- a photo"),
            (std::vector<std::string>{"Please send:", "the form", "a photo"}));
  EXPECT_EQ(Split("Hi\n\n1. Sign it\n2) Send it\n• Wait"),
            (std::vector<std::string>{"Hi", "Sign it", "Send it", "Wait"}));
  EXPECT_EQ(Split("it was late\n- very late"),
            (std::vector<std::string>{"it was late\n- very late"}));
  EXPECT_EQ(Split("it cost\n5. Sorry"),
            (std::vector<std::string>{"it cost\n5.", "Sorry"}));
}

TEST(Sentences, KnowQuestions) {
  const Text text =
      testing::EnglishAnalyzer().Analyze("Is it on?! (Is it?) It is. \"Why?\"");
  std::vector<bool> questions;
  for (const Sentence& sentence : text.sentences) questions.push_back(sentence.question);
  EXPECT_EQ(questions, (std::vector<bool>{true, true, false, true}));
}

TEST(Sentences, HaveAtMostThreeHundredWords) {
  std::string source;
  for (int i = 0; i < 500; ++i) source += "we were late and ";
  const Text text = testing::EnglishAnalyzer().Analyze(source);
  ASSERT_GT(text.sentences.size(), 6u);
  uint32_t at = 0;
  for (const Sentence& sentence : text.sentences) {
    EXPECT_EQ(sentence.begin, at);
    EXPECT_LE(sentence.end - sentence.begin, 300u);
    EXPECT_EQ(text.words[at].before, Boundary::kSentence);
    EXPECT_EQ(text.Canon(text.words[sentence.begin]), at == 0 ? "we" : "and");
    at = sentence.end;
  }
  EXPECT_EQ(at, text.words.size());
}

}  // namespace
}  // namespace amends::text
