#include "amends/languagetool/service.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <unicode/unistr.h>

#include "amends/languagetool/match.h"
#include "amends/suggest/safe_edits.h"
#include "tests/support/drafts.h"

namespace amends::languagetool {
namespace {

using nlohmann::json;
using Parameters = std::vector<Parameter>;

const ServerFacts kServiceFacts = {
    .version = "1.2", .build_date = "", .commit = "", .longest_text = 3'000'000};

Answer Asked(std::string_view path, const Parameters& parameters = {}) {
  static const Engine engine = Engine::Load({});
  return Respond(engine, kServiceFacts, path, parameters);
}

json Checked(Parameters parameters) {
  parameters.push_back({"language", "en-US"});
  const Answer answer = Asked("/v2/check", parameters);
  EXPECT_EQ(answer.status, 200) << answer.body;
  return json::parse(answer.body);
}

// A client that knows text as Java and browsers do.
class Utf16Text {
 public:
  explicit Utf16Text(const std::string& text)
      : text_(icu::UnicodeString::fromUTF8(text)) {}

  std::string At(const json& match) const {
    return Utf8(text_.tempSubString(match["offset"], match["length"]));
  }
  void Replace(const json& match, const std::string& value) {
    text_.replace(match["offset"], match["length"], icu::UnicodeString::fromUTF8(value));
  }
  std::string Utf8() const { return Utf8(text_); }

 private:
  static std::string Utf8(const icu::UnicodeString& text) {
    std::string utf8;
    return text.toUTF8String(utf8);
  }

