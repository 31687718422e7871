#include "tools/serve/access.h"

#include <stdexcept>
#include <string>

#include <gtest/gtest.h>
#include <sodium.h>

#include "tests/unit/pack/temporary_folder.h"

namespace amends::serve {
namespace {

const bool kReady = sodium_init() >= 0;

TEST(Access, KnowsClientsByTheHashesOfTheirTokens) {
  ASSERT_TRUE(kReady);
  const std::string desk = NewSecret();
  const std::string shop = NewSecret();
  EXPECT_NE(desk, shop);
  EXPECT_GE(desk.size(), 43u);
  const pack::TemporaryFolder folder;
  folder.Write("tokens", "# who may ask\n\ndesk " + HashOf(desk) + "\nshop " +
                             HashOf(shop) + "  \n");
  const Access access({.tokens = ReadTokens((folder.path() / "tokens").string())});
  EXPECT_EQ(access.ClientWith(desk), "desk");
  EXPECT_EQ(access.ClientWith(shop), "shop");
  EXPECT_EQ(access.ClientWith(""), std::nullopt);
  EXPECT_EQ(access.ClientWith(desk + "x"), std::nullopt);
  EXPECT_EQ(access.ClientWith(HashOf(desk)), std::nullopt);
}

TEST(Access, TellsWhatIsWrongWithAFileOfTokens) {
  const pack::TemporaryFolder folder;
  struct Row {
    const char* text;
    const char* told;
  };
  const Row rows[] = {{"desk\n", ":1: a name and the hash"},
                      {"# x\ndesk abc\n", ":2: a name and the hash"},
                      {"\n# x\n", ": there is no token in it"}};
  for (const Row& row : rows) {
    folder.Write("tokens", row.text);
    try {
      ReadTokens((folder.path() / "tokens").string());
      ADD_FAILURE() << row.text;
    } catch (const std::runtime_error& error) {
      EXPECT_NE(std::string(error.what()).find(row.told), std::string::npos)
          << error.what();
    }
  }
  EXPECT_THROW(ReadTokens((folder.path() / "none").string()), std::runtime_error);
}

TEST(Access, LetsOnlyKnownPagesAsk) {
  const Access access({.origins = {"https://desk.example"}});
  struct Row {
    const char* origin;
    const char* host;
    bool may;
  };
  const Row rows[] = {{"https://desk.example", "amends.example", true},
                      {"http://desk.example", "amends.example", false},
                      {"https://desk.example.evil.example", "amends.example", false},
                      {"http://localhost:8090", "localhost:8090", true},
                      {"http://localhost:8091", "localhost:8090", false},
                      {"null", "localhost:8090", false},
                      {"", "", false},
                      {"http://", "", false}};
  for (const Row& row : rows) {
    EXPECT_EQ(access.MayAsk(row.origin, row.host), row.may) << row.origin;
  }
}

TEST(Access, KnowsItsOwnNames) {
  const Access any({});
  EXPECT_TRUE(any.IsOurs("whatever.example"));
  const Access loopback({.hosts = {"localhost", "127.0.0.1", "[::1]"}});
  for (const char* host :
       {"localhost", "localhost:8090", "127.0.0.1:1", "[::1]:8090", "[::1]", ""}) {
    EXPECT_TRUE(loopback.IsOurs(host)) << host;
  }
  for (const char* host : {"evil.example", "localhost.evil.example:8090", "127.0.0.2"}) {
    EXPECT_FALSE(loopback.IsOurs(host)) << host;
  }
}

TEST(Access, HoldsAClientThatAsksTooOften) {
  Access access({.per_minute = 3});
  for (int i = 0; i < 3; ++i) EXPECT_EQ(access.Hold("desk"), std::nullopt);
  const auto wait = access.Hold("desk");
  ASSERT_TRUE(wait.has_value());
  EXPECT_GE(*wait, 1);
  EXPECT_LE(*wait, 20);
  EXPECT_EQ(access.Hold("shop"), std::nullopt);
  Access free({});
  for (int i = 0; i < 1000; ++i) EXPECT_EQ(free.Hold("desk"), std::nullopt);
}

}  // namespace
}  // namespace amends::serve
