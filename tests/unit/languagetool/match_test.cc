#include "amends/languagetool/match.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "tests/unit/languagetool/marked_sample.h"

namespace amends::languagetool {
namespace {

using enum pack::Severity;

// "stretch → value | value" or "stretch: message" for each.
std::vector<std::string> Shown(MarkedSample& sample) {
  std::vector<std::string> shown;
  for (const Match& match : MatchesOf(sample.request(), sample.result())) {
    std::string one =
        sample.request().text.source.substr(match.span.start, match.span.length());
    for (const Alternative& each : match.alternatives) one += " → " + each.value;
    if (match.alternatives.empty()) one += ": " + match.message;
    shown.push_back(one);
  }
  return shown;
}

using Lines = std::vector<std::string>;

TEST(Matches, GiveTheGraverOfTwoTheAlternatives) {
  MarkedSample sample("We are so sad. We are sorry.");
  sample.Add("are so", {{"We are so sad.", "Sorry."}}, kWarning);
  sample.Add("so sad", {{"so", "very"}}, kError);
  sample.Add("sorry", {{"sorry", "glad"}}, kInfo);
  EXPECT_EQ(Shown(sample), (Lines{"are so: A message. Say Sorry.", "so sad → very sad",
                                  "sorry → glad"}));
}

TEST(Matches, StandSideBySide) {
  MarkedSample sample("One two three.");
  sample.Add("One ", {{"One ", "1 "}});
  sample.Add("two ", {{"two ", "2 "}});
  sample.Add("three", {{"three", "3"}});
  EXPECT_EQ(Shown(sample), (Lines{"One  → 1 ", "two  → 2 ", "three → 3"}));
}

TEST(Matches, BeginWithTheGravestOfAPlace) {
  MarkedSample sample("One two three.");
  sample.Add("two", {}, kHint);
  sample.Add("One two", {}, kInfo);
  sample.Add("One", {}, kError);
  sample.request().selection.picky = true;
  EXPECT_EQ(Shown(sample),
            (Lines{"One: A message.", "One two: A message.", "two: A message."}));
}

TEST(Matches, SayInWordsWhatCannotBeOffered) {
  struct Row {
    std::vector<SampleChange> changes;
    const char* shown;
  };
  const Row rows[] = {
      {{}, "One: A message."},
      {{{"", "more"}, {"", "less"}}, "One: A message. Say more."},
      {{{"Two", "2."}}, "One: A message. Say 2."},
      {{{"Two", "2"}, {"", "what?"}}, "One: A message. Say what?"},
      {{{"One", "1"}, {"", "more"}}, "One → 1"},
  };
  for (const Row& row : rows) {
    MarkedSample sample("One. Two.");
    sample.Add("One", row.changes);
    EXPECT_EQ(Shown(sample), Lines{row.shown});
  }
}

TEST(Matches, AreOnlyWhatIsWantedAndHasAPlace) {
  MarkedSample sample("One two three.");
  sample.Add("One", {}, kHint);
  sample.Add("two", {}).scope = Scope::kReply;
  sample.Add("", {});
  sample.Add("three", {});
  sample.request().selection.mode = Mode::kWords;
  EXPECT_EQ(Shown(sample), Lines{"three: A message."});
}

TEST(Matches, StandInTheMarkup) {
  MarkedSample sample("😀<b>so</b> <i>sad</i>.");
  sample.Add("so sad", {});
  sample.Add("so", {{"so", "very"}});
  EXPECT_EQ(Shown(sample), (Lines{"so → very", "so</b> <i>sad: A message."}));
}

}  // namespace
}  // namespace amends::languagetool
