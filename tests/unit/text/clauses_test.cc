// What a clause is: the sentences of clauses.txt, each with its boundaries and subjects.
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "amends/text/analyzer.h"
#include "tests/support/tables.h"

namespace amends::text {
namespace {

struct ClausesRow {
  std::string marked;    // with the signs
  std::string subjects;  // "i you third"
};

std::vector<ClausesRow> ReadRows(const std::string& name) {
  std::ifstream file(testing::SourcePath("tests/unit/text/" + name));
  std::vector<ClausesRow> rows;
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line[0] == '#') continue;
    const size_t tab = line.find('\t');
    rows.push_back({line.substr(0, tab), line.substr(tab + 1)});
  }
  return rows;
}

const std::map<Boundary, std::string> kSigns = {
    {Boundary::kWeak, "¬"}, {Boundary::kClause, "¦"}, {Boundary::kSentence, "‖"}};

// The source without the signs, blanks after a sign taken with it.
std::string WithoutSigns(std::string text) {
  for (const auto& [boundary, sign] : kSigns) {
    for (size_t at; (at = text.find(sign)) != std::string::npos;) {
      size_t length = sign.size();
      if (at + length < text.size() && text[at + length] == ' ') ++length;
      text.erase(at, length);
    }
  }
  return text;
}

// The signs stand before words; an opening bracket takes the sign of the word it opens
// with.
std::string WithSigns(const std::string& source, const Text& text) {
  std::string marked;
  uint32_t done = 0;
  for (size_t i = 1; i < text.words.size(); ++i) {
    const Word& word = text.words[i];
    const Word& before = text.words[i - 1];
    const bool after_bracket = text.Canon(before) == "(";
    const bool opening = word.is(kPunctuation) && text.Canon(word) == "(";
    if ((word.is(kPunctuation) && !opening) || after_bracket) continue;
    if (!kSigns.contains(word.before)) continue;
    marked += source.substr(done, word.span.start - done) + kSigns.at(word.before);
    if (word.span.start > 0 && source[word.span.start - 1] == ' ') marked += ' ';
    done = word.span.start;
  }
  return marked + source.substr(done);
}

std::string SubjectsOf(const Text& text) {
  static const std::map<Subject, std::string> kNames = {
      {Subject::kNone, "none"}, {Subject::kI, "i"},         {Subject::kWe, "we"},
      {Subject::kYou, "you"},   {Subject::kThird, "third"}, {Subject::kImperative, "do"}};
  std::string names;
  for (const Clause& clause : text.clauses) {
    names += (names.empty() ? "" : " ") + kNames.at(clause.subject);
  }
  return names;
}

std::string Read(const std::string& source) {
  const Text text = testing::EnglishAnalyzer().Analyze(source);
  return WithSigns(source, text) + "\t" + SubjectsOf(text);
}

TEST(Clauses, BeginWhereTheTableSays) {
  const std::vector<ClausesRow> rows = ReadRows("clauses.txt");
  ASSERT_GE(rows.size(), 170u);
  for (const ClausesRow& row : rows) {
    EXPECT_EQ(Read(WithoutSigns(row.marked)), row.marked + "\t" + row.subjects);
  }
}

TEST(Clauses, KnownFailuresStillFail) {
  for (const ClausesRow& row : ReadRows("clauses_known.txt")) {
    EXPECT_NE(Read(WithoutSigns(row.marked)), row.marked + "\t" + row.subjects)
        << "this one passes now: move it to clauses.txt";
  }
}

TEST(Clauses, AWeakCommaAndAClauseCommaCarryTheirOwnGrade) {
  const Text text =
      testing::EnglishAnalyzer().Analyze("Sorry, Ms Lee, for that, but we lost it");
  std::vector<Boundary> commas;
  for (const Word& word : text.words) {
    if (text.Canon(word) == ",") commas.push_back(word.before);
  }
  EXPECT_EQ(commas, (std::vector{Boundary::kWeak, Boundary::kWeak, Boundary::kClause}));
}

TEST(Clauses, CoverTheirSentencesWithoutGaps) {
  const Text text = testing::EnglishAnalyzer().Analyze(
      "I called (the line was busy) and, as you know, \"nobody\" came. Sorry!");
  for (const Sentence& sentence : text.sentences) {
    uint32_t at = sentence.begin;
    for (uint32_t c = sentence.first_clause; c < sentence.last_clause; ++c) {
      EXPECT_EQ(text.clauses[c].begin, at);
      at = text.clauses[c].end;
    }
    EXPECT_EQ(at, sentence.end);
  }
}

struct Ablation {
  Analyzer::Options options;
  std::string expected;
};

TEST(Clauses, AGradeThatIsSwitchedOffIsTakenForItsNeighbour) {
  const std::string source = "I'm sorry, Tom, but no. We lost it.";
  const Ablation rows[] = {
      {{}, "I'm sorry, ¬ Tom, ¦ but no. ‖ We lost it."},
      {{.weak_boundaries = false}, "I'm sorry, ¦ Tom, ¦ but no. ‖ We lost it."},
      {{.clause_boundaries = false}, "I'm sorry, ¬ Tom, ¬ but no. ‖ We lost it."},
      {{.sentence_boundaries = false}, "I'm sorry, ¬ Tom, ¦ but no. ¦ We lost it."}};
  for (const Ablation& row : rows) {
    const testing::English english(row.options);
    EXPECT_EQ(WithSigns(source, english.analyzer.Analyze(source)), row.expected);
  }
}

}  // namespace
}  // namespace amends::text
