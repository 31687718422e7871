// The meaning of phrases: the rules of docs/phrases.md, one test each.
#include "amends/match/matcher.h"

#include <algorithm>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "tests/support/phrases.h"

namespace amends::match {
namespace {

using Texts = std::vector<std::string>;
using testing::MakeClass;
using testing::Phrases;

struct MatcherRow {
  const char* phrase;
  const char* text;
  const char* matches;
};

void Check(std::span<const MatcherRow> rows,
           const std::vector<pack::ClassDef>& classes = {}) {
  Texts written;
  for (const MatcherRow& row : rows) written.emplace_back(row.phrase);
  const Phrases phrases = Phrases::Apart(written, classes);
  for (const LexiconProblem& problem : phrases.problems()) {
    ADD_FAILURE() << problem.origin.pointer << ": " << problem.error.message;
  }
  for (uint32_t i = 0; i < rows.size(); ++i) {
    EXPECT_EQ(phrases.Show(rows[i].text, i), rows[i].matches)
        << rows[i].phrase << " in " << rows[i].text;
  }
}

TEST(PhraseWords, AreNeighboursWithNoMarkBetweenThem) {
  const MatcherRow rows[] = {
      {"sorry if", "Sorry if it broke", "Sorry if"},
      {"sorry if", "sorry, if it broke", "-"},
      {"sorry if", "sorry and if it broke", "-"},
      {"sorry if", "sorry\nif", "sorry\nif"},
      {"sorry if", "sorry. If so", "-"},
      {"sorry you", "Sorry you waited", "Sorry you"},
      {"sorry \" if", "sorry “if", "sorry “if"},
      {"sorry if", "sorry “if", "-"},
  };
  Check(rows);
}

TEST(Choices, AndRepetitions) {
  const MatcherRow rows[] = {
      {"(a|b c) d", "a d, b c d, b d", "a d | b c d"},
      {"a [b [c]] d", "a d, a b d, a b c d, a c d", "a d | a b d | a b c d"},
      {"a b* c", "a c, a b c, a b b b c, a b b b b c", "a c | a b c | a b b b c"},
      {"a (b c)* d", "a d, a b c b c d, a b c b d", "a d | a b c b c d"},
      {"a [b]* c", "a c, a b b c", "a c | a b b c"},
      {"[a] [b] c", "a b c, b c, a c, c", "a b c | b c | a c | c"},
  };
  Check(rows);
}

TEST(Gaps, StayInsideTheirClause) {
  const MatcherRow rows[] = {
      {"sorry {gap:2} delay", "sorry delay, sorry the delay, sorry for the delay",
       "sorry delay | sorry the delay | sorry for the delay"},
      {"sorry {gap:2} delay", "sorry for the long delay", "-"},
      {"sorry {gap} delay", "sorry for the long, long delay", "-"},
      {"sorry {gap} delay", "sorry, Ana, for the delay", "sorry, Ana, for the delay"},
      {"sorry {gap:4} delay", "sorry, Ana, for delay", "sorry, Ana, for delay"},
      {"sorry {gap:3} delay", "sorry, Ana, for delay", "-"},
      {"sorry {gap} delay", "sorry for the “long” delay", "sorry for the “long” delay"},
      {"sorry {gap} delay", "sorry and/or delay", "sorry and/or delay"},
      {"sorry {gap} delay", "sorry for 5-7 days’ delay", "sorry for 5-7 days’ delay"},
      {"sorry {gap} delay", "sorry; the delay", "-"},
      {"sorry {gap} delay", "sorry: the delay", "-"},
      {"sorry {gap} delay", "sorry — the delay", "-"},
      {"sorry {gap} delay", "sorry you had a delay", "-"},
      {"sorry {gap} delay", "sorry.\n\nThe delay", "-"},
      {"sorry {gap} !", "sorry for it!", "sorry for it!"},
      {"sorry {gap} >>", "sorry for it!", "sorry for it"},
      {"sorry {gap} >", "sorry for it, but no", "sorry for it"},
      {"{gap:2} sorry", "we are very sorry", "are very sorry"},
      {"<< {gap:2} sorry", "“very sorry”", "very sorry"},
  };
  Check(rows);
}

TEST(Gaps, TakeTheFirstWordOfAClauseRightBehindASignOnly) {
  const MatcherRow rows[] = {
      {"sorry / {gap} broke", "sorry but it broke", "sorry but it broke"},
      {"sorry / {gap} broke", "sorry, but it broke", "sorry, but it broke"},
      {"sorry {gap} broke", "sorry but it broke", "-"},
      {"sorry < {gap} broke", "sorry but it broke", "sorry but it broke"},
      {"sorry > {gap} broke", "sorry but it broke", "-"},
      {"sorry / [but] {gap} broke", "sorry but it broke", "sorry but it broke"},
      {"sorry / but {gap} broke", "sorry but I hear that it broke", "-"},
      {"sorry / [but] {gap} broke", "sorry but I hear that it broke", "-"},
      {"sorry (/|but) {gap} broke", "sorry but one broke", "sorry but one broke"},
      {"say (/|sorry) {gap} broke", "I say sorry that it broke", "-"},
      {"sorry / {gap:1} {gap:2} broke", "sorry but it broke", "sorry but it broke"},
      {"/ {gap:1} broke", "sorry that broke", "that broke"},
      {"{gap:2} broke", "sorry but it broke", "but it broke"},
      {"sorry [{gap:2} /] {gap:2} broke", "sorry for this but it broke",
       "sorry for this but it broke"},
  };
  Check(rows);
}

TEST(Places, AreStartsAndEnds) {
  const MatcherRow rows[] = {
      {"<< sorry", "Sorry. Sorry", "Sorry | Sorry"},
      {"<< sorry", "“Sorry”, I said, sorry", "Sorry"},
      {"<< sorry", "so sorry", "-"},
      {"sorry >>", "so sorry!", "sorry"},
      {"sorry >>", "he said “so sorry”.", "sorry"},
      {"sorry >>", "sorry it broke", "-"},
      {"sorry ! >>", "sorry! sorry.", "sorry!"},
      {"< sorry", "Sorry, it broke; sorry that it broke", "Sorry | sorry"},
      {"< we", "Sorry we lost it, so we looked", "we"},
      {"sorry >", "sorry, but sorry. sorry for it", "sorry | sorry"},
      {"< sorry >", "sorry; so sorry; sorry", "sorry | sorry"},
      {"sorry > , < but", "sorry, but", "sorry, but"},
      {"<< < sorry", "sorry", "sorry"},
      {"< << sorry > >>", "sorry", "sorry"},
  };
  Check(rows);
}

TEST(Boundaries, AreOverstepped) {
  const MatcherRow rows[] = {
      {"sorry / but", "sorry but no", "sorry but"},
      {"sorry / but", "sorry, but no", "sorry, but"},
      {"sorry / but", "(sorry), but no", "sorry), but"},
      {"sorry / but", "sorry - but no", "sorry - but"},
      {"sorry / but", "sorry. But no", "-"},
      {"sorry / for", "sorry for it", "-"},
      {"sorry / it", "sorry, Ana, it broke", "-"},
      {"sorry , / but", "sorry, but no", "sorry, but"},
      {"sorry / so", "sorry \" \" \" , so we went", "sorry \" \" \" , so"},
      {"sorry / so", "sorry \" \" \" \" , so we went", "-"},
      {"late /", "we were late, but we called", "late,"},
      {"late /", "late.", "-"},
  };
  Check(rows);
}

TEST(Insertions, AreOverstepped) {
  const MatcherRow rows[] = {
      {"sorry ~ but", "sorry, Ms Lee, but no", "sorry, Ms Lee, but"},
      {"sorry ~ but", "sorry but no", "sorry but"},
      {"sorry ~ but", "sorry, but no", "-"},
      {"sorry ~ for", "sorry (again) for it", "sorry (again) for"},
      {"sorry ~ for", "sorry (really and truly and deeply) for it", "-"},
      {"sorry ~ for", "sorry, however, for it", "sorry, however, for"},
      {"sorry ~ for", "sorry; Ana; for it", "-"},
      {"again ~ Ana", "sorry (again) Ana, for", "-"},
      {"sorry ~ >>", "sorry, Ana.", "-"},
      {"sorry ~ [very] {gap:1} broke", "sorry, Ana, it broke", "-"},
  };
  Check(rows);
}

// 1. From each start the shortest match.
TEST(Matches, AreTheShortestFromTheirStart) {
  const MatcherRow rows[] = {
      {"sorry {gap} delay", "sorry for the delay of the delay", "sorry for the delay"},
      {"a (b c d|b c)", "a b c d", "a b c"},
      {"a [b] {gap:3} [c]", "a b c", "a"},
      {"so* sorry", "so so sorry", "so so sorry"},
      {"a b* (b|c)", "a b b c", "a b"},
      {"a {far}", "a b c", "a b"},
  };
  Check(rows, {MakeClass("far", {"b c", "b"})});
}

struct CaptureRow {
  const char* phrase;
  const char* text;
  const char* captures;  // those that matched, by name
};

std::string ShowCaptures(const Phrases& phrases, uint32_t owner,
                         std::string_view source) {
  const text::Text text = phrases.Read(source);
  std::string shown;
  for (const Match& match : phrases.Find(text)) {
    if (match.owner != owner) continue;
    const Texts& names = phrases.set().program(match.phrase).captures;
    for (size_t i = 0; i < names.size(); ++i) {
      const auto [begin, end] = match.captures[i];
      if (begin == end) continue;
      const text::Span span = text.SpanOf(begin, end);
      shown += fmt::format("{}{}={}", shown.empty() ? "" : ", ", names[i],
                           source.substr(span.start, span.length()));
    }
  }
  return shown;
}

// 1. Of equally short ways the one that the phrase names first.
TEST(Captures, HoldTheFirstWayOfThePhrase) {
  const CaptureRow rows[] = {
      {"(a: x|x y) (b: y z|z)", "x y z", "a=x, b=y z"},
      {"(a: x y|x) (b: y z|z)", "x y z", "a=x y, b=z"},
      {"x (a: [y]) (b: [y]) z", "x y z", "a=y"},
      {"x (a: y*) (b: y*) z", "x y y y y z", "a=y y y, b=y"},
      {"x (a: {gap}) (b: {gap}) z", "x y y z", "b=y y"},
      {"x (a: {gap}) (b: y*) z", "x y y y y z", "a=y, b=y y y"},
      {"x (a: y|{word}) (b: z)", "x y z", "a=y, b=z"},
      {"(a: x) (a: y)", "x y", "a=y"},
      {"((a: x)|(b: y))* z", "x y x z", "a=x, b=y"},
      {"(a: x (b: y) z)", "x y z", "a=x y z, b=y"},
      {"[(a: x)] (b: y)", "y", "b=y"},
      {"(a: /) x y", "sorry, x y", "a=,"},
      {"sorry (a: /) but", "sorry, but", "a=,"},
      {"(a: {pair}) (b: {word}) end", "x y z end", "a=x y, b=z"},
      {"so (a: i) am", "so I'm", "a=I'm"},
  };
  Texts written;
  for (const CaptureRow& row : rows) written.emplace_back(row.phrase);
  const Phrases phrases = Phrases::Apart(written, {MakeClass("pair", {"x y", "x"})});
  EXPECT_EQ(phrases.problems().size(), 0u);
  for (uint32_t i = 0; i < written.size(); ++i) {
    EXPECT_EQ(ShowCaptures(phrases, i, rows[i].text), rows[i].captures) << written[i];
  }
}

// 2. The head is the first required word, or the one behind "@".
TEST(Heads, AreTheWordsThatCarryThePoint) {
  const MatcherRow rows[] = {
      {"sorry for", "so sorry for it", "sorry"},
      {"very* sorry", "very very sorry", "sorry"},
      {"[so] {gap:2} sorry for", "so very sorry for", "sorry"},
      {"sorry @for", "so sorry for it", "for"},
      {"very* sorry @for", "very sorry for it", "for"},
      {"<< / ~ sorry", "sorry", "-"},
      {"(sorry|my @fault) that", "my fault that", "fault"},
      {"(sorry|my @fault) that", "sorry that", "sorry"},
      {"(we|they) @(lost|mislaid it)", "they mislaid it", "mislaid"},
      {"([so]|very) sorry", "very sorry", "sorry"},
      {"very {regret} it", "very deeply sorry it", "very"},
      {"very @{regret} it", "very deeply sorry it", "deeply"},
      {"(a: [so] @sorry) [for]", "so sorry for", "sorry"},
      {"@!so sorry", "very sorry", "very"},
      {"so {Cap}", "so Late", "so"},
      {"{word} sorry", "am sorry", "am"},
      {"if @it 's", "if it's", "it"},
  };
  Texts written;
  for (const MatcherRow& row : rows) written.emplace_back(row.phrase);
  const Phrases phrases =
      Phrases::Apart(written, {MakeClass("regret", {"deeply sorry"})});
  EXPECT_EQ(phrases.problems().size(), 0u);
  for (uint32_t i = 0; i < written.size(); ++i) {
    const text::Text text = phrases.Read(rows[i].text);
    std::string head = "-";
    for (const Match& match : phrases.Find(text)) {
      if (match.owner != i) continue;
      head = text.Canon(text.words[match.head]);
      EXPECT_LE(match.words.begin, match.head);
      EXPECT_LT(match.head, match.words.end);
    }
    EXPECT_EQ(head, rows[i].matches) << written[i];
  }
}

struct OverlapRow {
  std::vector<Phrases::Owned> phrases;
  const char* text;
  const char* matches;  // owner.phrase: text
};

// 3. Overlapping matches of one owner are one.
TEST(Overlaps, AreSettledFromLeftToRight) {
  const OverlapRow rows[] = {
      {{{"a b", 0}, {"b c", 0}}, "a b c", "0.0: a b"},
      {{{"b c", 0}, {"a b", 0}}, "a b c", "0.1: a b"},
      {{{"a b", 0}, {"b c", 1}}, "a b c", "0.0: a b, 1.1: b c"},
      {{{"b c", 1}, {"a b", 0}}, "a b c", "0.1: a b, 1.0: b c"},
      {{{"a b c", 0}, {"a", 0}}, "a b c", "0.0: a b c"},
      {{{"a", 0}, {"a b c", 0}}, "a b c", "0.0: a"},
      {{{"a b", 0}, {"b c", 0}, {"c d", 0}}, "a b c d", "0.0: a b, 0.2: c d"},
      {{{"a {gap} d", 0}, {"c", 0}}, "a b c d c", "0.0: a b c d, 0.1: c"},
      {{{"{gap} b", 0}}, "a b b", "0.0: a b, 0.0: b"},
      {{{"a @b", 0}, {"@b c", 0}}, "a b c", "0.0: a b"},
      {{{"a", 0}}, "a. a a", "0.0: a, 0.0: a, 0.0: a"},
  };
  for (const OverlapRow& row : rows) {
    const Phrases phrases = Phrases::OfRules(row.phrases);
    const text::Text text = phrases.Read(row.text);
    std::string shown;
    for (const Match& match : phrases.Find(text)) {
      const text::Span span = text.SpanOf(match.words.begin, match.words.end);
      shown +=
          fmt::format("{}{}.{}: {}", shown.empty() ? "" : ", ", match.owner, match.phrase,
                      std::string_view(row.text).substr(span.start, span.length()));
    }
    EXPECT_EQ(shown, row.matches) << row.text;
  }
}

struct TakenRow {
  const char* phrase;
  const char* text;
  const char* taken;  // canonical words
  const char* matches;
};

// 4. Taken words match nothing; gaps and the signs for places pass over them.
TEST(TakenWords, MatchNoWordAndNoClass) {
  const TakenRow rows[] = {
      {"return policy", "our return policy", "return", "-"},
      {"return policy", "our return policy", "our", "return policy"},
      {"our {word}", "our policy", "policy", "-"},
      {"our !sorry", "our policy", "policy", "-"},
      {"our !{word}", "our policy", "policy", "-"},
      {"our !policy~", "our policy", "policy", "-"},
      {"our !{Cap}", "our policy", "policy", "-"},
      {"see {Cap}", "see Ana", "ana", "-"},
      {"{number} days", "5 days", "5", "-"},
      {"so {punct}", "so, it", ",", "-"},
      {"{pair}", "return policy", "policy", "-"},
      {"sorry {gap} delay", "sorry for the delay", "for the", "sorry for the delay"},
      {"sorry {gap} delay", "sorry for the delay", "delay", "-"},
      {"sorry ~ but", "sorry, Ana, but", "ana ,", "sorry, Ana, but"},
      {"sorry / but", "sorry, but", ",", "sorry, but"},
      {"<< sorry", "“sorry", "\"", "sorry"},
      {"<< sorry", "so sorry", "so", "-"},
      {"sorry >>", "sorry.", ".", "sorry"},
  };
  Texts written;
  for (const TakenRow& row : rows) written.emplace_back(row.phrase);
  const Phrases phrases = Phrases::Apart(written, {MakeClass("pair", {"return policy"})});
  for (uint32_t i = 0; i < written.size(); ++i) {
    const text::Text text = phrases.Read(rows[i].text);
    std::vector<uint8_t> taken;
    const std::string list = fmt::format(" {} ", rows[i].taken);
    for (const text::Word& word : text.words) {
      taken.push_back(list.find(fmt::format(" {} ", text.Canon(word))) !=
                      std::string::npos);
    }
    std::string shown = "-";
    for (const Match& match : phrases.Find(text, taken)) {
      if (match.owner != i) continue;
      const text::Span span = text.SpanOf(match.words.begin, match.words.end);
      shown = std::string_view(rows[i].text).substr(span.start, span.length());
    }
    EXPECT_EQ(shown, rows[i].matches) << rows[i].phrase << " without " << rows[i].taken;
  }
}

// 5. A match takes whole contractions, and overlaps another that takes the same one.
TEST(MatchedContractions, AreTakenWhole) {
  const MatcherRow rows[] = {
      {"am sorry", "I'm sorry", "I'm sorry"},
      {"so i", "so I'm sorry", "so I'm"},
      {"not", "we can't, cannot and can not", "can't | cannot | not"},
      {"(i|am)", "I'm here and I am here", "I'm | I | am"},
  };
  Check(rows);
  const Phrases phrases({"so i", "am sorry"});
  EXPECT_EQ(phrases.Show("so I'm sorry"), "so I'm");
  EXPECT_EQ(phrases.Show("so I am sorry"), "so I | am sorry");
}

TEST(Find, AppendsByOwnerAndStart) {
  const Phrases phrases = Phrases::OfRules({{"b", 1}, {"a", 0}, {"c", 0}});
  const text::Text text = phrases.Read("c b a");
  Scratch scratch;
  std::vector<Match> found(1);
  Matcher(phrases.lexicon())
      .Find(phrases.set(), text, text.sentences[0], {}, scratch, found);
  std::string order;
  for (const Match& match : found) {
    order += fmt::format("{}.{} ", match.owner, match.words.begin);
  }
  EXPECT_EQ(order, "0.0 0.0 0.2 1.1 ");
}

// Steps are taken once at each place: no text and no phrase makes them multiply.
TEST(Find, IsBoundedWhereEverythingMatches) {
  std::string gaps = "so";
  for (int i = 0; i < 8; ++i) gaps += " {gap:30} so*";
  std::string choices = "so";
  for (int i = 0; i < 12; ++i) choices += " (so|so so|{many}|[so] [so])";
  const Phrases phrases({gaps + " never", choices + " never",
                         "{many} {many} {many} never", "(so* so*)* (so* so*)* never"},
                        {MakeClass("many", {"so so", "so {gap:30} so", "{more} so"}),
                         MakeClass("more", {"so {gap:30} so", "so so so"})});
  ASSERT_EQ(phrases.problems().size(), 0u);
  std::string source;
  for (int i = 0; i < 147; ++i) source += "so ";
  const text::Text text = phrases.Read(source + "never so never");
  ASSERT_EQ(text.sentences.size(), 1u);
  EXPECT_GT(phrases.Find(text).size(), 0u);
}

TEST(Scratch, ServesTextsOfAnyLength) {
  const Phrases phrases({"{pair} so", "{pair} {gap} end"},
                        {MakeClass("pair", {"a b", "b a"})});
  Scratch scratch;
  Scratch moved(std::move(scratch));
  const Matcher matcher(phrases.lexicon());
  for (const char* source :
       {"a b so", "x", "a b a b a b a b so and a b end", "b a so", ""}) {
    const text::Text text = phrases.Read(source);
    std::vector<Match> found;
    for (const text::Sentence& sentence : text.sentences) {
      matcher.Find(phrases.set(), text, sentence, {}, moved, found);
    }
    const std::vector<Match> fresh = phrases.Find(text);
    EXPECT_TRUE(std::ranges::equal(found, fresh, {}, &Match::words, &Match::words))
        << source;
  }
}

}  // namespace
}  // namespace amends::match
