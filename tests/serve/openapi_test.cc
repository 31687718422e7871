// What openapi.json promises is what is answered.
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>

#include "tests/serve/running_service.h"

namespace amends::serve {
namespace {

using nlohmann::json;

// Of one answer: what is wrong with it; empty if nothing is.
std::string Faults(const json& document, const json& promised, const json& answer) {
  json wrapped = promised;
  wrapped["components"] = document.at("components");
  valijson::Schema schema;
  valijson::SchemaParser().populateSchema(
      valijson::adapters::NlohmannJsonAdapter(wrapped), schema);
  valijson::ValidationResults results;
  valijson::Validator validator;
  if (validator.validate(schema, valijson::adapters::NlohmannJsonAdapter(answer),
                         &results)) {
    return "";
  }
  std::string faults;
  valijson::ValidationResults::Error error;
  while (results.popError(error)) {
    for (const std::string& step : error.context) faults += step;
    faults += ": " + error.description + "\n";
  }
  return faults;
}

class OpenApi : public ::testing::Test {
 protected:
  OpenApi() : client_(service_.Client()) {
    document_ = json::parse(client_.Get("/openapi.json")->body);
  }

  // The schema that the document gives for the answer.
  json Promised(const std::string& path, const std::string& method, int status) const {
    const json& responses = document_.at("paths").at(path).at(method).at("responses");
    const std::string key = std::to_string(status);
    json response = responses.contains(key) ? responses.at(key) : responses.at("default");
    if (response.contains("$ref")) {
      response = document_.at(
          json::json_pointer(response.at("$ref").get<std::string>().substr(1)));
    }
    return response.at("content").at("application/json").at("schema");
  }

  void Expect(const std::string& path, const std::string& method,
              const httplib::Result& result) const {
    ASSERT_TRUE(result) << path;
    EXPECT_EQ(Faults(document_, Promised(path, method, result->status),
                     json::parse(result->body)),
              "")
        << path << " " << result->status << " " << result->body;
  }

  RunningService service_;
  httplib::Client client_;
  json document_;
};

TEST_F(OpenApi, IsKeptByWhatIsAnswered) {
  Expect("/v1/rules", "get", client_.Get("/v1/rules"));
  for (const char* rule : {"tiny/if", "tiny/no-apology", "tiny/none"}) {
    Expect("/v1/rules/{family}/{name}", "get",
           client_.Get(std::string("/v1/rules/") + rule));
  }
  Expect("/healthz", "get", client_.Get("/healthz"));
  Expect("/readyz", "get", client_.Get("/readyz"));
  Expect("/v1/reload", "post", client_.Post("/v1/reload", "", "application/json"));
}

TEST_F(OpenApi, IsKeptForEveryKindOfDraft) {
  const std::vector<std::string> bodies = {
      "",
      "{}",
      "[]",
      R"({"text": ""})",
      R"({"text": "We're sorry if it broke."})",
      R"({"text": "<p>You must go.</p>", "format": "html", "id": "7"})",
      R"({"text": "It is on its way.", "context": [{"role": "customer", "text": "It never arrived!"}]})",
      R"({"text": "\ud83d\ude00 We are sorry.", "channel": "chat", "x": 1})",
      R"({"text": "Wir bedauern, dass Ihre Lampe nicht angekommen ist."})"};
  for (const std::string& body : bodies) {
    for (const char* path : {"/v1/check", "/v1/coach", "/v1/presend"}) {
      Expect(path, "post", client_.Post(path, body, "application/json"));
    }
  }
}

TEST_F(OpenApi, IsKeptWhenADraftIsSentAllTheSame) {
  json record = {{"text", "Sorry if it broke."}};
  const auto ask = [&] {
    return client_.Post("/v1/presend", record.dump(), "application/json");
  };
  const std::string token = json::parse(ask()->body).at("override_token");
  record["override"] = {{"token", token}};
  Expect("/v1/presend", "post", ask());
  record["override"]["reason"] = "They asked for it.";
  for (const int status : {200, 409}) {
    const auto result = ask();
    EXPECT_EQ(result->status, status);
    Expect("/v1/presend", "post", result);
  }
}

TEST_F(OpenApi, IsKeptByTraining) {
  ServiceOptions options;
  options.core = "";
  options.exercises = {AMENDS_SOURCE_DIR "/tests/fixtures/exercises"};
  const RunningService service(options);
  httplib::Client client = service.Client();
  const auto post = [&](const std::string& path, const json& body) {
    return client.Post(path, body.dump(), "application/json");
  };
  const std::string one = "/v1/exercises/{family}/{name}";
  Expect("/v1/exercises", "get", client.Get("/v1/exercises"));
  const auto made = post("/v1/people", {{"name", "Ana"}});
  Expect("/v1/people", "post", made);
  Expect("/v1/people", "post", post("/v1/people", json::object()));
  const std::string person = json::parse(made->body).at("id");
  for (const char* id : {"fake-apology/lamp", "policy/kettle", "fake-apology/desk",
                         "role-play/parcel", "policy/none"}) {
    const std::string path = std::string("/v1/exercises/") + id;
    Expect(one, "get", client.Get(path));
    Expect(one + "/solution", "post", post(path + "/solution", json::object()));
    Expect(one + "/play", "post", post(path + "/play", {{"replies", {"Sorry."}}}));
    for (const json& answer : {json::object(), json{{"choices", {0}}},
                               json{{"texts", {"We're sorry if it broke."}}}}) {
      Expect(one + "/judge", "post",
             post(path + "/judge", {{"answer", answer}, {"person", person}}));
    }
  }
  Expect("/v1/people", "get", client.Get("/v1/people"));
  const std::string path = "/v1/people/" + person;
  Expect("/v1/people/{id}", "get", client.Get(path + "?offset=120"));
  Expect("/v1/people/{id}/next", "get", client.Get(path + "/next"));
  for (const json& ids : {json{"policy/kettle"}, json{"none/none"}}) {
    const json wish = {{"set", {{"id", "a"}, {"exercises", ids}}}, {"ahead", true}};
    Expect("/v1/people/{id}/next", "post", post(path + "/next", wish));
  }
  Expect("/v1/people/{id}", "delete", client.Delete(path));
  Expect("/v1/people/{id}", "get", client.Get(path));
}

TEST_F(OpenApi, NamesEveryRouteThatIsThere) {
  for (const auto& [path, methods] : document_.at("paths").items()) {
    if (path.find('{') != std::string::npos) continue;
    for (const auto& [method, operation] : methods.items()) {
      const auto result = method == "get" ? client_.Get(path)
                                          : client_.Post(path, "", "application/json");
      EXPECT_NE(result->status, 404) << method << " " << path;
      EXPECT_TRUE(operation.contains("operationId")) << path;
    }
  }
}

}  // namespace
}  // namespace amends::serve
