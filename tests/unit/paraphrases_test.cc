// Faults in words no rule was written from, and good sentences that look like faults:
// tests/paraphrases/*.json. The figures kept there may only get better.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "amends/engine.h"
#include "amends/input/record.h"
#include "tests/support/drafts.h"
#include "tests/support/tables.h"

namespace amends {
namespace {

using Json = nlohmann::json;

constexpr size_t kTextsOfARule = 10;

Json ReadJson(const std::filesystem::path& path) {
  std::ifstream in(path);
  return Json::parse(in);
}

std::filesystem::path Folder() { return testing::SourcePath("tests/paraphrases"); }

// The files of paraphrases, one for a family.
std::vector<Json> Families() {
  std::vector<Json> families;
  for (const auto& entry : std::filesystem::directory_iterator(Folder())) {
    if (entry.path().filename() != "near-misses.json") {
      families.push_back(ReadJson(entry.path()));
    }
  }
  std::ranges::sort(families, {}, [](const Json& family) { return family.at("family"); });
  return families;
}

const Engine& Core() { return testing::EngineOf(""); }

// A draft by itself, or with what a record has besides: context, facts, kind.
std::set<std::string> RulesThatSpeak(const Json& entry) {
  Json record = entry.is_string() ? Json{{"text", entry}} : entry;
  record.erase("silent");
  const auto read = input::ReadRecord(record.dump());
  const auto* conversation = std::get_if<input::Conversation>(&read);
  if (conversation == nullptr) {
    ADD_FAILURE() << std::get<input::RecordError>(read).message << ": " << entry;
    return {};
  }
  const Result result = Core().Check(*conversation);
  EXPECT_TRUE(result.notes.empty()) << entry;
  std::set<std::string> rules;
  for (const Finding& finding : result.findings) rules.insert(finding.rule->id);
  return rules;
}

std::string FamilyOf(const std::string& rule) { return rule.substr(0, rule.find('/')); }

std::set<std::string> RulesOfCore() {
  std::set<std::string> ids;
  for (const pack::Rule& rule : Core().pack().rules) ids.insert(rule.id);
  return ids;
}

TEST(Paraphrases, OfAFamilyAreFoundByTheirOwnRulesAsOftenAsKept) {
  for (const Json& family : Families()) {
    size_t found = 0;
    std::string missed;
    for (const Json& rule : family.at("rules")) {
      const std::string id = rule.at("rule");
      for (const Json& text : rule.at("texts")) {
        if (RulesThatSpeak(text).contains(id)) {
          ++found;
        } else {
          missed += "\n" + id + ": " + text.dump();
        }
      }
    }
    EXPECT_GE(found, family.at("found_at_least").get<size_t>())
        << family.at("family") << " misses" << missed;
  }
}

TEST(Paraphrases, AreTenToARuleOfTheCoreAndNoTextTwice) {
  const std::set<std::string> known = RulesOfCore();
  std::set<std::string> texts;
  size_t rules = 0;
  for (const Json& family : Families()) {
    for (const Json& rule : family.at("rules")) {
      ++rules;
      const std::string id = rule.at("rule");
      EXPECT_TRUE(known.contains(id)) << id;
      EXPECT_EQ(FamilyOf(id), family.at("family"));
      EXPECT_EQ(rule.at("texts").size(), kTextsOfARule) << id;
      for (const Json& text : rule.at("texts")) {
        EXPECT_TRUE(texts.insert(text.dump()).second) << text;
      }
    }
  }
  EXPECT_EQ(texts.size(), rules * kTextsOfARule);
  EXPECT_GT(rules, 0u);
}

TEST(NearMisses, AreSilentButForTheKnownFalseAlarms) {
  const Json file = ReadJson(Folder() / "near-misses.json");
  std::set<std::pair<std::string, std::string>> known;
  for (const Json& alarm : file.at("known"))
    known.emplace(alarm.at("text"), alarm.at("rule"));
  for (const Json& entry : file.at("texts")) {
    const std::set<std::string> silent = entry.at("silent");
    for (const std::string& rule : RulesThatSpeak(entry)) {
      if (!silent.contains(FamilyOf(rule))) continue;
      EXPECT_TRUE(known.contains({entry.at("text"), rule})) << rule << ": " << entry;
    }
  }
}

TEST(NearMisses, NameFamiliesOfTheCoreAndKnownOnesAreAmongThem) {
  std::set<std::string> families;
  for (const std::string& rule : RulesOfCore()) families.insert(FamilyOf(rule));
  const Json file = ReadJson(Folder() / "near-misses.json");
  std::set<std::pair<std::string, std::string>> watched;
  std::set<std::string> texts;
  for (const Json& entry : file.at("texts")) {
    EXPECT_TRUE(texts.insert(entry.at("text")).second) << entry;
    EXPECT_FALSE(entry.at("silent").empty()) << entry;
    for (const std::string family : entry.at("silent")) {
      EXPECT_TRUE(families.contains(family)) << family;
      watched.emplace(entry.at("text"), family);
    }
  }
  for (const Json& alarm : file.at("known")) {
    EXPECT_TRUE(watched.contains({alarm.at("text"), FamilyOf(alarm.at("rule"))}))
        << alarm;
  }
}

}  // namespace
}  // namespace amends
