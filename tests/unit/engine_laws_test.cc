// What holds for every draft: over the examples of the core pack, over the corpora, and
// over texts made of their words and of any bytes.
#include <algorithm>
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
#include "amends/suggest/safe_edits.h"
#include "tests/support/drafts.h"
#include "tests/support/result_laws.h"

namespace amends {
namespace {

using input::Conversation;
using testing::Draft;
using testing::EngineOf;
using testing::FlaggedExamples;
using testing::Labelled;
using testing::ResultLaws;

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
