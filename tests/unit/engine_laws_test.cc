// What holds for every draft: over the examples of the core pack, over the corpora, and
// over texts made of their words and of any bytes.
#include <algorithm>
#include <cctype>
#include <fstream>
#include <iterator>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "amends/engine.h"
#include "amends/evaluation/example_check.h"
#include "amends/input/quoted_turns.h"
#include "amends/input/record.h"
#include "amends/suggest/safe_edits.h"
#include "tests/support/result_laws.h"
#include "tests/support/tables.h"

namespace amends {
namespace {

using input::Conversation;
using testing::ResultLaws;

// An engine for each profile that an example asks for.
const Engine& EngineOf(const std::string& profile) {
  static std::map<std::string, Engine> engines;
  const auto known = engines.find(profile);
  if (known != engines.end()) return known->second;
  EngineOptions options;
  options.core = testing::SourcePath("rules/en");
  options.profile = profile;
  return engines.emplace(profile, Engine::Load(options)).first->second;
}

struct Draft {
  std::string name;  // the rule whose example it is, or the id of a record
  std::string profile;
  Conversation conversation;
};

std::vector<Draft> FlaggedExamples() {
  std::vector<Draft> drafts;
  for (const pack::Rule& rule : EngineOf("").pack().rules) {
    for (const pack::Example& example : rule.flag) {
      auto read = evaluation::ConversationOf(example, false);
      drafts.push_back(
          {rule.id, example.profile, std::get<Conversation>(std::move(read))});
    }
  }
  return drafts;
}

std::vector<Draft> Labelled() {
  std::vector<Draft> drafts;
  std::ifstream in(testing::SourcePath("corpora/labelled.jsonl"));
  for (std::string line; std::getline(in, line);) {
    auto conversation = std::get<Conversation>(input::ReadRecord(line));
    drafts.push_back({conversation.id, "", std::move(conversation)});
  }
  return drafts;
}

std::map<std::string, size_t> RulesOf(const Result& result) {
  std::map<std::string, size_t> rules;
  for (const Finding& finding : result.findings) ++rules[finding.rule->id];
  return rules;
}

// Those that speak more often in `after`, for messages.
std::string New(const Result& before, const Result& after) {
  std::map<std::string, size_t> old = RulesOf(before);
  std::string fresh;
  for (const auto& [rule, count] : RulesOf(after)) {
    if (count > old[rule]) fresh += rule + " ";
  }
  return fresh;
}

Conversation With(const Conversation& conversation, std::string text) {
  Conversation changed = conversation;
  changed.text = std::move(text);
  return changed;
}

// The same with what stands where read again.
Conversation Reread(const Conversation& conversation, std::string text) {
  Conversation changed = With(conversation, std::move(text));
  input::ReadQuoting({}, {}, changed);
  return changed;
}

// The law of what is safe, for one suggestion of one finding.
void CheckSafe(const Draft& draft, const Result& result, const Finding& finding,
               const Suggestion& suggestion) {
  const Engine& engine = EngineOf(draft.profile);
  const std::string fixed = suggest::Apply(draft.conversation.text, suggestion.edits);
  const Result again = engine.Check(With(draft.conversation, fixed));
  const std::string& rule = finding.rule->id;
  EXPECT_LT(RulesOf(again)[rule], RulesOf(result)[rule]) << rule << " is not gone from\n"
                                                         << fixed << "\nonce\n"
                                                         << draft.conversation.text;
  EXPECT_EQ(New(result, again), "") << "in\n"
                                    << fixed << "\nonce\n"
                                    << draft.conversation.text;
  for (const Edit& edit : suggestion.edits) {
    EXPECT_TRUE(edit.span.overlaps(finding.span)) << rule << "\n"
                                                  << draft.conversation.text;
  }
}

// And for all that --fix makes at once: it is done in one go.
void CheckAllSafe(const Draft& draft, const Result& result) {
  const suggest::SafeEdits safe = suggest::FindSafeEdits(result);
  if (safe.changes < 2) return;
  const std::string fixed = suggest::Apply(draft.conversation.text, safe.edits);
  const Result again = EngineOf(draft.profile).Check(With(draft.conversation, fixed));
  EXPECT_EQ(New(result, again), "") << "in\n"
                                    << fixed << "\nonce\n"
                                    << draft.conversation.text;
}

size_t CheckSafe(const std::vector<Draft>& drafts) {
  size_t safe = 0;
  for (const Draft& draft : drafts) {
    const Result result = EngineOf(draft.profile).Check(draft.conversation);
    EXPECT_EQ(ResultLaws(draft.conversation).Broken(result), "")
        << draft.conversation.text;
    for (const Finding& finding : result.findings) {
      for (const Suggestion& suggestion : finding.suggestions) {
        if (suggestion.applicability != pack::Applicability::kSafe) continue;
        CheckSafe(draft, result, finding, suggestion);
        ++safe;
      }
    }
    CheckAllSafe(draft, result);
  }
  return safe;
}

TEST(EngineLaws, SafeSuggestionsRemoveTheirFindingAndAddNone) {
  EXPECT_GT(CheckSafe(FlaggedExamples()), 30u);
}

TEST(EngineLaws, SafeSuggestionsDoSoInRepliesAsPeopleWriteThem) {
  EXPECT_GT(CheckSafe(Labelled()), 5u);
}

TEST(EngineLaws, RulesOnTheReplyAreSilentWhereOnlyAPartOfItIsThere) {
  size_t asked = 0;
  for (Draft& draft : FlaggedExamples()) {
    draft.conversation.whole = false;
    const Result part = EngineOf(draft.profile).Check(draft.conversation);
    for (const Finding& finding : part.findings)
      EXPECT_FALSE(finding.rule->on.reply) << finding.rule->id << " on " << draft.name;
    ++asked;
  }
  EXPECT_GT(asked, 400u);
}

bool IsLetter(char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0; }

std::string Replaced(std::string text, std::string_view from, std::string_view to) {
  for (size_t at = text.find(from); at != std::string::npos;
       at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
  return text;
}

std::string Straight(std::string text) {
  for (const char* mark : {"‘", "’"}) text = Replaced(std::move(text), mark, "'");
  for (const char* mark : {"“", "”"}) text = Replaced(std::move(text), mark, "\"");
  return text;
}

std::string Curly(const std::string& text) {
  std::string curly;
  for (size_t i = 0; i < text.size(); ++i) {
    const bool opens =
        i == 0 || text[i - 1] == ' ' || text[i - 1] == '\n' || text[i - 1] == '(';
    if (text[i] == '\'') {
      curly += opens ? "‘" : "’";
    } else if (text[i] == '"') {
      curly += opens ? "“" : "”";
    } else {
      curly += text[i];
    }
  }
  return curly;
}

std::string DoubleBlanks(const std::string& text) { return Replaced(text, " ", "  "); }
std::string HardBlanks(const std::string& text) { return Replaced(text, " ", "\u00A0"); }

// At most so many bytes to a line: shorter ones would look like greetings and closings.
std::string Wrapped(const std::string& text) {
  constexpr size_t kWidth = 40;
  std::string wrapped = text;
  size_t line = 0;
  size_t blank = std::string::npos;  // the last of the line
  for (size_t at = 0; at < wrapped.size(); ++at) {
    if (wrapped[at] == ' ') blank = at;
    if (wrapped[at] == '\n') {
      line = at + 1;
      blank = std::string::npos;
    }
    if (at - line < kWidth || blank == std::string::npos) continue;
    wrapped[blank] = '\n';
    line = blank + 1;
    blank = std::string::npos;
  }
  return wrapped;
}

// Calls `change` on every run of letters and apostrophes.
template <typename Change>
std::string EachWord(const std::string& text, const Change& change) {
  std::string changed;
  for (size_t at = 0; at < text.size();) {
    size_t end = at;
    while (end < text.size() && (IsLetter(text[end]) || text[end] == '\'')) ++end;
    if (end == at) {
      changed += text[at++];
      continue;
    }
    changed += change(text.substr(at, end - at));
    at = end;
  }
  return changed;
}

// "I'm" to "Im", where the language knows it without its apostrophe.
std::string WithoutApostrophes(const std::string& text) {
  static const std::set<std::string> known = [] {
    const auto& contractions = testing::EnglishTables().contractions;
    std::set<std::string> both;
    for (const text::Contraction& with : contractions) {
      const std::string bare = Replaced(with.from, "'", "");
      for (const text::Contraction& without : contractions) {
        const bool same =
            without.from == bare && without.to == with.to && without.next.empty();
        if (same && bare != with.from) both.insert(with.from);
      }
    }
    return both;
  }();
  return EachWord(Straight(text), [&](const std::string& word) {
    std::string lower = word;
    std::ranges::transform(lower, lower.begin(), [](char c) {
      return static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    });
    return known.contains(lower) ? Replaced(word, "'", "") : word;
  });
}

std::string Stretched(const std::string& text) {
  return EachWord(text, [](const std::string& word) {
    if (word == "so" || word == "So") return word + "ooo";
    return word == "SO" ? word + "OOO" : word;
  });
}

struct Writing {
  const char* name;
  std::string (*write)(const std::string& text);
};

constexpr Writing kWritings[] = {
    {"straight marks", [](const std::string& text) { return Straight(text); }},
    {"curly marks", Curly},
    {"double blanks", DoubleBlanks},
    {"hard blanks", HardBlanks},
    {"short lines", Wrapped},
    {"no apostrophes", WithoutApostrophes},
    {"stretched letters", Stretched},
};

TEST(EngineLaws, ItIsAllOneHowAThingIsWritten) {
  std::map<std::string, size_t> changed;
  std::vector<Draft> drafts = FlaggedExamples();
  std::ranges::move(Labelled(), std::back_inserter(drafts));
  for (const Draft& draft : drafts) {
    const Engine& engine = EngineOf(draft.profile);
    const auto expected = RulesOf(engine.Check(draft.conversation));
    for (const Writing& writing : kWritings) {
      const std::string text = writing.write(draft.conversation.text);
      if (text == draft.conversation.text) continue;
      ++changed[writing.name];
      const auto found = RulesOf(engine.Check(Reread(draft.conversation, text)));
      EXPECT_EQ(found, expected) << draft.name << ", " << writing.name << "\n" << text;
    }
  }
  for (const Writing& writing : kWritings)
    EXPECT_GT(changed[writing.name], 0u) << writing.name;
}

// The examples, and their words with the marks at them.
const std::vector<std::string>& Pieces() {
  static const std::vector<std::string> pieces = [] {
    std::set<std::string> words = {"[[what]]", "[[", "]]",   "😀", "é",
                                   "\xC3",     "—",  "\n\n", "- "};
    for (const Draft& draft : FlaggedExamples()) {
      words.insert(draft.conversation.text);
      std::string word;
      for (const char c : draft.conversation.text + " ") {
        if (c != ' ') {
          word += c;
        } else if (!word.empty()) {
          words.insert(std::exchange(word, ""));
        }
      }
    }
    return std::vector<std::string>(words.begin(), words.end());
  }();
  return pieces;
}

std::string Prose(const std::string& noise) {
  const auto words =
      *rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(Pieces()));
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
  size_t at = 7;
  for (const char c : noise) {
    text.insert(at % (text.size() + 1), 1, c);
    at = at * 31 + 11;
  }
  return text;
}

// Part of the text is quoted: from one code point to another.
std::vector<input::Block> Blocks(const std::string& text) {
  std::vector<uint32_t> places = {0};
  for (size_t at = 0; at < text.size();) {
    at += text::DecodeAt(text, at).length;
    places.push_back(static_cast<uint32_t>(at));
  }
  const auto place = rc::gen::inRange<size_t>(0, places.size());
  auto [one, other] = std::minmax(places[*place], places[*place]);
  using input::BlockKind;
  return {{BlockKind::kOwn, {0, one}},
          {BlockKind::kQuoted, {one, other}},
          {BlockKind::kOwn, {other, places.back()}}};
}

TEST(EngineLaws, HoldForAnyBytes) {
  EXPECT_TRUE(rc::check([](const std::string& noise, bool quotes, bool thread) {
    Conversation conversation;
    conversation.text = Prose(noise);
    conversation.whole = *rc::gen::arbitrary<bool>();
    if (quotes) conversation.blocks = Blocks(conversation.text);
    if (thread) {
      conversation.context = {{input::Role::kCustomer, Prose(noise), ""},
                              {input::Role::kAgent, Prose(""), ""}};
    }
    const Result result = EngineOf("").Check(conversation);
    RC_ASSERT(ResultLaws(conversation).Broken(result) == "");
  }));
}

TEST(EngineLaws, SafeSuggestionsHoldWhatTheyPromiseInAnyText) {
  size_t safe = 0;
  EXPECT_TRUE(rc::check([&safe] {
    const Conversation conversation = With({}, Prose(""));
    const Result result = EngineOf("").Check(conversation);
    for (const Finding& finding : result.findings) {
      for (const Suggestion& suggestion : finding.suggestions) {
        if (suggestion.applicability != pack::Applicability::kSafe) continue;
        ++safe;
        const std::string fixed = suggest::Apply(conversation.text, suggestion.edits);
        const Result again = EngineOf("").Check(With(conversation, fixed));
        RC_ASSERT(New(result, again) == "");
        RC_ASSERT(RulesOf(again)[finding.rule->id] < RulesOf(result)[finding.rule->id]);
      }
    }
  }));
  EXPECT_GT(safe, 0u);
}

}  // namespace
}  // namespace amends
