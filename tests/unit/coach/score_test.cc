// The score and what nobody can do to it.
#include "amends/coach/score.h"

#include <algorithm>
#include <cstdint>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
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

// Counts how often a change raises the score.
class Raises {
 public:
  void Try(const Coached& before, const Coached& after) {
    ++tried_;
    const int raise = after.coaching.score.points - before.coaching.score.points;
    if (raise <= 0) return;
    ++raised_;
    ADD_FAILURE() << before.conversation.id << ": " << raise << " more for\n"
                  << after.conversation.text;
  }

  size_t tried() const { return tried_; }
  size_t raised() const { return raised_; }

 private:
  size_t tried_ = 0;
  size_t raised_ = 0;
};

// Where a sentence is put into a draft.
enum class Place : uint8_t { kFirst, kMiddle, kLast };

uint32_t StartOf(Place place, const Coached& coached) {
  const std::vector<text::Span>& sentences = coached.result.sentences;
  if (place == Place::kFirst) return sentences.front().start;
  if (place == Place::kMiddle) return sentences[sentences.size() / 2].start;
  return static_cast<uint32_t>(coached.conversation.text.size());
}

// Whether the words cost points by what they say: not every question is a fault
// everywhere, and “we are sorry” is a good thing said less well (pronoun/*).
bool CostsPoints(const text::Span& words, const Coached& coached) {
  return std::ranges::any_of(coached.coaching.score.costs, [&](const Cost& cost) {
    return cost.finding != nullptr && cost.finding->scope == Scope::kText &&
           !cost.finding->rule->about_reply &&
           cost.finding->rule->family() != "pronoun" &&
           cost.finding->span.overlaps(words);
  });
}

// Of many families.
constexpr std::string_view kFaults[] = {
    "You should have read the label.",
    "You failed to give us the right address.",
    "If you had told us sooner, this would not have happened.",
    "As I already told you, it takes a week.",
    "Did you plug it in?",
    "Have you tried turning it off and on again?",
    "I understand your frustration.",
    "To be honest, you are overreacting.",
    "That was the courier's fault, not ours.",
    "We were very busy that week.",
    "I'm sorry if that upset you.",
    "I'm sorry you feel that way.",
    "Please accept my apology.",
    "We apologise for any inconvenience this may have caused.",
    "I'm afraid there's nothing I can do.",
    "You'll have to call the other department.",
    "Well, what else do you want me to do?",
    "It's our policy.",
    "You must have misread the terms.",
    "Fine, I'll refund you.",
    "We'll look into it as soon as possible.",
    "It will be dealt with in due course.",
    "Calm down.",
    "Whatever.",
    "Nobody else has complained.",
};

// Every other one in every reply, first, in the middle or last.
TEST(Score, IsNotRaisedByAFault) {
  Raises raises;
  for (size_t i = 0; i < AllGraded().size(); i += testing::kEvery) {
    const Coached draft(AllGraded()[i].conversation);
    for (size_t j = i % 2; j < std::size(kFaults); j += 2) {
      const auto place = static_cast<Place>((i + j) % 3);
      const std::string line = place == Place::kLast ? "\n\n" + std::string(kFaults[j])
                                                     : std::string(kFaults[j]) + " ";
      const uint32_t at = StartOf(place, draft);
      std::string text = draft.conversation.text;
      text.insert(at, line);
      const Coached worse(With(draft.conversation, std::move(text)));
      const text::Span words{at, at + static_cast<uint32_t>(line.size())};
      if (CostsPoints(words, worse)) raises.Try(draft, worse);
    }
  }
  EXPECT_GT(raises.tried(), 3500u / testing::kEvery);
  EXPECT_EQ(raises.raised(), 0u);
}

TEST(Score, IsNotRaisedByFiveSorriesMore) {
  Raises raises;
  for (size_t i = 0; i < AllGraded().size(); i += testing::kEvery) {
    const Conversation& draft = AllGraded()[i].conversation;
    const std::string one = draft.text + "\n\nI'm sorry.";
    const std::string five = one + " Sorry. I'm sorry. So sorry. I'm sorry.";
    const Coached often(With(draft, five));
    raises.Try(Coached(With(draft, one)), often);
    raises.Try(often, Coached(With(draft, five + " I'm sorry.")));
  }
  EXPECT_EQ(raises.raised(), 0u);
}

// Every third sentence is said again at once, and the whole.
TEST(Score, IsNotRaisedByARepeat) {
  Raises raises;
  for (size_t i = 0; i < AllGraded().size(); i += testing::kEvery) {
    const Coached draft(AllGraded()[i].conversation);
    const std::string& text = draft.conversation.text;
    raises.Try(draft, Coached(With(draft.conversation, text + "\n\n" + text)));
    for (size_t j = i % 3; j < draft.result.sentences.size(); j += 3) {
      const text::Span& sentence = draft.result.sentences[j];
      std::string again = text;
      again.insert(sentence.end,
                   "\n\n" + text.substr(sentence.start, sentence.length()) + "\n\n");
      raises.Try(draft, Coached(With(draft.conversation, std::move(again))));
    }
  }
  EXPECT_GT(raises.tried(), 1000u / testing::kEvery);
  EXPECT_EQ(raises.raised(), 0u);
}

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
    raises.Try(coached, Coached(With(each.conversation, text)));
  }
  EXPECT_GT(raises.tried(), 150u);
  EXPECT_EQ(raises.raised(), 0u);
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
