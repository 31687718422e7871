#include "tools/serve/override_tokens.h"

#include <algorithm>
#include <set>
#include <string>

#include <gtest/gtest.h>

namespace amends::serve {
namespace {

using std::chrono::minutes;
using std::chrono::seconds;

constexpr UtcTime kNow{seconds(1'800'000'000)};
constexpr const char* kJudged = "this draft under these rules";
constexpr std::string_view kLetters =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

OverrideKey KeyOf(unsigned char byte) {
  OverrideKey::Secret secret{};
  secret.fill(byte);
  return OverrideKey(secret);
}

std::string Said(const std::variant<std::string, TokenFault>& nonce) {
  if (const auto* fault = std::get_if<TokenFault>(&nonce)) {
    return *fault == TokenFault::kExpired ? "expired" : "foreign";
  }
  return "good";
}

TEST(OverrideTokens, HoldForWhatTheyAreForWhileTheyLast) {
  const OverrideTokens tokens(KeyOf(7), minutes(30));
  const std::string token = tokens.Give(kJudged, kNow);
  struct Row {
    const char* why;
    std::string token;
    std::string judged;
    seconds later;
    const char* said;
  };
  const Row rows[] = {
      {"at once", token, kJudged, seconds(0), "good"},
      {"in the last second", token, kJudged, seconds(1799), "good"},
      {"when its time is over", token, kJudged, seconds(1800), "expired"},
      {"long after", token, kJudged, seconds(1'000'000), "expired"},
      {"for something else", token, "that draft under these rules", seconds(0),
       "foreign"},
      {"for less", token, "this draft under these rule", seconds(0), "foreign"},
      {"for something else, later", token, "other", seconds(9999), "foreign"},
      {"none", "", kJudged, seconds(0), "foreign"},
      {"a part", token.substr(1), kJudged, seconds(0), "foreign"},
      {"with something behind it", token + "A", kJudged, seconds(0), "foreign"},
      {"with padding", token + "=", kJudged, seconds(0), "foreign"},
      {"with another on its end", token + token, kJudged, seconds(0), "foreign"},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(Said(tokens.NonceOf(row.token, row.judged, kNow + row.later)), row.said)
        << row.why;
  }
}

TEST(OverrideTokens, HoldForNobodyWhenALetterIsChanged) {
  const OverrideTokens tokens(KeyOf(7), minutes(30));
  const std::string token = tokens.Give(kJudged, kNow);
  EXPECT_EQ(token.find_first_not_of(kLetters), std::string::npos) << token;
  for (size_t i = 0; i < token.size(); ++i) {
    for (const char letter : std::string(kLetters) + "= \n" + '\0') {
      if (letter == token[i]) continue;
      std::string changed = token;
      changed[i] = letter;
      EXPECT_EQ(Said(tokens.NonceOf(changed, kJudged, kNow)), "foreign") << i << letter;
    }
  }
}

TEST(OverrideTokens, AreForOneKey) {
  const OverrideTokens ours(KeyOf(7), minutes(30));
  const OverrideTokens theirs(KeyOf(8), minutes(30));
  EXPECT_EQ(Said(theirs.NonceOf(ours.Give(kJudged, kNow), kJudged, kNow)), "foreign");
  const OverrideTokens same(KeyOf(7), minutes(5));
  EXPECT_EQ(Said(same.NonceOf(ours.Give(kJudged, kNow), kJudged, kNow)), "good");
}

TEST(OverrideTokens, AreEachDifferent) {
  const OverrideTokens tokens(KeyOf(7), minutes(30));
  std::set<std::string> all;
  std::set<std::string> nonces;
  for (int i = 0; i < 100; ++i) {
    const std::string token = tokens.Give(kJudged, kNow);
    all.insert(token);
    nonces.insert(std::get<std::string>(tokens.NonceOf(token, kJudged, kNow)));
  }
  EXPECT_EQ(all.size(), 100u);
  EXPECT_EQ(nonces.size(), 100u);
}

TEST(OverrideKey, HashesForOneUseAlone) {
  const OverrideKey key = KeyOf(7);
  const std::set<std::string> all = {key.HexOf(OverrideKey::Use::kToken, "a"),
                                     key.HexOf(OverrideKey::Use::kDraft, "a"),
                                     key.HexOf(OverrideKey::Use::kRecordId, "a"),
                                     key.HexOf(OverrideKey::Use::kDraft, "b"),
                                     KeyOf(8).HexOf(OverrideKey::Use::kDraft, "a")};
  EXPECT_EQ(all.size(), 5u);
  EXPECT_EQ(key.HexOf(OverrideKey::Use::kDraft, "a"),
            KeyOf(7).HexOf(OverrideKey::Use::kDraft, "a"));
}

}  // namespace
}  // namespace amends::serve
