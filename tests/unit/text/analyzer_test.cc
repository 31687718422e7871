// What a word is: its canonical form, its bytes and its features.
#include "amends/text/analyzer.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "tests/support/tables.h"

namespace amends::text {
namespace {

std::string Canonical(const std::string& source) {
  return testing::EnglishAnalyzer().Analyze(source).canonical;
}

struct AnalyzerRow {
  const char* source;
  const char* words;
};

void PrintTo(const AnalyzerRow& row, std::ostream* out) { *out << row.source; }

class Words : public ::testing::TestWithParam<AnalyzerRow> {};

TEST_P(Words, AreTheseCanonicalForms) {
  EXPECT_EQ(Canonical(GetParam().source), GetParam().words);
}

constexpr AnalyzerRow kHyphenRows[] = {
    {"a follow-up", "a follow up"},     {"double-check it", "double check it"},
    {"a 10-day wait", "a 10 day wait"}, {"7-10 days", "7 - 10 days"},
    {"7–10 days", "7 - 10 days"},       {"late - very", "late - very"},
    {"late -- very", "late - very"},    {"late — very", "late - very"},
    {"late—very", "late - very"},       {"well‑known", "well known"},
};
INSTANTIATE_TEST_SUITE_P(Hyphens, Words, ::testing::ValuesIn(kHyphenRows));

constexpr AnalyzerRow kNumberRows[] = {
    {"at 9:30.", "at 9:30 ."},
    {"1,000 units", "1,000 units"},
    {"€20", "€ 20"},
    {"20% off", "20 % off"},
    {"£25.50!", "£ 25.50 !"},
    {"by 4pm", "by 4pm"},
    {"the 10th", "the 10th"},
    {"code SAVE10", "code save10"},
    {"order #4471", "order 4471"},
    {"12/05/2024", "12 / 05 / 2024"},
};
INSTANTIATE_TEST_SUITE_P(Numbers, Words, ::testing::ValuesIn(kNumberRows));

constexpr AnalyzerRow kMarkRows[] = {
    {"late!!", "late !"},
    {"late?!", "late ?"},
    {"late!?!", "late ?"},
    {"late...", "late ..."},
    {"late…", "late ..."},
    {"late..", "late ..."},
    {"and/or", "and / or"},
    {"[[a blank]]", "[["},
    {"[one] (two)", "[ one ] ( two )"},
    {"“so”", "\" so \""},
    {"‘so’", "' so '"},
    {"the customers’ box", "the customers ' box"},
    {"fine 👍🏽 and 👨‍👩‍👧", "fine 👍🏽 and 👨‍👩‍👧"},
    {"fine :)", "fine :)"},
};
INSTANTIATE_TEST_SUITE_P(Marks, Words, ::testing::ValuesIn(kMarkRows));

constexpr AnalyzerRow kVerbatimRows[] = {
    {"see https://x.com/a?b=1, now", "see https://x.com/a?b=1 , now"},
    {"see www.example.org.", "see www.example.org ."},
    {"see example.com/returns", "see example.com/returns"},
    {"mail ana.diaz@example.co.uk!", "mail ana.diaz@example.co.uk !"},
    {"in C:\\Users\\x now", "in c:\\users\\x now"},
    {"in /usr/lib/x now", "in /usr/lib/x now"},
    {"his/her box", "his / her box"},
    {"run `rm -rf x` now", "run `rm_-rf_x` now"},
    {"hi @ana_d, yes", "hi @ana_d , yes"},
    {"sorry.We", "sorry . we"},
    {"open invoice.pdf", "open invoice.pdf"},
};
INSTANTIATE_TEST_SUITE_P(Verbatim, Words, ::testing::ValuesIn(kVerbatimRows));

constexpr AnalyzerRow kBlankRows[] = {
    {"  so\t\nsorry ", "so sorry"},
    {"so\u00A0sorry", "so sorry"},
    {"so\u00ADrry", "sorry"},
    {"so\u200Brry", "sorry"},
    {"\uFEFFsorry", "sorry"},
    {"", ""},
    {" \n ", ""},
};
INSTANTIATE_TEST_SUITE_P(Blanks, Words, ::testing::ValuesIn(kBlankRows));

TEST(Spans, AreTheBytesOfTheSource) {
  const std::string source = "  I’m #4471, “soooo” sorry";
  const Text text = testing::EnglishAnalyzer().Analyze(source);
  std::vector<std::string> bytes;
  for (const Word& word : text.words) {
    bytes.push_back(source.substr(word.span.start, word.span.length()));
  }
  EXPECT_EQ(bytes, (std::vector<std::string>{"I’m", "I’m", "#4471", ",", "“", "soooo",
                                             "”", "sorry"}));
}

uint16_t FeaturesOf(const std::string& source, size_t word) {
  return testing::EnglishAnalyzer().Analyze(source).words.at(word).features;
}

TEST(Features, KeepWhatFoldingLoses) {
  EXPECT_EQ(FeaturesOf("see Ana", 1), kCapitalised);
  EXPECT_EQ(FeaturesOf("see IT", 1), kAllCaps);
  EXPECT_EQ(FeaturesOf("see it", 1), 0u);
  EXPECT_EQ(FeaturesOf("see I", 1), kCapitalised);
  EXPECT_EQ(FeaturesOf("see B", 1), 0u);
  EXPECT_EQ(FeaturesOf("See it", 0), kCapitalised | kSentenceFirst);
  EXPECT_EQ(FeaturesOf("\"See it\"", 1), kCapitalised | kSentenceFirst | kQuoted);
  EXPECT_EQ(FeaturesOf("so soooo", 1), kStretched);
  EXPECT_EQ(FeaturesOf("by 4pm", 1), kNumber);
  EXPECT_EQ(FeaturesOf("at SAVE10", 1), kAllCaps | kNumber);
  EXPECT_EQ(FeaturesOf("so €", 1), kSymbol);
  EXPECT_EQ(FeaturesOf("so !!", 1), kPunctuation);
  EXPECT_EQ(FeaturesOf("see a@b.com", 1), kVerbatim);
  EXPECT_EQ(FeaturesOf("see Élan", 1), kCapitalised);
}

std::string Quoted(const std::string& source) {
  const Text text = testing::EnglishAnalyzer().Analyze(source);
  std::string words;
  for (const Word& word : text.words) {
    if (word.is(kQuoted)) words += std::string(text.Canon(word)) + " ";
  }
  return words;
}

TEST(Quotation, StandsBetweenMatchingMarksOfOneParagraph) {
  const AnalyzerRow rows[] = {
      {"say \"so sorry\" now", "so sorry "},
      {"say “so sorry” now", "so sorry "},
      {"say 'so sorry' now", "so sorry "},
      {"say ‘so sorry’ now", "so sorry "},
      {"say \"so\nsorry\".", "so sorry "},
      {"say \"so\n\nsorry\" now", ""},
      {"the customers' two boxes' lids", ""},
      {"don't say 'don't' to Ana's", "do not "},
      {"5\" by 6\" wide", ""},
      {"(\"so\")", "so "},
  };
  for (const AnalyzerRow& row : rows)
    EXPECT_EQ(Quoted(row.source), row.words) << row.source;
}

TEST(Quotation, IsNoLongerThanSixtyWords) {
  std::string words;
  for (int i = 0; i < 61; ++i) words += i == 0 ? "so" : " so";
  EXPECT_EQ(Quoted("\"" + words + "\""), "");
  EXPECT_NE(Quoted("\"" + words.substr(3) + "\""), "");
}

TEST(Regions, AreReadAloneAndKeepTheirPlaces) {
  const std::string source = "We are > quoted text here < sorry";
  const Span regions[] = {{0, 6}, {28, 33}};
  const Text text = testing::EnglishAnalyzer().Analyze(source, regions);
  EXPECT_EQ(text.canonical, "we are sorry");
  EXPECT_EQ(text.words[2].span, (Span{28, 33}));
  EXPECT_EQ(text.sentences.size(), 2u);
}

TEST(BadBytes, AreOneReplacementEach) {
  const Text text = testing::EnglishAnalyzer().Analyze("caf\xe9 \xf0\x9f\x98 so");
  EXPECT_TRUE(text.bytes_replaced);
  EXPECT_EQ(text.canonical, "caf \uFFFD \uFFFD so");
  EXPECT_FALSE(testing::EnglishAnalyzer().Analyze("café \uFFFD").bytes_replaced);
}

TEST(Vocabulary, HoldsTheWordsThatAnyPackMentions) {
  testing::English english;
  const WordId later = english.vocabulary.Intern("frobnicate");
  const Text text = english.analyzer.Analyze("we frobnicate zorgs");
  EXPECT_EQ(text.words[0].id, english.vocabulary.Find("we"));
  EXPECT_EQ(text.words[1].id, later);
  EXPECT_EQ(text.words[2].id, kUnknownWord);
}

TEST(Canonicalize, GivesTheWordsOfAPhrase) {
  const Analyzer& analyzer = testing::EnglishAnalyzer();
  EXPECT_EQ(analyzer.Canonicalize("I'm"), (std::vector<std::string>{"i", "am"}));
  EXPECT_EQ(analyzer.Canonicalize("were sorry"),
            (std::vector<std::string>{"were", "sorry"}));
  EXPECT_EQ(analyzer.Canonicalize("Follow-up,"),
            (std::vector<std::string>{"follow", "up", ","}));
}

TEST(LongTexts, AreCutAndStayLinear) {
  const Text run = testing::EnglishAnalyzer().Analyze(std::string(1 << 20, 'a'));
  for (const Word& word : run.words) EXPECT_LE(word.span.length(), 200u);
  for (const char* piece : {"a.", "a@", "a-", "/a", "`", "é", "\"", "'", "(", "a,", "1.",
                            "*", "\xff", "\u200d", "😀", ":/", "['"}) {
    std::string text;
    while (text.size() < 1 << 19) text += piece;
    const Text read = testing::EnglishAnalyzer().Analyze(text);
    EXPECT_LE(read.canonical.size(), 4 * text.size()) << piece;
    for (const Sentence& sentence : read.sentences) {
      ASSERT_LE(sentence.end - sentence.begin, 300u) << piece;
    }
  }
}

}  // namespace
}  // namespace amends::text
