// It is all one how a thing is written: over the examples of the core pack and the
// labelled replies, the same findings at the places to which their words have gone.
#include <algorithm>
#include <cctype>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "amends/input/quoted_turns.h"
#include "tests/support/drafts.h"
#include "tests/support/pace.h"
#include "tests/support/rewriting.h"
#include "tests/support/tables.h"

namespace amends {
namespace {

using input::Conversation;
using testing::Draft;
using testing::Rewriting;

bool IsLetter(char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0; }

std::string Lower(std::string word) {
  std::ranges::transform(word, word.begin(), [](char c) {
    return static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  });
  return word;
}

bool IsCapital(char c) { return std::isupper(static_cast<unsigned char>(c)) != 0; }

// The words with the capital of those they replace.
std::string Like(std::string_view word, std::string words) {
  if (IsCapital(word.front())) {
    words.front() =
        static_cast<char>(std::toupper(static_cast<unsigned char>(words.front())));
  }
  return words;
}

// Puts `to` for every `from`.
void Replace(Rewriting& rewriting, std::string_view from, std::string_view to) {
  while (!rewriting.rest().empty()) {
    if (rewriting.rest().starts_with(from)) {
      rewriting.Put(from.size(), to);
    } else {
      rewriting.Keep(1);
    }
  }
}

// How many bytes a mark has at the start of the text, and its straight or curly form.
struct MarkForm {
  std::string_view from;
  std::string_view to;
};

void Straighten(Rewriting& rewriting) {
  constexpr MarkForm kMarks[] = {{"‘", "'"}, {"’", "'"}, {"“", "\""}, {"”", "\""}};
  while (!rewriting.rest().empty()) {
    const auto* mark = std::ranges::find_if(kMarks, [&](const MarkForm& each) {
      return rewriting.rest().starts_with(each.from);
    });
    if (mark == std::end(kMarks)) {
      rewriting.Keep(1);
    } else {
      rewriting.Put(mark->from.size(), mark->to);
    }
  }
}

void Curl(Rewriting& rewriting) {
  char before = ' ';
  while (!rewriting.rest().empty()) {
    const char c = rewriting.rest().front();
    const bool opens = before == ' ' || before == '\n' || before == '(';
    before = c;
    if (c == '\'') {
      rewriting.Put(1, opens ? "‘" : "’");
    } else if (c == '"') {
      rewriting.Put(1, opens ? "“" : "”");
    } else {
      rewriting.Keep(1);
    }
  }
}

void DoubleBlanks(Rewriting& rewriting) { Replace(rewriting, " ", "  "); }
void HardenBlanks(Rewriting& rewriting) { Replace(rewriting, " ", "\u00A0"); }

// At most so many bytes to a line: shorter ones would look like greetings and closings.
void Wrap(Rewriting& rewriting) {
  constexpr size_t kWidth = 40;
  std::set<size_t> breaks;
  const std::string text(rewriting.rest());
  size_t line = 0;
  size_t blank = std::string::npos;  // the last of the line
  for (size_t at = 0; at < text.size(); ++at) {
    if (text[at] == ' ') blank = at;
    if (text[at] == '\n') {
      line = at + 1;
      blank = std::string::npos;
    }
    if (at - line < kWidth || blank == std::string::npos) continue;
    breaks.insert(blank);
    line = blank + 1;
    blank = std::string::npos;
  }
  while (!rewriting.rest().empty()) {
    if (breaks.contains(rewriting.at())) {
      rewriting.Put(1, "\n");
    } else {
      rewriting.Keep(1);
    }
  }
}

// Calls `change` on every run of letters and straight apostrophes; what it answers stands
// there, but for "".
template <typename Change>
void EachWord(Rewriting& rewriting, const Change& change) {
  while (!rewriting.rest().empty()) {
    const std::string_view rest = rewriting.rest();
    size_t end = 0;
    while (end < rest.size() && (IsLetter(rest[end]) || rest[end] == '\'')) ++end;
    const std::string words = end == 0 ? "" : change(std::string(rest.substr(0, end)));
    if (words.empty()) {
      rewriting.Keep(std::max<size_t>(end, 1));
    } else {
      rewriting.Put(end, words);
    }
  }
}

using Words = std::map<std::string, std::string>;

std::string Looked(const Words& words, const std::string& word) {
  const auto found = words.find(Lower(word));
  return found == words.end() ? "" : Like(word, found->second);
}

// "I'm" to "Im", where the language knows it without its apostrophe.
Words BareWords() {
  const auto& contractions = testing::EnglishTables().contractions;
  Words words;
  for (const text::Contraction& with : contractions) {
    std::string bare = with.from;
    std::erase(bare, '\'');
    for (const text::Contraction& without : contractions) {
      const bool same =
          without.from == bare && without.to == with.to && without.next.empty();
      if (same && bare != with.from) words.emplace(with.from, bare);
    }
  }
  return words;
}

// "I'm" to "I am", where it can mean nothing else.
Words FullWords() {
  Words words;
  for (const text::Contraction& each : testing::EnglishTables().contractions) {
    if (each.from.find('\'') == std::string::npos || !each.next.empty()) continue;
    std::string full;
    for (const std::string& word : each.to) full += (full.empty() ? "" : " ") + word;
    if (full.find('\'') == std::string::npos) words.emplace(each.from, full);
  }
  return words;
}

Words OtherSpellings() {
  Words words;
  for (const auto& [from, to] : testing::EnglishTables().spelling) {
    const bool british = from.size() > 4 && from.find_first_of("0123456789") == from.npos;
    if (british) words.emplace(from, to);
  }
  return words;
}

void DropApostrophes(Rewriting& rewriting) {
  static const Words words = BareWords();
  EachWord(rewriting, [](const std::string& word) { return Looked(words, word); });
}

void OpenContractions(Rewriting& rewriting) {
  static const Words words = FullWords();
  EachWord(rewriting, [](const std::string& word) { return Looked(words, word); });
}

void Respell(Rewriting& rewriting) {
  static const Words words = OtherSpellings();
  EachWord(rewriting, [](const std::string& word) { return Looked(words, word); });
}

// "I am sorry" to "I'm sorry": before a word that cannot be the end of a sentence.
void CloseContractions(Rewriting& rewriting) {
  constexpr MarkForm kPairs[] = {
      {"I am ", "I'm "},       {"We are ", "We're "},   {"we are ", "we're "},
      {"You are ", "You're "}, {"you are ", "you're "}, {"do not ", "don't "},
      {"did not ", "didn't "}, {"cannot ", "can't "},   {"could not ", "couldn't "},
      {"I will ", "I'll "},    {"we will ", "we'll "},  {"I have ", "I've "},
      {"we have ", "we've "},  {"is not ", "isn't "},   {"should not ", "shouldn't "},
      {"will not ", "won't "}};
  bool in_word = false;
  while (!rewriting.rest().empty()) {
    const auto* pair = std::ranges::find_if(kPairs, [&](const MarkForm& each) {
      return !in_word && rewriting.rest().starts_with(each.from);
    });
    in_word = IsLetter(rewriting.rest().front());
    if (pair == std::end(kPairs)) {
      rewriting.Keep(1);
      continue;
    }
    rewriting.Put(pair->from.size() - 1, pair->to.substr(0, pair->to.size() - 1));
  }
}

void Stretch(Rewriting& rewriting) {
  EachWord(rewriting, [](const std::string& word) -> std::string {
    if (word == "so" || word == "So") return word + "ooo";
    return word == "SO" ? word + "OOO" : "";
  });
}

void Frame(Rewriting& rewriting) {
  rewriting.Put(0, "Dear Mrs Lindqvist,\n\n");
  rewriting.Keep(rewriting.rest().size());
  rewriting.Put(0, "\n\nKind regards,\nPriya");
}

constexpr std::string_view kHarmless = "The shop is beside the station.";

void SayFirst(Rewriting& rewriting) {
  rewriting.Put(0, std::string(kHarmless) + " ");
  rewriting.Keep(rewriting.rest().size());
}

void SayLast(Rewriting& rewriting) {
  rewriting.Keep(rewriting.rest().size());
  rewriting.Put(0, "\n\n" + std::string(kHarmless));
}

struct Writing {
  const char* name;
  void (*write)(Rewriting& rewriting);
  bool framed = false;  // something stands before and after it
};

constexpr Writing kWritings[] = {
    {"straight marks", Straighten},
    {"curly marks", Curl},
    {"double blanks", DoubleBlanks},
    {"hard blanks", HardenBlanks},
    {"short lines", Wrap},
    {"no apostrophes", DropApostrophes},
    {"open contractions", OpenContractions},
    {"closed contractions", CloseContractions},
    {"the other spelling", Respell},
    {"stretched letters", Stretch},
    {"greeting and signature", Frame, true},
    {"a sentence before", SayFirst, true},
    {"a sentence after", SayLast, true},
};

// A finding by what must stay: the rule, and where it is about a stretch of text, that.
using Kept = std::tuple<std::string, uint32_t, uint32_t>;

// What words before and after truly change: how warm a reply begins and ends, what it
// opens with, whether it is more than a pointer elsewhere, and whether anything in it is
// about this customer.
bool AsksForWhatStandsAround(const std::string& rule) {
  constexpr std::string_view kRules[] = {
      "structure/warm-competent-warm", "followup/thin-wrap-up",
      "tone/bad-news-first",           "ownership/send-away",
      "ownership/cold-handoff",        "structure/no-specifics"};
  return std::ranges::count(kRules, rule) > 0;
}

template <typename Place>
std::set<Kept> KeptOf(const Result& result, bool framed, const Place& place) {
  std::set<Kept> kept;
  for (const Finding& finding : result.findings) {
    if (framed && AsksForWhatStandsAround(finding.rule->id)) continue;
    const text::Span span =
        finding.scope == Scope::kText ? place(finding.span) : text::Span{};
    kept.emplace(finding.rule->id, span.start, span.end);
  }
  return kept;
}

// The same with what stands where read again.
Conversation Reread(const Conversation& conversation, std::string text) {
  Conversation changed = conversation;
  changed.text = std::move(text);
  input::ReadQuoting({}, {}, changed);
  return changed;
}

std::string Listed(const std::set<Kept>& kept, std::string_view text) {
  std::string list;
  for (const auto& [rule, start, end] : kept) {
    list += rule + " “" + std::string(text.substr(start, end - start)) + "”\n";
  }
  return list;
}

TEST(Rewritten, DraftsHaveTheSameFindingsAtTheMappedPlaces) {
  std::map<std::string, size_t> changed;
  std::vector<Draft> drafts = testing::FlaggedExamples();
  std::ranges::move(testing::Labelled(), std::back_inserter(drafts));
  for (size_t i = 0; i < drafts.size(); i += testing::kEvery) {
    const Draft& draft = drafts[i];
    const Engine& engine = testing::EngineOf(draft.profile);
    const Result result = engine.Check(draft.conversation);
    for (const Writing& writing : kWritings) {
      Rewriting rewriting(draft.conversation.text);
      writing.write(rewriting);
      const std::string& text = rewriting.text();
      if (text == draft.conversation.text) continue;
      ++changed[writing.name];
      const Result again = engine.Check(Reread(draft.conversation, text));
      const auto found = KeptOf(again, writing.framed,
                                [&](text::Span span) { return rewriting.Whole(span); });
      const auto expected = KeptOf(result, writing.framed, [&](text::Span span) {
        return rewriting.Whole(rewriting.Map(span));
      });
      EXPECT_EQ(Listed(found, text), Listed(expected, text))
          << draft.name << ", " << writing.name << "\n"
          << text;
    }
  }
  // Of one in five there may be none that a writing changes.
  if (testing::kEvery > 1) return;
  for (const Writing& writing : kWritings)
    EXPECT_GT(changed[writing.name], 0u) << writing.name;
}

}  // namespace
}  // namespace amends