  icu::UnicodeString text_;
};

std::string OnOneLine(std::string text) {
  std::ranges::replace(text, '\n', ' ');
  return text;
}

TEST(LanguageToolService, AnswersTheRoutes) {
  struct Row {
    const char* path;
    Parameters parameters;
    int status;
    std::string_view type;
    const char* begins;
  };
  const Parameters hi = {{"text", "Hi."}, {"language", "en"}};
  const Row rows[] = {
      {"/v2/check", hi, 200, kJsonType, "{\"software\":"},
      {"/v2/check/", hi, 200, kJsonType, "{\"software\":"},
      {"/v2/v2/check", hi, 200, kJsonType, "{\"software\":"},
      {"/check", hi, 200, kJsonType, "{\"software\":"},
      {"/v2/check", {}, 400, kTextType, "Error: 'text' or 'data' is missing"},
      {"/v2/languages",
       {},
       200,
       kJsonType,
       R"([{"name":"English","code":"en","longCode":"en"},{"name":)"},
      {"/v2/healthcheck", {}, 200, kTextType, "OK"},
      {"/v2/maxtextlength", {}, 200, kTextType, "3000000"},
      {"/v2/info",
       {},
       200,
       kJsonType,
       R"({"software":{"name":"Amends","version":"1.2","buildDate":"","commit":"",)"},
      {"/v2/configinfo",
       {{"language", "en-US"}},
       200,
       kJsonType,
       R"({"software":{"name":"Amends","version":"1.2","buildDate":"","premium":false},)"
       R"("parameter":{"maxTextLength":3000000},"rules":[{"ruleId":"AMENDS_)"},
      {"/v2/configinfo", {}, 400, kTextType, "Error: 'language' is missing"},
      {"/v2/words", {}, 400, kTextType, "Error: there are no accounts here"},
      {"/v2/words/add", {}, 400, kTextType, "Error: there are no accounts here"},
      {"/v2/check/more", {}, 404, kTextType, "Error: there is no 'check/more' here"},
      {"/v2", {}, 404, kTextType, "Error: there is no '' here"},
      {"/v2check", {}, 404, kTextType, "Error: there is no 'v2check' here"},
  };
  for (const Row& row : rows) {
    const Answer answer = Asked(row.path, row.parameters);
    EXPECT_EQ(answer.status, row.status) << row.path;
    EXPECT_EQ(answer.type, row.type) << row.path;
    EXPECT_TRUE(answer.body.starts_with(row.begins)) << row.path << ": " << answer.body;
  }
  EXPECT_TRUE(IsRoute("/v2"));
  EXPECT_TRUE(IsRoute("/v2/check"));
  EXPECT_FALSE(IsRoute("/v2check"));
  EXPECT_FALSE(IsRoute("/"));
}

TEST(LanguageToolService, ListsEveryRuleThatMaySpeak) {
  const json rules =
      json::parse(Asked("/v2/configinfo", {{"language", "en"}}).body)["rules"];
  EXPECT_GT(rules.size(), 80u);
  bool found = false;
  for (const json& rule : rules) {
    if (rule["ruleId"] != "AMENDS_STRUCTURE_NO_APOLOGY") continue;
    found = true;
    EXPECT_EQ(rule["categoryId"], "AMENDS_STRUCTURE");
    EXPECT_EQ(rule["isTextLevelRule"], "yes");
  }
  EXPECT_TRUE(found);
  EXPECT_EQ(json::parse(Asked("/v2/configinfo", {{"language", "de"}}).body)["rules"],
            json::array());
}

// The rules of a check, with blanks between them.
std::string RulesOf(const json& answer) {
  std::string rules;
  for (const json& match : answer["matches"]) {
    rules += match["rule"]["id"].get<std::string>() + " ";
  }
  return rules;
}

TEST(LanguageToolService, JudgesAPieceUnlessToldThatItIsTheReply) {
  const std::string text = "Your lamp is in the oven of the potter now.";
  const auto data = [&](json meta) {
    meta["CustomerMessage"] = "My lamp arrived broken and I am very upset.";
    return Parameter{"data", json({{"text", text}, {"metaData", meta}}).dump()};
  };
  constexpr const char* kMissing = "AMENDS_STRUCTURE_NO_APOLOGY ";
  const auto lacks = [&](const Parameters& parameters) {
    return RulesOf(Checked(parameters)).find(kMissing) != std::string::npos;
  };
  EXPECT_FALSE(lacks({data({})}));
  EXPECT_FALSE(lacks({data({{"Extent", "part"}})}));
  EXPECT_TRUE(lacks({data({{"Extent", "reply"}})}));
  EXPECT_TRUE(lacks({data({}), {"mode", "textLevelOnly"}}));
  EXPECT_FALSE(lacks({data({{"Extent", "reply"}}), {"mode", "allButTextLevelOnly"}}));
  EXPECT_FALSE(
      lacks({data({{"Extent", "reply"}}), {"disabledRules", "structure/no-apology"}}));
}

TEST(LanguageToolService, TellsTheLanguage) {
  const std::string english = "I'm sorry that you had to wait for the lamp.";
  const std::string german =
      "Es tut uns leid, dass die Lampe nicht so war wie auf dem Bild.";
  struct Row {
    std::string text;
    Parameters parameters;
    const char* language;
    const char* detected;
    int confidence;
  };
  const Row rows[] = {
      {english, {{"language", "en-GB"}}, "en-GB", "en-GB", 1},
      {english, {{"language", "auto"}}, "en-US", "en-US", 1},
      {english,
       {{"language", "auto"}, {"preferredVariants", "en-AU"}},
       "en-AU",
       "en-AU",
       1},
      {english, {{"language", "de-DE"}}, "de-DE", "en", 1},
      {german, {{"language", "auto"}}, "de", "de", 1},
      {german, {{"language", "en-US"}}, "en-US", "de", 1},
      {"Sorry.", {{"language", "en-GB"}}, "en-GB", "en-GB", 0},
      {"Sorry.", {{"language", "auto"}}, "en-US", "en-US", 0},
      {"", {{"language", "tlh"}}, "tlh", "tlh", 0},
  };
  for (const Row& row : rows) {
    Parameters parameters = row.parameters;
    parameters.push_back({"text", row.text});
    const json language = json::parse(Asked("/v2/check", parameters).body)["language"];
    EXPECT_EQ(language["code"], row.language) << row.text;
    EXPECT_EQ(language["detectedLanguage"]["code"], row.detected) << row.text;
    EXPECT_EQ(language["detectedLanguage"]["confidence"], row.confidence) << row.text;
  }
}

TEST(LanguageToolService, SaysNothingOfOtherLanguages) {
  const Parameter text = {"text", "I'm sorry if you were upset."};
  EXPECT_FALSE(Checked({text})["matches"].empty());
  const Answer answer = Asked("/v2/check", {text, {"language", "fr"}});
  EXPECT_EQ(json::parse(answer.body)["matches"], json::array());
}

TEST(LanguageToolService, MarksTheSameWordsWhateverStandsBefore) {
  for (const std::string before : {"", "Dear Ms Lee 😀😀,\n\n", "Dear Zoe\u0308,\r\n\r\n",
                                   "🇩🇪 👩‍👩‍👧 e\u0301:\n\n", "\uFEFF",
                                   "日本。\n\n", "bad \xFF\xF0\x9F bytes.\n\n"}) {
    const std::string text = before + "I'm sorry if you were upset.";
    const json answer = Checked({{"text", text},
                                 {"enabledOnly", "true"},
                                 {"enabledRules", "fake-apology/conditional"}});
    ASSERT_EQ(answer["matches"].size(), 1u) << before;
    EXPECT_EQ(Utf16Text(text).At(answer["matches"][0]), "I'm sorry if you were upset.");
  }
}

TEST(LanguageToolService, TakesAnyBytes) {
  std::string all;
  for (int byte = 0; byte < 256; ++byte) all += static_cast<char>(byte);
  for (const std::string& text :
       {all, std::string(5000, '\x80'), std::string("\0I'm sorry if.", 14),
        std::string("<<>>\x1b[31m")}) {
    Checked({{"text", text}});
    EXPECT_GE(Asked("/v2/check", {{"data", text}, {"language", text}}).status, 400);
    EXPECT_EQ(Asked(text).status, 404);
  }
}

TEST(LanguageToolService, TakesTwoMegabytes) {
  std::string text;
  while (text.size() < 2'000'000) text += "The lamp 😀 is blue and warm.\n\n";
  text += "It is our policy.";
  const json matches = Checked({{"text", text}})["matches"];
  ASSERT_FALSE(matches.empty());
  EXPECT_EQ(Utf16Text(text).At(matches.back()), "It is our policy.");
}

// Whether one of the suggestions makes the text what the alternative makes it.
bool IsMeant(const Match& match, const Alternative& alternative,
             const std::string& text) {
  std::string changed = text;
  changed.replace(match.span.start, match.span.length(), alternative.value);
  return std::ranges::any_of(match.finding->suggestions, [&](const Suggestion& each) {
    return suggest::Apply(text, each.edits) == changed;
  });
}

TEST(LanguageToolService, OffersWhatTheSuggestionsSay) {
  const Engine& engine = testing::EngineOf("");
  size_t offered = 0;
  for (const testing::Draft& draft : testing::Labelled()) {
    const std::string& text = draft.conversation.text;
    CheckRequest request;
    request.text = MarkedText::Plain(text);
    request.selection.picky = true;
    const Result result = engine.Check(request.ToConversation());
    for (const Match& match : MatchesOf(request, result)) {
      for (const Alternative& each : match.alternatives) {
        ++offered;
        EXPECT_TRUE(IsMeant(match, each, text)) << draft.name << ": " << each.value;
      }
    }
  }
  EXPECT_GT(offered, 200u);
}

// For every draft: the stretches lie in the text, those with alternatives do not overlap,
// and a client that takes each first alternative, from the last to the first, changes
// nothing but them.
TEST(LanguageToolService, LetsClientsReplaceAllAtOnce) {
  size_t replaced = 0;
  for (const testing::Draft& draft : testing::Labelled()) {
    const std::string text = "😀\n\n" + draft.conversation.text;
    const json answer = Checked({{"text", text}, {"level", "picky"}});
    Utf16Text client(text);
    std::vector<json> changing;
    for (const json& match : answer["matches"]) {
      EXPECT_FALSE(client.At(match).empty()) << draft.name;
      EXPECT_EQ(Utf16Text(match["context"]["text"]).At(match["context"]),
                OnOneLine(client.At(match)));
      if (!match["replacements"].empty()) changing.push_back(match);
    }
    std::string expected;
    Utf16Text rest(text);
    uint32_t end = 0;
    for (const json& match : changing) {
      const uint32_t start = match["offset"];
      ASSERT_GE(start, end) << draft.name;
      expected += rest.At({{"offset", end}, {"length", start - end}});
      expected += match["replacements"][0]["value"];
      end = start + match["length"].get<uint32_t>();
    }
    expected += rest.At({{"offset", end}, {"length", text.size()}});
    for (size_t i = changing.size(); i-- > 0; ++replaced) {
      client.Replace(changing[i], changing[i]["replacements"][0]["value"]);
    }
    EXPECT_EQ(client.Utf8(), expected) << draft.name;
  }
  EXPECT_GT(replaced, 100u);
}

}  // namespace
}  // namespace amends::languagetool
