// Records of real conversations are valid under rules/incident.schema.json, quote the
// thread word for word, and can be checked like any record.
#include "amends/incident/record_json.h"

#include <algorithm>
#include <filesystem>
#include <string>
#include <variant>
#include <vector>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>

#include "amends/incident/recorder.h"
#include "amends/input/record.h"
#include "amends/input/source.h"
#include "tests/support/files.h"
#include "tests/support/pace.h"
#include "tests/support/tables.h"
#include "tests/unit/incident/core_engine.h"

namespace amends::incident {
namespace {

using amends::testing::CoreEngine;
using amends::testing::SourcePath;
using nlohmann::json;

struct Case {
  std::string name;
  input::Conversation conversation;
  std::string written;
};

void AddFolder(const std::string& folder, std::vector<Case>& cases) {
  for (const auto& entry : std::filesystem::directory_iterator(SourcePath(folder))) {
    if (entry.path().extension() == ".expect") continue;
    const std::string bytes = testing::ReadFile(entry.path());
    const std::string name = entry.path().filename();
    auto read = input::Read(input::DetectFormat(name, bytes).format, bytes);
    cases.push_back({name, std::get<input::Conversation>(std::move(read)), ""});
  }
}

// All threads, all drafts, and what holds next to nothing.
const std::vector<Case>& Cases() {
  static const std::vector<Case> cases = [] {
    std::vector<Case> files;
    AddFolder("corpora/threads", files);
    AddFolder("corpora/drafts", files);
    std::ranges::sort(files, {}, &Case::name);
    std::vector<Case> all;
    for (size_t i = 0; i < files.size(); i += testing::kEvery) all.push_back(files[i]);
    for (const char* text :
         {"", " \n", "xyzzy plugh", "\xFF\xFE\x80", "Danke für nichts."}) {
      Case& one = all.emplace_back();
      one.name = "“" + std::string(text) + "”";
      one.conversation.text = text;
    }
    for (Case& one : all) {
      one.written = RecordJson(WriteRecord(one.conversation, CoreEngine()));
    }
    return all;
  }();
  return cases;
}

std::string ProblemsOf(const json& value, const valijson::Schema& schema) {
  valijson::Validator validator;
  valijson::ValidationResults results;
  validator.validate(schema, valijson::adapters::NlohmannJsonAdapter(value), &results);
  std::string problems;
  for (valijson::ValidationResults::Error error; results.popError(error);) {
    for (const std::string& step : error.context) problems += step;
    problems += ": " + error.description + '\n';
  }
  return problems;
}

std::string_view TurnOf(const input::Conversation& conversation, size_t turn) {
  return turn < conversation.context.size() ? conversation.context[turn].text
                                            : conversation.text;
}

// Every object with a turn, however deep.
void ExpectVerbatim(const json& value, const Case& one) {
  if (value.is_object() && value.contains("turn")) {
    const std::string_view turn = TurnOf(one.conversation, value.at("turn"));
    const size_t start = value.at("start");
    const size_t end = value.at("end");
    ASSERT_LE(start, end);
    ASSERT_LE(end, turn.size());
    EXPECT_EQ(value.at("text"), turn.substr(start, end - start)) << one.name;
  }
  if (!value.is_structured()) return;
  for (const json& item : value) ExpectVerbatim(item, one);
}

TEST(RecordJson, IsValidUnderItsSchema) {
  const json document =
      json::parse(testing::ReadFile(SourcePath("rules/incident.schema.json")));
  valijson::Schema schema;
  valijson::SchemaParser().populateSchema(
      valijson::adapters::NlohmannJsonAdapter(document), schema);
  ASSERT_GE(Cases().size(), 75u / testing::kEvery);
  for (const Case& one : Cases()) {
    EXPECT_EQ(ProblemsOf(json::parse(one.written), schema), "") << one.name;
  }
  EXPECT_NE(ProblemsOf(json::parse(R"({"kind": "incident", "text": "x"})"), schema), "");
}

TEST(RecordJson, QuotesTheThreadWordForWord) {
  for (const Case& one : Cases()) ExpectVerbatim(json::parse(one.written), one);
}

TEST(RecordJson, IsARecordThatCanBeChecked) {
  for (const Case& one : Cases()) {
    const auto read = input::ReadRecord(one.written);
    const auto* conversation = std::get_if<input::Conversation>(&read);
    ASSERT_NE(conversation, nullptr) << one.name;
    EXPECT_EQ(conversation->kind, input::Kind::kIncident);
    EXPECT_EQ(conversation->notes, std::vector<std::string>()) << one.name;
  }
}

// What a customer says of a colleague stands between quotation marks; the record itself
// judges nobody.
TEST(RecordJson, JudgesNobody) {
  for (const Case& one : Cases()) {
    const auto read = input::ReadRecord(one.written);
    const Result result = CoreEngine().Check(std::get<input::Conversation>(read));
    for (const Finding& finding : result.findings) {
      EXPECT_NE(finding.rule->id, "followup/deposition-blame") << one.name << '\n'
                                                               << one.written;
    }
  }
}

TEST(RecordJson, SaysSoWhereNothingWentWrong) {
  size_t calm = 0;
  for (const Case& one : Cases()) {
    const json incident = json::parse(one.written).at("incident");
    if (incident.at("failure") != "no") continue;
    ++calm;
    EXPECT_FALSE(incident.contains("what")) << one.name;
    EXPECT_TRUE(incident.at("open_questions").empty()) << one.name;
    EXPECT_TRUE(incident.at("alert").empty()) << one.name;
  }
  EXPECT_GT(calm, 5u / testing::kEvery);
}

}  // namespace
}  // namespace amends::incident
