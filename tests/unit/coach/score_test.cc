// The score and what nobody can do to it.
#include "amends/coach/score.h"

#include <algorithm>
#include <fstream>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "amends/input/quoted_turns.h"
#include "amends/input/record.h"
#include "tests/support/pace.h"
#include "tests/support/tables.h"
#include "tests/unit/coach/coached.h"

namespace amends::coach {
namespace {

using input::Conversation;

int PointsOf(const Conversation& conversation) {
  return Coached(conversation).coaching.score.points;
}

Conversation With(const Conversation& conversation, std::string text) {
  Conversation changed = conversation;
  changed.text = std::move(text);
  input::ReadQuoting({}, {}, changed);
  return changed;
}

struct Graded {
  Conversation conversation;
  int grade = 0;
};

const std::vector<Graded>& AllGraded() {
  static const std::vector<Graded> graded = [] {
    std::vector<Graded> all;
    std::ifstream in(testing::SourcePath("corpora/labelled.jsonl"));
    for (std::string line; std::getline(in, line);) {
      auto conversation = std::get<Conversation>(input::ReadRecord(line));
      if (conversation.kind != input::Kind::kReply) continue;
      all.push_back(
          {std::move(conversation), nlohmann::json::parse(line).at("grade").get<int>()});
    }
    return all;
  }();
  return graded;
}

TEST(Score, IsWholeForAReplyThatLacksNothing) {
  const Coached coached(
      "C: You charged me twice and I missed the rent, I was in tears, and the landlord "
      "called before breakfast. // Dear Ana, I'm sorry that I charged your card twice on "
      "Monday; you were left without the rent, with the landlord on the phone before "
      "breakfast, and I can see why you were in tears. That was my mistake. I pressed "
      "the "
      "key twice because the till was slow. I've sent the £40 back this morning, and £10 "
      "on top for the worry. It will be there by Friday at noon, and I'll call you then "
      "to "
      "hear that all is well. I've also written to your landlord, so that he knows that "
      "the delay was ours and not yours. Which would suit you better, the card that was "
      "charged or cash from Bo at our Elm Street shop? So that it doesn't happen again, "
      "I've added a check that stops a second charge within 24 hours. My own number is "
      "555 "
      "0134. I hope you can forgive me.");
  for (const Cost& cost : coached.coaching.score.costs) {
    ADD_FAILURE() << (cost.element ? cost.element->id : cost.finding->rule->id);
  }
  EXPECT_EQ(coached.coaching.score.points, 100);
}

TEST(Score, LosesWhatIsMissingAndWhatHurts) {
  struct Row {
    const char* thread;
    const char* lost;  // an element or a rule that it must have cost
  };
  const Row rows[] = {
      {"C: My lamp broke. // A new one is on its way.", "apology"},
      {"C: My lamp broke. // I'm sorry.", "responsibility"},
      {"C: My lamp broke. // I'm sorry. You should have packed it.", "blame/should-have"},
      {"C: My lamp broke. // I'm sorry if it broke.", "apology"},
      {"C: My lamp broke. // We're sorry it broke.", "pronoun/we-sorry"},
  };
  for (const Row& row : rows) {
    const Coached coached(row.thread);
    bool lost = false;
    for (const Cost& cost : coached.coaching.score.costs) {
      lost =
          lost || (cost.element ? cost.element->id : cost.finding->rule->id) == row.lost;
    }
    EXPECT_TRUE(lost) << row.thread;
  }
}

// Whether something is found in the last sentence: not every question is a fault there.
bool IsFoundAtTheEnd(const Conversation& conversation) {
  const Coached coached(conversation);
  const text::Span last = coached.result.sentences.back();
  return std::ranges::any_of(coached.result.findings, [&](const Finding& finding) {
    return finding.scope == Scope::kText && finding.span.overlaps(last);
  });
}

// Counts how often a change raises the score, and by how much at most.
class Raises {
 public:
  void Try(const Conversation& before, const Conversation& after) {
    const int raise = PointsOf(after) - PointsOf(before);
    ++tried_;
    if (raise <= 0) return;
    ++raised_;
    highest_ = std::max(highest_, raise);
  }

