// What holds for every text.
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "tests/support/tables.h"

namespace amends::text {
namespace {

const std::vector<std::string>& Pieces() {
  static const std::vector<std::string> pieces = {
      "I'm",       "im",   "sorry",   "soooo",    "you",    "we",
      "waited",    "but",  "because", "the",      "driver", "was",
      "ill",       "were", "its",     "well",     "Ms",     "Lee",
      "Ana",       "and",  "can't",   "who",      "that",   "it",
      "please",    "call", "asap",    "9:30",     "1,000",  "€20",
      "follow-up", "e.g.", "a.m.",    "no.",      "4471",   "https://x.com/a",
      "a@b.co.uk", "(so)", "\"so\"",  "“so”",     "it’s",   "😀",
      "so,",       "so.",  "so!",     "so?!",     "so...",  "so;",
      "so:x",      "—",    "café",    "\u00ADso", "order",  "did"};
  return pieces;
}

rc::Gen<std::vector<std::string>> Prose() {
  return rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(Pieces()));
}

std::string Join(const std::vector<std::string>& words, const std::string& blank) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : blank) + word;
  return text;
}

// Everything but the places: words, features, boundaries, clauses, sentences.
std::string Shape(const Text& text) {
  std::string shape;
  for (const Word& word : text.words) {
    shape += std::string(text.Canon(word)) + "/" + std::to_string(word.id) + "/" +
             std::to_string(word.features) + "/" +
             std::to_string(static_cast<int>(word.before)) + " ";
  }
  for (const Clause& clause : text.clauses) {
    shape += "[" + std::to_string(clause.begin) + " " + std::to_string(clause.end) + " " +
             std::to_string(static_cast<int>(clause.subject)) + "]";
  }
  for (const Sentence& sentence : text.sentences) {
    shape += "{" + std::to_string(sentence.begin) + " " + std::to_string(sentence.end) +
             " " + std::to_string(sentence.first_clause) + " " +
             std::to_string(sentence.last_clause) + (sentence.question ? "?" : "") + "}";
  }
  return shape;
}

std::string ShapeOf(const std::string& source) {
  return Shape(testing::EnglishAnalyzer().Analyze(source));
}

// Any bytes: text of the pieces, cut at random places, with bad bytes in between.
std::string Garble(const std::vector<std::string>& words, const std::string& noise) {
  std::string text = Join(words, " ");
  size_t at = 7;
  for (char c : noise) {
    text.insert(at % (text.size() + 1), 1, c);
    at = at * 31 + 11;
  }
  return text;
}

TEST(Laws, WrappingChangesNothing) {
  EXPECT_TRUE(rc::check([] {
    const std::vector<std::string> words = *Prose();
    const std::string flat = ShapeOf(Join(words, " "));
    RC_ASSERT(ShapeOf(Join(words, "\n")) == flat);
    RC_ASSERT(ShapeOf(Join(words, "\r\n")) == flat);
    RC_ASSERT(ShapeOf(Join(words, " \t ")) == flat);
    RC_ASSERT(ShapeOf(Join(words, "\u00A0")) == flat);
  }));
}

TEST(Laws, CurlyAndStraightMarksAreAlike) {
  EXPECT_TRUE(rc::check([] {
    std::string straight = Join(*Prose(), " ");
    std::string curly;
    for (char c : straight) {
      if (c == '\'')
        curly += "’";
      else if (c == '"')
        curly += "“";
      else
        curly += c;
    }
    RC_ASSERT(ShapeOf(curly) == ShapeOf(straight));
  }));
}

TEST(Laws, DISABLED_TheAsciiPathReadsAsTheOther) {
  static const testing::English slow({.ascii_fast_path = false});
  EXPECT_TRUE(rc::check([](const std::string& noise) {
    const std::string source = Garble(*Prose(), noise);
    RC_ASSERT(Shape(slow.analyzer.Analyze(source)) == ShapeOf(source));
  }));
}

TEST(Laws, SpansRiseAndClausesCoverTheirSentences) {
  EXPECT_TRUE(rc::check([](const std::string& noise) {
    const std::string source = Garble(*Prose(), noise);
    const Text text = testing::EnglishAnalyzer().Analyze(source);
    for (size_t i = 0; i < text.words.size(); ++i) {
      const Word& word = text.words[i];
      RC_ASSERT(word.span.start < word.span.end);
      RC_ASSERT(word.span.end <= source.size());
      if (i == 0) continue;
      const Word& before = text.words[i - 1];
      RC_ASSERT(before.span == word.span || before.span.end <= word.span.start);
      RC_ASSERT(word.canon_start == before.canon_start + before.canon_length + 1u);
    }
    uint32_t word = 0;
    uint32_t clause = 0;
    for (const Sentence& sentence : text.sentences) {
      RC_ASSERT(sentence.begin == word);
      RC_ASSERT(sentence.first_clause == clause);
      RC_ASSERT(text.words[word].before == Boundary::kSentence);
      for (; clause < sentence.last_clause; ++clause) {
        RC_ASSERT(text.clauses[clause].begin == word);
        word = text.clauses[clause].end;
      }
      RC_ASSERT(word == sentence.end);
    }
    RC_ASSERT(word == text.words.size());
  }));
}

TEST(Laws, RegionsAreReadAsTextsOfTheirOwn) {
  EXPECT_TRUE(rc::check([] {
    const std::string first = Join(*Prose(), " ");
    const std::string second = Join(*Prose(), " ");
    const std::string source = first + "####" + second;
    const uint32_t middle = static_cast<uint32_t>(first.size());
    const Span regions[] = {{0, middle},
                            {middle + 4, static_cast<uint32_t>(source.size())}};
    const Text both = testing::EnglishAnalyzer().Analyze(source, regions);
    const Text one = testing::EnglishAnalyzer().Analyze(first);
    const Text two = testing::EnglishAnalyzer().Analyze(second);
    RC_ASSERT(both.words.size() == one.words.size() + two.words.size());
    RC_ASSERT(both.clauses.size() == one.clauses.size() + two.clauses.size());
    RC_ASSERT(both.sentences.size() == one.sentences.size() + two.sentences.size());
  }));
}

// Canonical words are read as themselves, but for marks and for what hangs on its
// neighbours.
TEST(Laws, CanonicalWordsAreFixed) {
  const Analyzer& analyzer = testing::EnglishAnalyzer();
  for (const std::string& piece : Pieces()) {
    for (const std::string& word : analyzer.Canonicalize(piece)) {
      if (word[0] == '\'') continue;
      EXPECT_EQ(analyzer.Canonicalize(word), std::vector<std::string>{word});
    }
  }
}

}  // namespace
}  // namespace amends::text
