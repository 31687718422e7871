#include "tools/serve/override_list.h"

#include <gtest/gtest.h>

namespace amends::serve {
namespace {

Override Sample() {
  Override one;
  one.time = "2026-03-02T10:15:07Z";
  one.client = "desk";
  one.decision = "hold";
  one.channel = "email";
  one.kind = "reply";
  one.profile = "default";
  one.digest = "1234";
  one.draft = "ab";
  one.record = "cd";
  one.reason = "They asked for\nthese words.";
  one.rules = {{"tiny/must", "warning", 2}, {"tiny/if", "error", 1}};
  return one;
}

TEST(OverrideList, IsForPeople) {
  EXPECT_EQ(PrettyOverride(Sample()),
            "2026-03-02 10:15 UTC  desk  was held, email\n"
            "  error    tiny/if\n"
            "  warning  tiny/must (2 times)\n"
            "  “They asked for these words.”\n");
  Override internal = Sample();
  internal.decision = "confirm";
  internal.kind = "internal";
  internal.channel = "chat";
  internal.rules.clear();
  EXPECT_EQ(PrettyOverride(internal),
            "2026-03-02 10:15 UTC  desk  was to be confirmed, chat internal\n"
            "  “They asked for these words.”\n");
}

TEST(OverrideList, GivesATerminalNoOrders) {
  Override one = Sample();
  one.rules.clear();
  one.reason =
      "\x1B[2Jgone\x07 \xC2\x9B"
      "1m caf\xC3\xA9 \x7F";
  one.client = "d\re";
  EXPECT_EQ(PrettyOverride(one),
            "2026-03-02 10:15 UTC  d e  was held, email\n"
            "  “ [2Jgone   1m café  ”\n");
}

TEST(OverrideList, IsForPrograms) {
  EXPECT_EQ(OverrideLine(Sample()),
            R"({"time":"2026-03-02T10:15:07Z","client":"desk","decision":"hold",)"
            R"("channel":"email","kind":"reply","profile":"default","packs":"1234",)"
            R"("draft":"ab","record":"cd","rules":[)"
            R"({"rule":"tiny/must","severity":"warning","count":2},)"
            R"({"rule":"tiny/if","severity":"error","count":1}],)"
            R"("reason":"They asked for\nthese words."})"
            "\n");
}

}  // namespace
}  // namespace amends::serve
