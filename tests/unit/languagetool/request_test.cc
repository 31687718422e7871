#include "amends/languagetool/request.h"

#include <string>
#include <variant>
#include <vector>

#include <gtest/gtest.h>

namespace amends::languagetool {
namespace {

using Parameters = std::vector<Parameter>;

constexpr uint32_t kLongest = 1000;

TEST(CheckRequest, RefusesWhatTheProtocolForbids) {
  const Parameter text = {"text", "Hi."};
  const Parameter english = {"language", "en-US"};
  struct Row {
    Parameters parameters;
    int status;
    const char* message;
  };
  const Row rows[] = {
      {{}, 400, "'text' or 'data' is missing"},
      {{english}, 400, "'text' or 'data' is missing"},
      {{text, {"data", "{}"}, english}, 400, "set only 'text' or 'data', not both"},
      {{{"data", "x"}, english}, 400, "'data': this is no JSON"},
      {{text}, 400, "'language' is missing; it may be 'en-US', 'en-GB' or 'auto'"},
      {{text, {"language", ""}},
       400,
       "'language' is missing; it may be 'en-US', 'en-GB' or 'auto'"},
      {{text, english, {"preferredVariants", "en-GB"}},
       400,
       "'preferredVariants' goes with 'language=auto' only"},
      {{text, {"language", "auto"}, {"preferredVariants", "en-GB,de"}},
       400,
       "'preferredVariants' takes codes such as 'en-GB'; 'de' has no '-'"},
      {{text, english, {"mode", "batch"}},
       400,
       "'mode' must be 'all', 'textLevelOnly' or 'allButTextLevelOnly'"},
      {{text, english, {"enabledOnly", "true"}},
       400,
       "'enabledOnly' needs 'enabledRules' or 'enabledCategories'"},
      {{text,
        english,
        {"enabledOnly", "yes"},
        {"enabledRules", "A"},
        {"disabledRules", "B"}},
       400,
       "set 'enabledOnly', or 'disabledRules' and 'disabledCategories', not both"},
      {{text, english, {"callback", "f"}},
       400,
       "'callback' is not supported; the answer is JSON only"},
      {{text, english, {"enabled", "A"}},
       400,
       "'enabled' is of an older protocol; it is 'enabledRules' now"},
      {{text, english, {"disabled", "A"}},
       400,
       "'disabled' is of an older protocol; it is 'disabledRules' now"},
      {{text, english, {"preferredvariants", "en-GB"}},
       400,
       "'preferredvariants' is of an older protocol; it is 'preferredVariants' now"},
      {{text, {"autodetect", "1"}},
       400,
       "'autodetect' is of an older protocol; it is 'language=auto' now"},
      {{text, english, {"username", "ana"}},
       400,
       "'username' needs an 'apiKey' or a 'password' beside it"},
      {{text, english, {"apiKey", "k"}},
       400,
       "'apiKey' and 'password' need a 'username' beside them"},
      {{{"data", R"({"text": "", "metaData": {"Extent": "all"}})"}, english},
       400,
       "'Extent' in 'metaData' must be 'reply' or 'part'"},
      {{{"text", std::string(1001, 'x')}, english},
       413,
       "the text has 1001 characters, and at most 1000 are taken; please send it in "
       "parts"},
  };
  for (const Row& row : rows) {
    const auto read = ReadCheckRequest(row.parameters, kLongest);
    ASSERT_TRUE(std::holds_alternative<Refusal>(read)) << row.message;
    EXPECT_EQ(std::get<Refusal>(read), (Refusal{row.status, row.message}));
  }
}

TEST(CheckRequest, CountsLengthInCodeUnits) {
  const auto fits = [](const std::string& text) {
    return std::holds_alternative<CheckRequest>(
        ReadCheckRequest(Parameters{{"text", text}, {"language", "en"}}, 4));
  };
  EXPECT_TRUE(fits("😀😀"));
  EXPECT_FALSE(fits("😀😀x"));
  EXPECT_TRUE(fits("éééé"));
  EXPECT_FALSE(fits("ééééé"));
}

// "language|mode|picky|compact|whole|message", with what is not set left out.
std::string Shown(const CheckRequest& request) {
  std::string shown = request.language ? request.language->long_code
                                       : "auto " + request.preferred.long_code;
  if (request.selection.mode == Mode::kWhole) shown += " mode=whole";
  if (request.selection.mode == Mode::kWords) shown += " mode=words";
  if (request.selection.picky) shown += " picky";
  if (request.selection.only_enabled) shown += " only-enabled";
  for (const std::string& id : request.selection.enabled_rules) shown += " +" + id;
  for (const std::string& id : request.selection.disabled_rules) shown += " -" + id;
  for (const std::string& id : request.selection.enabled_categories) shown += " +c" + id;
  for (const std::string& id : request.selection.disabled_categories) shown += " -c" + id;
  if (request.compact) shown += " compact";
  if (request.whole) shown += " whole";
  if (!request.customer_message.empty()) shown += " \"" + request.customer_message + "\"";
  return shown;
}

TEST(CheckRequest, ReadsWhatClientsSend) {
  const auto with = [](Parameters more) {
    Parameters parameters = {{"text", "Hi."}, {"language", "en-GB"}};
    parameters.insert(parameters.end(), more.begin(), more.end());
    return parameters;
  };
  const auto data = [](const char* json) {
    return Parameters{{"data", json}, {"language", "auto"}};
  };
  struct Row {
    Parameters parameters;
    const char* shown;
  };
  const Row rows[] = {
      {with({}), "en-GB"},
      {with({{"language", "auto"}}), "auto en-US"},
      {with({{"language", "auto"}, {"preferredVariants", "de-AT, en-GB"}}), "auto en-GB"},
      {with({{"language", "de-DE"}}), "de-DE"},
      {with({{"language", "EN_us"}}), "en-US"},
      {with({{"mode", "all"}, {"level", "default"}}), "en-GB"},
      {with({{"mode", "textLevelOnly"}}), "en-GB mode=whole whole"},
      {with({{"mode", "allButTextLevelOnly"}, {"level", "picky"}}),
       "en-GB mode=words picky"},
      {with({{"level", "academic"}}), "en-GB"},
      {with({{"enabledOnly", "true"}, {"enabledRules", "fake-apology/but,"}}),
       "en-GB only-enabled +AMENDS_FAKE_APOLOGY_BUT"},
      {with({{"enabledOnly", "false"}, {"disabledRules", "WHITESPACE_RULE"}}),
       "en-GB -AMENDS_WHITESPACE_RULE"},
      {with({{"enabledCategories", "AMENDS_TONE"},
             {"disabledCategories", "pronoun, tone"}}),
       "en-GB +cAMENDS_TONE -cAMENDS_PRONOUN -cAMENDS_TONE"},
      {with(
           {{"c", "1"}, {"v", "standalone"}, {"useragent", "x"}, {"textSessionId", "7"}}),
       "en-GB compact"},
      {with({{"username", "ana"}, {"apiKey", "k"}, {"dicts", "a"}, {"anything", "b"}}),
       "en-GB"},
      {with({{"username", ""}, {"apiKey", ""}}), "en-GB"},
      {data(R"({"text": "Hi.", "metaData": {"CustomerMessage": "It broke."}})"),
       "auto en-US \"It broke.\""},
      {data(R"({"annotation": [], "metaData": {"Extent": "reply", "DocumentTitle": "x",
               "EmailNumberOfAttachments": 2}})"),
       "auto en-US whole"},
      {data(R"({"text": "Hi.", "metaData": {"Extent": "part"}})"), "auto en-US"},
  };
  for (const Row& row : rows) {
    const auto read = ReadCheckRequest(row.parameters, kLongest);
    ASSERT_TRUE(std::holds_alternative<CheckRequest>(read))
        << row.shown << ": " << std::get<Refusal>(read).message;
    EXPECT_EQ(Shown(std::get<CheckRequest>(read)), row.shown);
  }
}

TEST(CheckRequest, IsADraftInItsThread) {
  const char* data = R"({"annotation": [{"text": "Sorry "}, {"markup": "<i>"},
      {"text": "if\n\n> quoted\n"}], "metaData": {"CustomerMessage": "It broke."}})";
  const auto read =
      ReadCheckRequest(Parameters{{"data", data}, {"language", "en"}}, kLongest);
  const auto conversation = std::get<CheckRequest>(read).ToConversation();
  EXPECT_EQ(conversation.text, "Sorry if\n\n> quoted\n");
  EXPECT_FALSE(conversation.whole);
  ASSERT_EQ(conversation.context.size(), 1u);
  EXPECT_EQ(conversation.context[0].role, input::Role::kCustomer);
  EXPECT_EQ(conversation.context[0].text, "It broke.");
  EXPECT_EQ(conversation.source.ToSource({6, 8}), (text::Span{9, 11}));
  EXPECT_EQ(input::OwnSpans(conversation)[0].end, 10u);
}

}  // namespace
}  // namespace amends::languagetool
