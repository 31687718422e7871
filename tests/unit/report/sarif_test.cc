#include "amends/report/sarif.h"

#include <fstream>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>

#include "tests/unit/report/sample.h"

namespace amends::report {
namespace {

using nlohmann::json;
using pack::Applicability;
using pack::Severity;

// What the schema finds wrong; empty = nothing.
std::string FaultsOf(const json& value) {
  std::ifstream file(std::string(AMENDS_SOURCE_DIR) +
                     "/tests/fixtures/schemas/sarif-core.schema.json");
  const json document = json::parse(file);
  valijson::Schema schema;
  valijson::SchemaParser parser;
  parser.populateSchema(valijson::adapters::NlohmannJsonAdapter(document), schema);
  valijson::Validator validator;
  valijson::ValidationResults results;
  validator.validate(schema, valijson::adapters::NlohmannJsonAdapter(value), &results);
  std::string faults;
  valijson::ValidationResults::Error error;
  while (results.popError(error)) {
    for (const std::string& part : error.context) faults += part;
    faults += ": " + error.description + '\n';
  }
  return faults;
}

Sample Mixed() {
  const std::string text = "Hé 😀\nWe're sorry.";
  const Sample plain(text, {});
  return Sample(text, {{.severity = Severity::kError,
                        .rule = "pronoun/we-sorry",
                        .marked = "We're sorry",
                        .message = "Nobody is.",
                        .hears = "Maybe.",
                        .suggestions = {Replacing(Applicability::kSafe, "Say it yourself",
                                                  plain.SpanOf("We're"), "I'm"),
                                        {Applicability::kAdvice, "Sign it", {}}}},
                       {.severity = Severity::kHint,
                        .rule = "structure/x",
                        .hears = "",
                        .suggestions = {}}});
}

std::string ReportOf(const std::vector<const Sample*>& samples,
                     const std::vector<UnreadableDraft>& unreadable) {
  Style style;
  style.version = "0.1.0";
  Totals totals;
  std::string items;
  for (const Sample* sample : samples) {
    std::string item;
    AppendSarif(sample->draft(), style, item);
    if (!items.empty() && !item.empty()) items += ',';
    items += item;
    totals.Add(sample->draft());
  }
  for (const UnreadableDraft& each : unreadable) totals.Add(each);
  return SarifBegin(style) + items + SarifEnd(totals, style);
}

TEST(Sarif, IsWhatTheStandardAsksFor) {
  const Sample mixed = Mixed();
  Sample clean("Thanks.", {});
  clean.place().file = "/tmp/my draft é.txt";
  Sample record = Mixed();
  record.place() = {"all.jsonl", 3, false};
  const std::string report =
      ReportOf({&mixed, &clean, &record}, {{{"all.jsonl", 4, false}, "json", "no object"},
                                           {{"", 0, false}, "read", "nothing came"}});
  const json value = json::parse(report);
  EXPECT_EQ(FaultsOf(value), "") << value.dump(1);
  const json& run = value["runs"][0];
  EXPECT_EQ(run["results"].size(), 4u);
  EXPECT_EQ(run["tool"]["driver"]["rules"].size(), 2u);
  EXPECT_EQ(run["artifacts"][1]["location"]["uri"],
            "file:///tmp/my%20draft%20%C3%A9.txt");
  EXPECT_EQ(run["invocations"][0]["executionSuccessful"], false);
  EXPECT_EQ(run["invocations"][0]["toolExecutionNotifications"].size(), 2u);
}

TEST(Sarif, OfNothingIsAReportToo) {
  const json value = json::parse(ReportOf({}, {}));
  EXPECT_EQ(FaultsOf(value), "");
  EXPECT_TRUE(value["runs"][0]["results"].empty());
}

TEST(Sarif, ItsSchemaFindsPlantedFaults) {
  const Sample mixed = Mixed();
  const json good = json::parse(ReportOf({&mixed}, {}));
  ASSERT_EQ(FaultsOf(good), "");
  for (const char* place :
       {"/version", "/runs/0/tool/driver/name", "/runs/0/results/0/message/text",
        "/runs/0/results/0/locations/0/physicalLocation/region/startLine",
        "/runs/0/results/0/fixes/0/artifactChanges/0/replacements/0/deletedRegion"}) {
    const json::json_pointer pointer(place);
    json bad = good;
    bad[pointer] = nullptr;
    EXPECT_NE(FaultsOf(bad), "") << place;
    bad = good;
    bad[pointer.parent_pointer()].erase(pointer.back());
    EXPECT_NE(FaultsOf(bad), "") << place;
  }
}

TEST(Sarif, CountsColumnsInCodePoints) {
  const std::string text = "Hé 😀 we're sorry.";
  const Sample plain(text, {});
  const Sample sample(text,
                      {{.rule = "a/b",
                        .marked = "we're sorry",
                        .hears = "",
                        .suggestions = {Replacing(Applicability::kSafe, "Say it yourself",
                                                  plain.SpanOf("we're"), "I'm")}}});
  const json run = json::parse(ReportOf({&sample}, {}))["runs"][0];
  EXPECT_EQ(run["columnKind"], "unicodeCodePoints");
  const json& result = run["results"][0];
  EXPECT_EQ(result["locations"][0]["physicalLocation"]["region"],
            json::parse(R"({"startLine":1,"startColumn":6,"endLine":1,"endColumn":17})"));
  const json& replacement = result["fixes"][0]["artifactChanges"][0]["replacements"][0];
  EXPECT_EQ(replacement["deletedRegion"]["endColumn"], 11);
  EXPECT_EQ(replacement["insertedContent"]["text"], "I'm");
  EXPECT_EQ(result["partialFingerprints"]["amends/v1"], "0123456789abcdef");
}

TEST(Sarif, GivesNoPositionsOfAnotherText) {
  Sample mail = Mixed();
  mail.place() = {"mail.eml", 0, false};
  const json result = json::parse(ReportOf({&mail}, {}))["runs"][0]["results"][0];
  EXPECT_FALSE(result["locations"][0]["physicalLocation"].contains("region"));
  EXPECT_FALSE(result.contains("fixes"));
  EXPECT_EQ(result["properties"]["text"], "We're sorry");
}

}  // namespace
}  // namespace amends::report
