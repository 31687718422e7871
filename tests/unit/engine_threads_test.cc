// One engine serves all threads, and each gets what it would have got alone.
#include <fstream>
#include <string>
#include <thread>
#include <variant>
#include <vector>

#include <gtest/gtest.h>

#include "amends/engine.h"
#include "amends/input/record.h"
#include "tests/support/tables.h"

namespace amends {
namespace {

constexpr size_t kDrafts = 24;
constexpr size_t kThreads = 4;

std::vector<input::Conversation> Conversations() {
  std::vector<input::Conversation> conversations;
  std::ifstream in(testing::SourcePath("corpora/labelled.jsonl"));
  for (std::string line; conversations.size() < kDrafts && std::getline(in, line);) {
    conversations.push_back(std::get<input::Conversation>(input::ReadRecord(line)));
  }
  return conversations;
}

std::string Told(const Result& result) {
  std::string told;
  for (const Finding& finding : result.findings) {
    told += finding.rule->id + " " + finding.fingerprint + " " + finding.message + "\n";
    for (const Suggestion& suggestion : finding.suggestions) {
      told += std::to_string(static_cast<int>(suggestion.applicability)) + suggestion.title;
      for (const Edit& edit : suggestion.edits) told += edit.insert;
    }
  }
  for (const FoundMove& move : result.moves) told += std::string(move.move) + " ";
  return told;
}

TEST(EngineThreads, GetWhatOneGets) {
  const std::vector<input::Conversation> conversations = Conversations();
  ASSERT_EQ(conversations.size(), kDrafts);
  const Engine engine = Engine::Load({});
  std::vector<std::vector<std::string>> told(kThreads, std::vector<std::string>(kDrafts));
  {
    std::vector<std::jthread> threads;
    for (size_t thread = 0; thread < kThreads; ++thread) {
      threads.emplace_back([&, thread] {
        // Each begins elsewhere, so that they check different drafts at one time.
        for (size_t i = 0; i < kDrafts; ++i) {
          const size_t draft = (i + thread * kDrafts / kThreads) % kDrafts;
          told[thread][draft] = Told(engine.Check(conversations[draft]));
        }
      });
    }
  }
  std::vector<std::string> alone;
  for (const auto& conversation : conversations) alone.push_back(Told(engine.Check(conversation)));
  for (size_t thread = 0; thread < kThreads; ++thread) EXPECT_EQ(told[thread], alone) << thread;
}

}  // namespace
}  // namespace amends