  size_t tried() const { return tried_; }
  size_t raised() const { return raised_; }
  int highest() const { return highest_; }

 private:
  size_t tried_ = 0;
  size_t raised_ = 0;
  int highest_ = 0;
};

// But for where a fault silences another rule: the counts may only get smaller.
TEST(Score, IsNotRaisedByAFaultASixthSorryOrARepeat) {
  constexpr const char* kFaults[] = {"I'm sorry if that upset you.",
                                     "It's our policy.",
                                     "You should have read the label.",
                                     "Calm down.",
                                     "Did you plug it in?",
                                     "I'm sorry you feel that way.",
                                     "As I already told you, it takes a week.",
                                     "Fine, I'll refund you."};
  Raises faults;
  Raises sorries;
  Raises repeats;
  for (size_t i = 0; i < AllGraded().size(); i += 4 * testing::kEvery) {
    const Conversation& draft = AllGraded()[i].conversation;
    for (const char* fault : kFaults) {
      const Conversation worse = With(draft, draft.text + "\n\n" + fault);
      if (IsFoundAtTheEnd(worse)) faults.Try(draft, worse);
    }
    sorries.Try(
        With(draft, draft.text + "\n\nI'm sorry."),
        With(draft, draft.text + "\n\nI'm sorry. Sorry. I'm sorry. So sorry. I'm sorry. "
                                 "I'm sorry."));
    repeats.Try(draft, With(draft, draft.text + "\n\n" + draft.text));
  }
  EXPECT_GT(faults.tried(), 500u / testing::kEvery);
  EXPECT_LE(faults.raised(), 6u);
  EXPECT_LE(faults.highest(), 7);
  EXPECT_LE(sorries.raised(), 1u);
  EXPECT_LE(repeats.raised(), 2u);
  EXPECT_LE(std::max(sorries.highest(), repeats.highest()), 3);
}

// But for where nothing else in the conversation tells that something went wrong.
TEST(Score, IsNotRaisedByTakingTheApologyAway) {
  Raises raises;
  for (const Graded& each : AllGraded()) {
    const Coached coached(each.conversation);
    if (coached.Of("apology") != Presence::kThere) continue;
    std::string text;
    for (const text::Span& sentence : coached.result.sentences) {
      const bool sorry = std::ranges::any_of(
          coached.WordsOf("apology"),
          [&](const text::Span& words) { return words.overlaps(sentence); });
      if (sorry) continue;
      text += each.conversation.text.substr(sentence.start, sentence.length()) + "\n\n";
    }
    raises.Try(each.conversation, With(each.conversation, text));
  }
  EXPECT_GT(raises.tried(), 150u);
  EXPECT_LE(raises.raised(), 12u);
  EXPECT_LE(raises.highest(), 10);
}

// The grades were given by readers before there was a score (corpora/README.md).
TEST(Score, OrdersRepliesAsReadersDo) {
  std::vector<std::pair<int, int>> scored;  // grade, points
  for (const Graded& each : AllGraded()) {
    scored.emplace_back(each.grade, PointsOf(each.conversation));
  }
  size_t far = 0;
  size_t far_right = 0;
  size_t near = 0;
  size_t near_right = 0;
  for (const auto& [better, high] : scored) {
    for (const auto& [worse, low] : scored) {
      if (better >= 4 && worse <= 2) {
        ++far;
        far_right += high > low ? 1 : 0;
      }
      if (better == worse + 1) {
        ++near;
        near_right += high > low ? 1 : 0;
      }
    }
  }
  const auto share = [](size_t k, size_t n) {
    return static_cast<double>(k) / static_cast<double>(n);
  };
  EXPECT_GE(share(far_right, far), 0.97) << far_right << " of " << far;
  EXPECT_GE(share(near_right, near), 0.75) << near_right << " of " << near;
}

}  // namespace
}  // namespace amends::coach
