// Single phrases of a pack, found by themselves.
#include "amends/evaluation/phrase_finder.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "amends/evaluation/bench.h"
#include "tests/unit/evaluation/tea_pack.h"

namespace amends::evaluation {
namespace {

// "pattern: words" for each hit.
std::vector<std::string> Patterns(const std::string& id, const std::string& text) {
  std::vector<std::string> hits;
  for (const PhraseFinder::Hit& hit : Tea().finder().Patterns(id, text)) {
    hits.push_back(hit.pattern->text + ": " +
                   text.substr(hit.span.start, hit.span.length()));
  }
  return hits;
}

using Texts = std::vector<std::string>;

TEST(PhraseFinder, FindsEachPatternByItself) {
  EXPECT_EQ(Patterns("tea/if", "If it broke, sorry if it hurt. Sorry if so."),
            (Texts{"{sorry} if: sorry if", "{sorry} if: Sorry if",
                   "if {gap:6} , {sorry}: If it broke, sorry"}));
  EXPECT_EQ(Patterns("tea/if", "Sorry for that."), Texts());
  EXPECT_EQ(Patterns("tea/unknown", "Sorry if it broke."), Texts());
}

TEST(PhraseFinder, LeavesOutWhatIsRuledOutLaterOnly) {
  // An `unless` of the rule does not count, a suppressor does.
  EXPECT_EQ(Patterns("tea/if", "You will be sorry if it broke."),
            (Texts{"{sorry} if: sorry if"}));
  EXPECT_EQ(Patterns("tea/if", "Better safe than sorry if it broke."), Texts());
  EXPECT_EQ(Patterns("SUP-idiom", "Better safe than sorry."),
            (Texts{"safe than (taken: sorry): safe than sorry"}));
}

TEST(PhraseFinder, FindsTheMembersOfAClass) {
  EXPECT_EQ(Tea().finder().Class("pot", "A tea pot, a teapot.").size(), 2u);
  EXPECT_TRUE(Tea().finder().IsMember("pot", "tea pot"));
  EXPECT_FALSE(Tea().finder().IsMember("pot", "pot"));
  EXPECT_FALSE(Tea().finder().IsMember("pot", "a teapot"));
}

}  // namespace
}  // namespace amends::evaluation
