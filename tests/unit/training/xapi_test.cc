#include "amends/training/xapi.h"

#include <set>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "amends/training/name_uuid.h"
#include "tests/support/simulated_team.h"

namespace amends::training {
namespace {

using Json = nlohmann::ordered_json;
using amends::testing::kTeamStart;
using amends::testing::SimulatedTeam;
using amends::testing::TeamCatalogue;

PersonEntries Somebody(const std::string& kind, bool passed) {
  GradedAnswer answer;
  answer.id = "answer-1";
  answer.person = "ana";
  answer.exercise = "policy/cannot-lamp-2";
  answer.kind = kind;
  answer.at = kTeamStart + 33'000;
  answer.passed = passed;
  answer.points = 75;
  answer.hints = 1;
  answer.seconds = 95;
  answer.set = "week-1";
  answer.grades = {{"policy/cannot", Grade::kHard}};
  return {{"ana", "Ana “A” 😀 \\", "Front desk", 0}, {answer}};
}

Json StatementsOf(const PersonEntries& person, bool names = false) {
  const PersonEntries people[] = {person};
  const ExerciseSet sets[] = {{"week-1", "First week", {"policy/cannot-lamp-2"}, 0, 0}};
  const Catalogue catalogue = TeamCatalogue();
  XapiRequest request{.people = people, .sets = sets, .catalogue = catalogue};
  request.names = names;
  return Json::parse(XapiStatements(request));
}

TEST(Xapi, TellsWhoDidWhatAndHow) {
  const Json expected = Json::parse(R"json([{
    "id": "UUID",
    "actor": {"objectType": "Agent",
              "account": {"homePage": "https://amends.invalid/", "name": "ana"}},
    "verb": {"id": "http://adlnet.gov/expapi/verbs/answered",
             "display": {"en": "answered"}},
    "object": {"objectType": "Activity",
      "id": "urn:amends:exercise:policy/cannot-lamp-2",
      "definition": {"name": {"en": "policy/cannot-lamp-2 (rewrite)"},
        "description": {"en": "A lamp came broken."},
        "type": "http://adlnet.gov/expapi/activities/cmi.interaction",
        "interactionType": "long-fill-in"}},
    "result": {"score": {"scaled": 0.75, "raw": 75, "min": 0, "max": 100},
               "success": true, "completion": true, "duration": "PT95S"},
    "context": {"contextActivities": {
        "category": [{"objectType": "Activity", "id": "urn:amends:rule:policy/cannot",
                      "definition": {"name": {"en": "policy/cannot"}}}],
        "grouping": [{"objectType": "Activity", "id": "urn:amends:set:week-1",
                      "definition": {"name": {"en": "First week"}}}]},
      "platform": "Amends", "language": "en",
      "extensions": {"urn:amends:extension:hints": 1,
                     "urn:amends:extension:grades": {"policy/cannot": "hard"}}},
    "timestamp": "2026-10-05T09:10:00Z",
    "version": "1.0.0"}])json");
  Json statements = StatementsOf(Somebody("rewrite", true));
  statements[0]["id"] = "UUID";
  EXPECT_EQ(statements.dump(1), expected.dump(1));
}

TEST(Xapi, HasTalksPassedOrFailed) {
  struct {
    const char* kind;
    bool passed;
    const char* verb;
  } const kCases[] = {{"role-play", true, "passed"},
                      {"role-play", false, "failed"},
                      {"spot", false, "answered"},
                      {"of-tomorrow", true, "answered"}};
  for (const auto& each : kCases) {
    const Json statement = StatementsOf(Somebody(each.kind, each.passed))[0];
    EXPECT_EQ(statement["verb"]["display"]["en"], each.verb) << each.kind;
    const bool talk = each.kind == std::string("role-play");
    EXPECT_EQ(statement["object"]["definition"].contains("interactionType"), !talk);
  }
}

TEST(Xapi, NamesPeopleOnlyWhereAskedTo) {
  const PersonEntries person = Somebody("spot", true);
  EXPECT_EQ(StatementsOf(person).dump().find("Ana"), std::string::npos);
  const Json actor = StatementsOf(person, true)[0]["actor"];
  EXPECT_EQ(actor["name"], person.person.name);
  EXPECT_EQ(actor["account"]["name"], person.person.name);
}

TEST(Xapi, GivesEachAnswerOneIdForAll) {
  const Catalogue catalogue = TeamCatalogue();
  const ProgressContents team = SimulatedTeam(catalogue, 2);
  XapiRequest request{.people = team.persons, .sets = {}, .catalogue = catalogue};
  const std::string text = XapiStatements(request);
  EXPECT_EQ(XapiStatements(request), text);
  size_t answers = 0;
  for (const PersonEntries& each : team.persons) answers += each.answers.size();
  std::set<std::string> ids;
  for (const Json& statement : Json::parse(text)) ids.insert(statement["id"]);
  EXPECT_EQ(ids.size(), answers);
  request.since = kTeamStart + 7 * 86'400;
  request.until = kTeamStart + 8 * 86'400 - 1;
  for (const Json& statement : Json::parse(XapiStatements(request))) {
    EXPECT_EQ(statement["timestamp"].get<std::string>().substr(0, 10), "2026-10-12");
    EXPECT_TRUE(ids.contains(statement["id"]));
  }
  request.people = {};
  EXPECT_EQ(XapiStatements(request), "[\n]\n");
}

TEST(Xapi, KnowsAHomePage) {
  struct {
    const char* address;
    bool right;
  } const kCases[] = {{"https://people.example.com/", true},
                      {"http://localhost:8080", true},
                      {"https://münchen.example/", true},
                      {"https://", false},
                      {"https:///x", false},
                      {"people.example.com", false},
                      {"ftp://people.example.com", false},
                      {"https://a b/", false},
                      {"https://a/\"", false},
                      {"", false}};
  for (const auto& each : kCases) {
    EXPECT_EQ(IsHomePage(each.address), each.right) << each.address;
  }
}

TEST(NameUuid, IsThatOfTheStandard) {
  // RFC 9562, appendix A.4, and names around the size of a block, as Python's uuid.uuid5
  // has them.
  EXPECT_EQ(NameUuid("6ba7b810-9dad-11d1-80b4-00c04fd430c8", "www.example.com"),
            "2ed6657d-e927-568b-95e1-2665a8aea6a2");
  struct {
    size_t length;
    const char* uuid;
  } const kCases[] = {{0, "1b4db7eb-4057-5ddf-91e0-36dec72071f5"},
                      {39, "f4eaee1e-e483-528b-88bd-6b8932ab6e2b"},
                      {40, "f562c38a-a8fe-5cdd-b523-6f30cfb54847"},
                      {47, "b18474ae-5fc6-5d04-aa24-a5be94234955"},
                      {48, "8fa6ffa9-9280-5899-a2d8-b082ccdf6380"},
                      {1000, "68491f23-75a7-557d-943b-00881c13ae1e"}};
  for (const auto& each : kCases) {
    EXPECT_EQ(NameUuid(kAddressNamespace, std::string(each.length, 'x')), each.uuid)
        << each.length;
  }
}

}  // namespace
}  // namespace amends::training
