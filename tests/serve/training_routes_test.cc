// Training over HTTP: what is asked, judged, played and kept, and who may see whose.
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <thread>
#include <vector>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "amends/training/progress.h"
#include "tests/serve/running_service.h"
#include "tests/unit/pack/temporary_folder.h"
#include "tools/serve/training_requests.h"

namespace amends::serve {
namespace {

using nlohmann::json;

constexpr const char* kJson = "application/json";
constexpr const char* kExercises = AMENDS_SOURCE_DIR "/tests/fixtures/exercises";

ServiceOptions WithExercises() {
  ServiceOptions options;
  options.core = "";  // the core pack that is built in
  options.exercises = {kExercises};
  return options;
}

// One client of a service, by its token.
class Asking {
 public:
  explicit Asking(const RunningService& service, const std::string& token = "")
      : client_(service.Client()) {
    if (!token.empty()) client_.set_bearer_token_auth(token);
  }

  httplib::Result Get(const std::string& path) { return client_.Get(path); }
  httplib::Result Post(const std::string& path, const json& body = json::object()) {
    return client_.Post(path, body.dump(), kJson);
  }
  httplib::Result PostText(const std::string& path, const std::string& body) {
    return client_.Post(path, body, kJson);
  }
  httplib::Result Delete(const std::string& path) { return client_.Delete(path); }

  // The id of the person, who is there from now on.
  std::string Person(const std::string& name) {
    return json::parse(Post("/v1/people", {{"name", name}})->body).at("id");
  }
  json Standing(const std::string& person) {
    return json::parse(Get("/v1/people/" + person)->body);
  }
  json Next(const std::string& person, const std::string& query = "") {
    return json::parse(Get("/v1/people/" + person + "/next" + query)->body);
  }
  json Judge(const std::string& exercise, const json& body) {
    return json::parse(Post("/v1/exercises/" + exercise + "/judge", body)->body);
  }

 private:
  httplib::Client client_;
};

// A service that keeps progress in a file of its own, and a client of it.
struct KeepingService {
  const pack::TemporaryFolder folder;
  const std::filesystem::path file = folder.path() / "progress.sqlite";
  const RunningService service{[this] {
    ServiceOptions options = WithExercises();
    options.people.file = file;
    return options;
  }()};
  Asking client{service};
};

json RightMarks() {
  return {{"marks", {{{"start", 21}, {"end", 29}}}}};  // “sorry if” of fake-apology/lamp
}
const json kSorryAtLast = {
    {"texts",
     {"I'm so sorry that we left your books in the rain. That was our mistake. I've sent "
      "new ones, and they'll be with you tomorrow at noon."}}};
const json kBadTalk = {
    {"texts",
     {"We're sorry if you were upset.",
      "It's our policy not to pay. We're sorry if that's a problem."}}};

TEST(TrainingRoutes, ShowExercisesWithNothingOfTheSolution) {
  const RunningService service(WithExercises());
  Asking client(service);
  const json all = json::parse(client.Get("/v1/exercises")->body).at("exercises");
  ASSERT_EQ(all.size(), 4);
  EXPECT_EQ(all[0].at("id"), "fake-apology/lamp");
  const auto spot = client.Get("/v1/exercises/fake-apology/lamp");
  EXPECT_EQ(json::parse(spot->body).at("title"), "Spot the fault");
  EXPECT_EQ(spot->body.find("asks whether"), std::string::npos);
  const auto solution = client.Post("/v1/exercises/fake-apology/lamp/solution");
  EXPECT_EQ(json::parse(solution->body).at("solution"), "“sorry if”");
}

TEST(TrainingRoutes, JudgeWhatIsRightAndWhatIsWrong) {
  const RunningService service(WithExercises());
  Asking client(service);
  struct Row {
    const char* exercise;
    json answer;
    bool passed;
  };
  const Row rows[] = {
      {"fake-apology/lamp", RightMarks(), true},
      {"fake-apology/lamp", {{"marks", json::array()}}, false},
      {"fake-apology/lamp", {{"marks", {{{"start", 0}, {"end", 4'000'000'000}}}}}, false},
      {"policy/kettle", {{"choices", {0}}}, true},
      {"policy/kettle", {{"choices", {1}}}, false},
      {"policy/kettle", {{"choices", {7}}}, false},
      {"policy/kettle", json::object(), false},
      {"fake-apology/desk", {{"texts", {"I apologise for the wrong legs."}}}, true},
      {"fake-apology/desk", {{"texts", {"We're sorry if the legs were wrong."}}}, false},
      {"role-play/parcel", kSorryAtLast, true},
      {"role-play/parcel", kBadTalk, false},
      {"role-play/parcel", {{"texts", json::array()}}, false},
  };
  for (const Row& row : rows) {
    const json said = client.Judge(row.exercise, {{"answer", row.answer}});
    EXPECT_EQ(said.at("passed"), row.passed) << row.exercise << row.answer << said;
    EXPECT_FALSE(said.at("explanation").get<std::string>().empty());
  }
  EXPECT_TRUE(json::parse(client.Get("/v1/people")->body).at("people").empty());
}

TEST(TrainingRoutes, SayWhatIsWrongWithARequest) {
  const RunningService service(WithExercises());
  Asking client(service);
  const std::string person = client.Person("Ana");
  const std::string judge = "/v1/exercises/fake-apology/lamp/judge";
  const std::string talk = "/v1/exercises/role-play/parcel";
  const std::string next = "/v1/people/" + person + "/next";
  const std::string long_reply(kLongestReply + 1, 'x');
  struct Row {
    std::string path;
    std::string body;
    int status;
    const char* holds;
  };
  const Row rows[] = {
      {judge, "", 400, "\"json\""},
      {judge, "{", 400, "\"json\""},
      {judge, "[]", 422, "must be an object"},
      {judge, "{}", 422, "“answer”"},
      {judge, R"({"answer": 5})", 422, "\"pointer\":\"/answer\""},
      {judge, R"({"answer": {"marks": [{"start": 5, "end": 2}]}})", 422, "ends behind"},
      {judge, R"({"answer": {"choices": ["1"]}})", 422, "\"/answer/choices/0\""},
      {judge, R"({"answer": {"word": 1}})", 422, "word"},
      {judge, R"({"answer": {}, "hints": -1})", 422, "hints"},
      {judge, R"({"answer": {}, "shown": 1})", 422, "shown"},
      {judge, R"({"answer": {}, "attempt": "a b"})", 422, "attempt"},
      {judge, R"({"answer": {}, "person": "none"})", 404, "\"person\""},
      {judge, std::string(kLargestAnswer + 1, ' '), 413, "too-large"},
      {"/v1/exercises/fake-apology/none/judge", R"({"answer": {}})", 404, "exercise"},
      {"/v1/exercises/fake-apology/lamp/play", R"({"replies": []})", 404, "is no talk"},
      {talk + "/play", "{}", 422, "replies"},
      {talk + "/play", R"({"replies": [1]})", 422, "replies"},
      {talk + "/play",
       json{{"replies", std::vector<std::string>(kMostReplies + 1, "x")}}.dump(), 422,
       "replies"},
      {talk + "/play", json{{"replies", {long_reply}}}.dump(), 422, "replies"},
      {talk + "/judge", json{{"answer", {{"texts", {long_reply}}}}}.dump(), 422, "4000"},
      {"/v1/people", R"({"name": " "})", 422, "/name"},
      {"/v1/people", R"({"name": "a\nb"})", 422, "/name"},
      {"/v1/people", R"({"nam": "Ana"})", 422, "name"},
      {"/v1/people/none/next", "{}", 404, "\"person\""},
      {next, R"({"set": {"id": "a"}})", 422, "exercises"},
      {next, R"({"set": {"id": "", "exercises": ["a/b"]}})", 422, "/set/id"},
  };
  for (const Row& row : rows) {
    const auto answer = client.PostText(row.path, row.body);
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->status, row.status) << row.path << row.body.substr(0, 99);
    EXPECT_NE(answer->body.find(row.holds), std::string::npos) << answer->body;
  }
  EXPECT_EQ(client.Get("/v1/exercises/fake-apology/none")->status, 404);
  EXPECT_EQ(client.Get("/v1/people/none")->status, 404);
  EXPECT_EQ(client.Delete("/v1/people/none")->status, 404);
  EXPECT_EQ(client.Get(next + "?set=none")->status, 404);
  EXPECT_EQ(client.Standing(person).at("answers"), 0);
}

TEST(TrainingRoutes, KeepAnAnswerOnceAndNoWordOfIt) {
  KeepingService kept;
  Asking& client = kept.client;
  EXPECT_FALSE(std::filesystem::exists(kept.file));
  const std::string person = client.Person("  Ana ");
  EXPECT_EQ(client.Person("Ana"), person);
  const json body = {{"answer", {{"texts", {"Xylophone is no reply to wrong legs."}}}},
                     {"person", person},
                     {"attempt", "try-1"},
                     {"hints", 1},
                     {"seconds", 30},
                     {"confirmed", false}};
  const json first = client.Judge("fake-apology/desk", body);
  EXPECT_EQ(client.Judge("fake-apology/desk", body), first);
  json standing = client.Standing(person);
  EXPECT_EQ(standing.at("answers"), 1);
  EXPECT_EQ(standing.at("days").size(), 1);
  EXPECT_EQ(standing.at("streak"), 1);
  ASSERT_EQ(standing.at("rules").size(), 1);
  EXPECT_EQ(standing.at("rules")[0].at("rule"), "structure/no-apology");
  std::string bytes;
  for (const auto& file : std::filesystem::directory_iterator(kept.folder.path())) {
    std::ifstream stream(file.path(), std::ios::binary);
    bytes.append(std::istreambuf_iterator<char>(stream), {});
  }
  EXPECT_NE(bytes.find("fake-apology/desk"), std::string::npos);
  EXPECT_EQ(bytes.find("Xylophone"), std::string::npos);
}

// Nothing hurts in it, and the apology was not seen: its writer says whether it is there.
TEST(TrainingRoutes, KeepAnOpenAnswerWhenItsWriterHasSaid) {
  KeepingService kept;
  Asking& client = kept.client;
  const std::string person = client.Person("Ana");
  json body = {{"answer", {{"texts", {"The right legs come on Wednesday."}}}},
               {"person", person},
               {"attempt", "try-1"}};
  EXPECT_EQ(client.Judge("fake-apology/desk", body).at("open"), true);
  EXPECT_EQ(client.Standing(person).at("answers"), 0);
  body["confirmed"] = true;
  EXPECT_EQ(client.Judge("fake-apology/desk", body).at("passed"), true);
  const json standing = client.Standing(person);
  EXPECT_EQ(standing.at("answers"), 1);
  EXPECT_EQ(standing.at("rules")[0].at("rule"), "fake-apology/conditional");
}

TEST(TrainingRoutes, WhatWasShownFirstDoesNotCountAsKnown) {
  const RunningService service(WithExercises());
  Asking client(service);
  const std::string ana = client.Person("Ana");
  const std::string bo = client.Person("Bo");
  json body = {{"answer", RightMarks()}, {"person", ana}, {"shown", true}};
  EXPECT_EQ(client.Judge("fake-apology/lamp", body).at("passed"), true);
  body = {{"answer", RightMarks()}, {"person", bo}};
  client.Judge("fake-apology/lamp", body);
  const auto due = [&](const std::string& person) {
    return client.Standing(person).at("rules")[0].at("due").get<std::string>();
  };
  EXPECT_LT(due(ana), due(bo));
}

TEST(TrainingRoutes, PlayATalkTheSameEachTime) {
  const RunningService service(WithExercises());
  Asking client(service);
  const std::string path = "/v1/exercises/role-play/parcel/play";
  const json body = {{"seed", 7}, {"replies", kSorryAtLast.at("texts")}};
  const json well = json::parse(client.Post(path, body)->body);
  EXPECT_EQ(well, json::parse(client.Post(path, body)->body));
  EXPECT_EQ(well.at("ending"), "well");
  EXPECT_TRUE(well.at("open_needs").empty());
  const json badly = json::parse(
      client.Post(path, {{"seed", 7}, {"replies", kBadTalk.at("texts")}})->body);
  EXPECT_EQ(badly.at("ending"), "badly");
  const json begun = json::parse(client.Post(path, {{"replies", json::array()}})->body);
  EXPECT_EQ(begun.at("ending"), "none");
  EXPECT_FALSE(begun.at("opening").get<std::string>().empty());
}

TEST(TrainingRoutes, SayWhatComesNext) {
  const RunningService service(WithExercises());
  Asking client(service);
  const std::string person = client.Person("Ana");
  const json next = client.Next(person);
  EXPECT_EQ(next.at("why"), "new");
  EXPECT_EQ(next.at("exercise").at("level"), 1);
  EXPECT_EQ(next.at("attempt").get<std::string>().size(), 32);
  EXPECT_NE(next.at("attempt"), client.Next(person).at("attempt"));
}

TEST(TrainingRoutes, GoThroughASetThatTheClientBrings) {
  const RunningService service(WithExercises());
  Asking client(service);
  const std::string person = client.Person("Ana");
  const json wish = {
      {"set",
       {{"id", "monday"},
        {"name", "For Monday"},
        {"exercises", {"policy/kettle", "none/none", "fake-apology/lamp"}}}}};
  const auto next = [&] {
    return json::parse(client.Post("/v1/people/" + person + "/next", wish)->body);
  };
  const auto answer = [&](const std::string& exercise, const json& given) {
    client.Judge(exercise, {{"answer", given}, {"person", person}, {"set", "monday"}});
  };
  EXPECT_EQ(next().at("exercise").at("id"), "policy/kettle");
  answer("policy/kettle", {{"choices", {1}}});
  EXPECT_EQ(next().at("exercise").at("id"), "fake-apology/lamp");
  answer("fake-apology/lamp", RightMarks());
  EXPECT_EQ(next().at("exercise").at("id"), "policy/kettle");
  EXPECT_EQ(next().at("why"), "again");
  answer("policy/kettle", {{"choices", {0}}});
  const json done = next();
  EXPECT_EQ(done.at("done"), true);
  EXPECT_EQ(done.at("set").at("passed"), 2);
}

TEST(TrainingRoutes, BeginWithWhatWasGiven) {
  KeepingService kept;
  Asking& client = kept.client;
  const std::string ana = client.Person("Ana");
  training::Progress progress(kept.file);
  const auto set =
      progress.AddSet("Week 1", std::vector<std::string>{"policy/kettle"}, 0, 1);
  progress.Assign({set.id, "", ana});
  json next = client.Next(ana);
  EXPECT_EQ(next.at("exercise").at("id"), "policy/kettle");
  EXPECT_EQ(next.at("set").at("name"), "Week 1");
  client.Judge("policy/kettle",
               {{"answer", {{"choices", {0}}}}, {"person", ana}, {"set", set.id}});
  next = client.Next(ana);
  EXPECT_NE(next.at("exercise").at("id"), "policy/kettle");
  EXPECT_FALSE(next.contains("set"));
}

TEST(TrainingRoutes, DeleteOnePersonAndLeaveTheOther) {
  const RunningService service(WithExercises());
  Asking client(service);
  const std::string ana = client.Person("Ana");
  const std::string bo = client.Person("Bo");
  for (const std::string& person : {ana, bo}) {
    client.Judge("fake-apology/lamp", {{"answer", RightMarks()}, {"person", person}});
  }
  EXPECT_EQ(client.Delete("/v1/people/" + ana)->status, 200);
  EXPECT_EQ(client.Delete("/v1/people/" + ana)->status, 404);
  EXPECT_EQ(client.Get("/v1/people/" + ana)->status, 404);
  EXPECT_EQ(client
                .Post("/v1/exercises/fake-apology/lamp/judge",
                      {{"answer", RightMarks()}, {"person", ana}})
                ->status,
            404);
  EXPECT_EQ(client.Standing(bo).at("answers"), 1);
  EXPECT_NE(client.Person("Ana"), ana);
}

ServiceOptions WithTokens() {
  ServiceOptions options = WithExercises();
  options.access.tokens = {
      {"ana", HashOf("a")}, {"bo", HashOf("b")}, {"lead", HashOf("l")}};
  options.people.trainers = {"lead"};
  return options;
}

TEST(TrainingRoutes, WithTokensEverybodyIsOnePersonButTrainers) {
  const RunningService service(WithTokens());
  Asking nobody(service);
  Asking ana(service, "a");
  Asking bo(service, "b");
  Asking lead(service, "l");
  for (const char* path : {"/v1/exercises", "/v1/people"}) {
    EXPECT_EQ(nobody.Get(path)->status, 401) << path;
  }
  EXPECT_EQ(json::parse(ana.Get("/v1/people")->body).at("you"), "ana");
  EXPECT_EQ(ana.Post("/v1/people", {{"name", "bo"}})->status, 403);
  EXPECT_EQ(ana.Post("/v1/people", {{"name", "ana"}, {"team", "desk"}})->status, 403);
  const std::string her = ana.Person("ana");
  const std::string his = bo.Person("bo");
  EXPECT_EQ(json::parse(ana.Get("/v1/people")->body).at("people").size(), 1);
  for (const std::string& path : {"/v1/people/" + his, "/v1/people/" + his + "/next"}) {
    EXPECT_EQ(ana.Get(path)->status, 404) << path;
    EXPECT_EQ(bo.Get(path)->status, 200) << path;
    EXPECT_EQ(lead.Get(path)->status, 200) << path;
  }
  const json body = {{"answer", RightMarks()}, {"person", his}};
  EXPECT_EQ(ana.Post("/v1/exercises/fake-apology/lamp/judge", body)->status, 404);
  EXPECT_EQ(bo.Post("/v1/exercises/fake-apology/lamp/judge", body)->status, 200);
  EXPECT_EQ(ana.Delete("/v1/people/" + his)->status, 404);
  const json all = json::parse(lead.Get("/v1/people")->body);
  EXPECT_EQ(all.at("people").size(), 2);
  EXPECT_FALSE(all.contains("you"));
  EXPECT_EQ(lead.Delete("/v1/people/" + her)->status, 200);
}

TEST(TrainingRoutes, OneNameIsOnePersonHoweverManyAskAtOnce) {
  const RunningService service(WithExercises());
  std::vector<std::string> ids(4);
  std::vector<std::thread> threads;
  for (std::string& id : ids) {
    threads.emplace_back([&] { id = Asking(service).Person("Ana"); });
  }
  for (std::thread& thread : threads) thread.join();
  for (const std::string& id : ids) EXPECT_EQ(id, ids.front());
}

TEST(TrainingRoutes, SayWhereProgressCannotBeKeptAndJudgeAllTheSame) {
  const pack::TemporaryFolder folder;
  folder.Write("a", "");
  ServiceOptions options = WithExercises();
  options.people.file = folder.path() / "a/progress.sqlite";
  const RunningService service(options);
  Asking client(service);
  const auto answer = client.Get("/v1/people");
  EXPECT_EQ(answer->status, 503);
  EXPECT_NE(answer->body.find("\"progress\""), std::string::npos);
  EXPECT_EQ(client.Judge("fake-apology/lamp", {{"answer", RightMarks()}}).at("passed"),
            true);
}

TEST(TrainingRoutes, BrokenExercisesLeaveTheOldOnes) {
  const pack::TemporaryFolder folder;
  std::filesystem::copy(kExercises, folder.path());
  ServiceOptions options = WithExercises();
  options.exercises = {folder.path()};
  const RunningService service(options);
  Asking client(service);
  const auto count = [&] {
    return json::parse(client.Get("/v1/exercises")->body).at("exercises").size();
  };
  folder.Write("more.json", R"({"exercises": [{"id": "policy/new"}]})");
  const auto refused = client.Post("/v1/reload");
  EXPECT_EQ(refused->status, 422);
  EXPECT_NE(refused->body.find("more.json"), std::string::npos);
  EXPECT_EQ(count(), 4);
  folder.Write("more.json", R"({"exercises": [{"id": "policy/new", "kind": "spot",
    "level": 1, "trade": "a", "rules": ["policy/its-policy"], "situation": "A kettle.",
    "draft": "It's our policy.", "marks": [{"words": "policy", "rule":
    "policy/its-policy"}], "hints": ["Look."], "explanation": "So it is."}]})");
  EXPECT_EQ(client.Post("/v1/reload")->status, 200);
  EXPECT_EQ(count(), 5);
}

}  // namespace
}  // namespace amends::serve
