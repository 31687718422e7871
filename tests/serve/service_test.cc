// The service as its clients see it.
#include <fstream>
#include <future>
#include <latch>
#include <memory>
#include <regex>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "tests/serve/raw_connection.h"
#include "tests/serve/running_service.h"
#include "tests/unit/pack/temporary_folder.h"

namespace amends::serve {
namespace {

using nlohmann::json;

struct ServiceRow {
  const char* method;
  const char* path;
  std::string body;
  int status;
  const char* holds;  // a regular expression, somewhere in the answer
};

TEST(Service, AnswersAndSaysWhatIsWrong) {
  ServiceOptions options;
  options.drafts.text = 1000;
  options.drafts.turns = 2;
  options.connections.body = 5000;
  const RunningService service(options);
  const std::string turn = R"({"role": "customer", "text": "It broke."})";
  const ServiceRow rows[] = {
      {"GET", "/healthz", "", 200, R"(^\{"status":"ok"\}\n$)"},
      {"GET", "/readyz", "", 200, R"("status":"ready".*"rules":6)"},
      {"GET", "/metrics", "", 200, "amends_requests_total"},
      {"GET", "/openapi.json", "", 200, R"("openapi": "3)"},
      {"POST", "/v1/check", R"({"text": "Sorry if it broke."})", 200,
       R"("verdict":"block".*"rule":"tiny/if")"},
      {"POST", "/v1/check", R"({"text": "Hello.", "id": 7})", 200,
       R"("id":"7","verdict":"pass")"},
      {"POST", "/v1/check", R"({"text": "", "x": 1})", 200,
       R"(unknown keys ignored: \\"x\\")"},
      {"POST", "/v1/check", "", 400, R"("code":"json")"},
      {"POST", "/v1/check", "{", 400, R"("code":"json","message":".*line 1, column 2)"},
      {"POST", "/v1/check", "[]", 422, R"("code":"record")"},
      {"POST", "/v1/check", "{}", 422, R"("pointer":"/text")"},
      {"POST", "/v1/check", R"({"text": 1})", 422, R"("pointer":"/text")"},
      {"POST", "/v1/check", R"({"text": "", "context": [{"role": "x", "text": ""}]})",
       422, R"("pointer":"/context/0/role")"},
      {"POST", "/v1/check", R"({"text": "", "facts": {"severity": 9}})", 422,
       R"("pointer":"/facts/severity")"},
      {"POST", "/v1/check", R"({"text": ")" + std::string(1001, 'x') + "\"}", 413,
       R"("code":"text-too-large".*"pointer":"/text")"},
      {"POST", "/v1/check",
       R"({"text": "", "context": [{"role": "agent", "text": ")" +
           std::string(1001, 'x') + "\"}]}",
       413, R"("pointer":"/context/0/text")"},
      {"POST", "/v1/check",
       R"({"text": "", "context": [)" + turn + "," + turn + "," + turn + "]}", 422,
       R"("code":"turns".*"pointer":"/context")"},
      {"POST", "/v1/check", std::string(5001, ' '), 413, R"("code":"too-large")"},
      {"POST", "/v1/coach", R"({"text": "We're sorry."})", 200, R"("score": \d+)"},
      {"POST", "/v1/coach", "{}", 422, R"("pointer":"/text")"},
      {"GET", "/v1/rules", "", 200, R"("id": "tiny/we-sorry")"},
      {"GET", "/v1/rules?family=none", "", 200, R"(^\[\]\n$)"},
      {"GET", "/v1/rules/tiny/must", "", 200, R"("after":"Please send it back.")"},
      {"GET", "/v1/rules/tiny/none", "", 404, R"("code":"rule")"},
      {"GET", "/v1/rules/../tiny", "", 404, R"("code":"not-found")"},
      {"GET", "/v1/check", "", 404, R"("code":"not-found")"},
      {"GET", "/v2/healthcheck", "", 200, "^OK$"},
      {"GET", "/v2/languages", "", 200, R"("longCode":"en-US")"},
      {"GET", "/v2/check?language=en-US&text=You%20must%20go.", "", 200,
       R"("id":"AMENDS_TINY_MUST")"},
      {"GET", "/v2/check?language=en-US", "", 400, "^Error: "},
      {"GET", "/v2/none", "", 404, "^Error: "},
      {"GET", "/none", "", 404, R"("code":"not-found")"},
  };
  auto client = service.Client();
  for (const ServiceRow& row : rows) {
    const std::string method = row.method;
    const auto result = method == "GET"
                            ? client.Get(row.path)
                            : client.Post(row.path, row.body, "application/json");
    ASSERT_TRUE(result) << row.path << " " << row.body;
    EXPECT_EQ(result->status, row.status) << row.path << " " << row.body << result->body;
    const std::string body = std::regex_replace(result->body, std::regex("\n(?!$)"), " ");
    EXPECT_TRUE(std::regex_search(body, std::regex(row.holds))) << row.path << body;
    EXPECT_FALSE(result->get_header_value("X-Request-Id").empty()) << row.path;
  }
}

TEST(Service, KeepsAnIdThatIsGivenAndFitsInALog) {
  const RunningService service;
  auto client = service.Client();
  const auto id_for = [&](const char* given) {
    return client.Get("/v1/rules", {{"X-Request-Id", given}})
        ->get_header_value("X-Request-Id");
  };
  EXPECT_EQ(id_for("ticket-7.a_b"), "ticket-7.a_b");
  EXPECT_EQ(id_for("two words").size(), 16u);
  EXPECT_EQ(id_for(std::string(65, 'x').c_str()).size(), 16u);
}

TEST(Service, LogsNothingOfADraft) {
  RunningService service;
  auto client = service.Client();
  const std::string draft = R"({"text": "We're sorry, zanzibar.", "id": "quokka"})";
  client.Post("/v1/check", draft, "application/json");
  client.Post("/v1/coach", draft, "application/json");
  client.Post("/v1/batch", draft + "\n" + draft, "application/json");
  client.Post("/v1/zanzibar", draft, "application/json");
  client.Get("/v1/rules?family=zanzibar");
  client.Get("/quokka/zanzibar");
  client.Post("/v1/check", R"({"text": 1, "zanzibar")", "application/json");
  const std::string counted = client.Get("/metrics")->body;
  service.Stop();  // a batch is logged when all of it has been taken
  const std::string log = service.Log();
  EXPECT_EQ(std::ranges::count(log, '\n'), 8);
  EXPECT_NE(log.find(" POST /v1/check 200 "), std::string::npos) << log;
  EXPECT_NE(log.find(" GET other 404 "), std::string::npos) << log;
  EXPECT_EQ(log.find("zanzibar"), std::string::npos) << log;
  EXPECT_EQ(log.find("quokka"), std::string::npos) << log;
  EXPECT_NE(counted.find("amends_drafts_total{verdict=\"warn\"} 2"), std::string::npos)
      << counted;
  EXPECT_EQ(counted.find("zanzibar"), std::string::npos) << counted;
}

TEST(Service, AsksForATokenWhereThereAreAny) {
  const std::string secret = NewSecret();
  ServiceOptions options;
  options.access.tokens = {{"desk", HashOf(secret)}};
  const RunningService service(options);
  auto client = service.Client();
  const httplib::Headers right = {{"Authorization", "Bearer " + secret}};
  const httplib::Headers wrong = {{"Authorization", "Bearer " + secret + "x"}};
  const std::string draft = R"({"text": "Hello."})";
  EXPECT_EQ(client.Post("/v1/check", draft, "application/json")->status, 401);
  EXPECT_EQ(client.Post("/v1/check", wrong, draft, "application/json")->status, 401);
  EXPECT_EQ(client.Post("/v1/check", right, draft, "application/json")->status, 200);
  EXPECT_EQ(client.Post("/v1/batch", draft, "application/json")->status, 401);
  EXPECT_EQ(client.Post("/v1/batch", right, draft, "application/json")->status, 200);
  EXPECT_EQ(client.Post("/v1/reload", wrong, "", "application/json")->status, 401);
  EXPECT_EQ(client.Get("/v1/rules")->status, 401);
  EXPECT_EQ(client.Get("/metrics")->status, 401);
  EXPECT_EQ(client.Get("/healthz")->status, 200);
  EXPECT_EQ(client.Get("/readyz")->status, 200);
  EXPECT_EQ(client.Get("/openapi.json")->status, 200);
  EXPECT_NE(service.Log().find(" desk\n"), std::string::npos);
}

TEST(Service, LetsPagesAskThatItKnows) {
  ServiceOptions options;
  options.access.origins = {"https://desk.example"};
  options.access.hosts = {"127.0.0.1"};
  const RunningService service(options);
  auto client = service.Client();
  const auto get = [&](const httplib::Headers& headers) {
    return client.Get("/v1/rules", headers);
  };
  EXPECT_EQ(get({})->status, 200);
  const auto known = get({{"Origin", "https://desk.example"}});
  EXPECT_EQ(known->status, 200);
  EXPECT_EQ(known->get_header_value("Access-Control-Allow-Origin"),
            "https://desk.example");
  EXPECT_EQ(get({{"Origin", "https://other.example"}})->status, 403);
  EXPECT_EQ(get({{"Host", "rebound.example"}})->status, 421);
  const auto asked = client.Options("/v1/check", {{"Origin", "https://desk.example"}});
  EXPECT_EQ(asked->status, 204);
  EXPECT_NE(asked->get_header_value("Access-Control-Allow-Headers").find("Authorization"),
            std::string::npos);
}

TEST(Service, SaysWhenToComeBack) {
  ServiceOptions options;
  options.access.per_minute = 1;
  const RunningService service(options);
  auto client = service.Client();
  EXPECT_EQ(client.Get("/v1/rules")->status, 200);
  const auto held = client.Get("/v1/rules");
  EXPECT_EQ(held->status, 429);
  EXPECT_GE(std::stoi(held->get_header_value("Retry-After")), 1);
  EXPECT_EQ(client.Get("/healthz")->status, 200);
}

// Each of them would keep a thread that read it waiting.
TEST(Service, AnswersWhileMoreAreSlowThanThereAreThreads) {
  ServiceOptions options;
  options.connections.workers = 2;
  options.connections.streams = 2;
  options.connections.request = std::chrono::minutes(10);
  const RunningService service(options);
  std::vector<std::unique_ptr<RawConnection>> slow;
  for (int i = 0; i < 60; ++i) {
    slow.push_back(std::make_unique<RawConnection>(service.port()));
    ASSERT_TRUE(slow.back()->connected());
    const char* const kBegun[] = {
        "", "G", "POST /v1/check HTTP/1.1\r\nContent-Length: 100\r\n\r\n{\"text\"",
        "POST /v1/check HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{",
        "GET /v1/rules HTTP/1.1\r\nHost: a\r\n"};
    slow.back()->Send(kBegun[i % 5]);
  }
  for (int i = 0; i < 3; ++i) {
    auto client = service.Client();
    EXPECT_EQ(client.Get("/healthz")->status, 200);
    EXPECT_EQ(
        client.Post("/v1/check", R"({"text": "Hello."})", "application/json")->status,
        200);
  }
  for (const auto& each : slow) EXPECT_TRUE(each->Send("x"));  // nobody was thrown out
}

TEST(Service, MakesRoomWhereTooManyAreOpen) {
  ServiceOptions options;
  options.connections.connections = 8;
  options.connections.request = std::chrono::minutes(10);
  const RunningService service(options);
  std::vector<std::unique_ptr<RawConnection>> slow;
  for (int i = 0; i < 30; ++i) {
    slow.push_back(std::make_unique<RawConnection>(service.port()));
    slow.back()->Send("GET ");
  }
  auto client = service.Client();
  EXPECT_EQ(client.Get("/healthz")->status, 200);
  EXPECT_EQ(client.Post("/v1/check", R"({"text": "Hello."})", "application/json")->status,
            200);
}

TEST(Service, EndsARequestThatDoesNotCome) {
  ServiceOptions options;
  options.connections.request = std::chrono::milliseconds(50);
  const RunningService service(options);
  RawConnection slow(service.port());
  slow.Send("POST /v1/check HTTP/1.1\r\nContent-Length: 100\r\n\r\n{");
  EXPECT_NE(slow.ReadAll().find(" 408 "), std::string::npos);
}

TEST(Service, SaysThatItIsBusyAndStillThatItIsWell) {
  std::latch begun(1);
  std::latch go_on(1);
  ServiceOptions options;
  options.connections.workers = 1;
  options.connections.waiting = 1;
  const RunningService service(options, [&](Server& server) {
    server.Get("/wait", {.name = "/wait"}, [&](const auto&, auto& response) {
      if (!begun.try_wait()) begun.count_down();
      go_on.wait();
      response.set_content("done", "text/plain");
    });
  });
  const auto wait = [&] { return service.Client().Get("/wait")->status; };
  auto first = std::async(std::launch::async, wait);
  begun.wait();
  auto second = std::async(std::launch::async, wait);
  while (service.Client().Get("/metrics")->body.find("amends_waiting 1") ==
         std::string::npos) {
    std::this_thread::yield();
  }
  auto client = service.Client();
  const auto refused = client.Get("/v1/rules");
  ASSERT_TRUE(refused);
  EXPECT_EQ(refused->status, 503);
  EXPECT_GE(std::stoi(refused->get_header_value("Retry-After")), 1);
  EXPECT_NE(refused->body.find(R"("code":"busy")"), std::string::npos);
  EXPECT_EQ(client.Get("/healthz")->status, 200);
  go_on.count_down();
  EXPECT_EQ(first.get(), 200);
  EXPECT_EQ(second.get(), 200);
}

TEST(Service, EndsWhatIsUnderWayBeforeItStops) {
  std::latch begun(1);
  std::latch go_on(1);
  RunningService service(ServiceOptions{}, [&](Server& server) {
    server.Get("/wait", {.name = "/wait"}, [&](const auto&, auto& response) {
      begun.count_down();
      go_on.wait();
      response.set_content("done", "text/plain");
    });
  });
  RawConnection idle(service.port());
  RawConnection open(service.port());
  open.Send("GET /readyz HTTP/1.1\r\n");
  auto under_way =
      std::async(std::launch::async, [&] { return service.Client().Get("/wait")->body; });
  begun.wait();
  service.connections().Drain();
  EXPECT_EQ(idle.ReadAll(), "");
  open.Send("\r\n");
  const std::string ready = open.ReadAll();
  EXPECT_NE(ready.find(" 503 "), std::string::npos) << ready;
  EXPECT_NE(ready.find("draining"), std::string::npos) << ready;
  go_on.count_down();
  EXPECT_EQ(under_way.get(), "done");
  service.Stop();
  EXPECT_FALSE(RawConnection(service.port()).connected());
}

TEST(Service, TakesSeveralRequestsAtOnce) {
  const RunningService service;
  RawConnection connection(service.port());
  std::string requests;
  for (int i = 0; i < 1000; ++i) requests += "GET /healthz HTTP/1.1\r\n\r\n";
  requests += "GET /v1/rules/tiny/if HTTP/1.1\r\n\r\n";
  requests += "GET /healthz HTTP/1.1\r\nConnection: close\r\n\r\n";
  ASSERT_TRUE(connection.Send(requests));
  const std::string answers = connection.ReadAll();
  size_t count = 0;
  for (size_t at = answers.find("HTTP/1.1 200"); at != std::string::npos;
       at = answers.find("HTTP/1.1 200", at + 1)) {
    ++count;
  }
  EXPECT_EQ(count, 1002u);
}

TEST(Service, AnswersWhatIsNoRequest) {
  const RunningService service;
  struct Bytes {
    std::string sent;
    const char* status;
  };
  const Bytes rows[] = {
      {"\r\n\r\n", " 400 "},
      {std::string("\0\1\2\r\n\r\n", 7), " 400 "},
      {"GET / HTTP/1.1\r\nA: " + std::string(20'000, 'x'), " 431 "},
      {"GET /" + std::string(9000, 'x') + " HTTP/1.1\r\n\r\n", " 414 "},
      {"POST /v1/check HTTP/1.1\r\nContent-Length: x\r\n\r\n", " 400 "}};
  for (const Bytes& row : rows) {
    RawConnection connection(service.port());
    connection.Send(row.sent);
    connection.EndSending();
    EXPECT_NE(connection.ReadAll().find(row.status), std::string::npos) << row.status;
  }
}

constexpr const char* kBatchHead =
    "POST /v1/batch HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n";

std::string Chunk(const std::string& text) {
  char size[20];
  std::snprintf(size, sizeof size, "%zx\r\n", text.size());
  return size + text + "\r\n";
}

TEST(Batch, IsAnsweredWhileItComes) {
  const RunningService service;
  RawConnection connection(service.port());
  connection.Send(kBatchHead + Chunk("{\"text\": \"You must go.\", \"id\": \"a\"}\n"));
  EXPECT_NE(connection.ReadTo("tiny/must").find("\"id\":\"a\""), std::string::npos);
  connection.Send(Chunk("{\"text\": \"Sorry if \n\n{\"text\": \"Hello.\", \"id\"") +
                  Chunk(": \"c\"}\n") + "0\r\n\r\n");
  const std::string rest = connection.ReadAll();
  EXPECT_NE(rest.find("{\"line\":2,\"error\":{\"code\":\"json\""), std::string::npos)
      << rest;
  EXPECT_NE(rest.find("\"id\":\"c\",\"verdict\":\"pass\""), std::string::npos) << rest;
  EXPECT_TRUE(rest.ends_with("0\r\n\r\n")) << rest;
}

TEST(Batch, KeepsTheOrderOfManyRecords) {
  ServiceOptions options;
  options.drafts.threads = 3;
  options.connections.body = 1000;  // is no limit for a batch
  const RunningService service(options);
  std::string records;
  for (int i = 0; i < 2000; ++i) {
    records += "{\"text\": \"We are sorry.\", \"id\": " + std::to_string(i) + "}\n";
  }
  const auto result = service.Client().Post("/v1/batch", records, "application/x-ndjson");
  ASSERT_TRUE(result);
  std::istringstream lines(result->body);
  int count = 0;
  for (std::string line; std::getline(lines, line); ++count) {
    EXPECT_EQ(json::parse(line).at("id"), std::to_string(count));
  }
  EXPECT_EQ(count, 2000);
}

TEST(Batch, SaysThatItWasCutShort) {
  const RunningService service;
  struct Body {
    const char* sent;
    const char* told;
  };
  const Body rows[] = {{"5\r\n{\"te", "\"code\":\"stream\""},
                       {"3\r\nabcdef\r\n", "\"code\":\"stream\""},
                       {"zz\r\n", "\"code\":\"bad-request\""}};
  for (const Body& row : rows) {
    RawConnection connection(service.port());
    connection.Send(std::string(kBatchHead) + row.sent);
    connection.EndSending();
    EXPECT_NE(connection.ReadAll().find(row.told), std::string::npos) << row.sent;
  }
}

TEST(Batch, IsRefusedWhereTooManyAreUnderWay) {
  ServiceOptions options;
  options.connections.streams = 1;
  const RunningService service(options);
  RawConnection first(service.port());
  first.Send(kBatchHead + Chunk("{\"text\": \"You must go.\"}\n"));
  first.ReadTo("tiny/must");
  RawConnection second(service.port());
  second.Send(kBatchHead);
  const std::string refused = second.ReadAll();
  EXPECT_NE(refused.find(" 503 "), std::string::npos);
  EXPECT_NE(refused.find("Retry-After: "), std::string::npos);
}

TEST(Reload, TakesNewPacksAndKeepsTheOldOnesWhereTheyAreWrong) {
  const pack::TemporaryFolder folder;
  std::filesystem::copy(AMENDS_SOURCE_DIR "/tests/fixtures/packs/tiny", folder.path(),
                        std::filesystem::copy_options::recursive);
  ServiceOptions options;
  options.core = folder.path();
  const RunningService service(options);
  auto client = service.Client();
  const std::string rules = (folder.path() / "rules/tiny.json").string();
  std::ifstream in(rules);
  const std::string good{std::istreambuf_iterator<char>(in), {}};
  std::string stricter = good;
  stricter.replace(stricter.find("\"warning\""), 9, "\"error\"");
  const auto verdict = [&] {
    const auto result =
        client.Post("/v1/check", R"({"text": "We are sorry."})", "application/json");
    return json::parse(result->body).at("verdict").get<std::string>();
  };
  EXPECT_EQ(verdict(), "warn");
  folder.Write("rules/tiny.json", "{\"rules\": [{]}");
  const auto refused = client.Post("/v1/reload", "", "application/json");
  EXPECT_EQ(refused->status, 422);
  EXPECT_NE(refused->body.find("tiny.json:1:13"), std::string::npos) << refused->body;
  EXPECT_EQ(verdict(), "warn");
  folder.Write("rules/tiny.json", stricter);
  EXPECT_EQ(client.Post("/v1/reload", "", "application/json")->status, 200);
  EXPECT_EQ(verdict(), "block");
}

TEST(Reload, DisturbsNobodyWhoAsksMeanwhile) {
  const pack::TemporaryFolder folder;
  std::filesystem::copy(AMENDS_SOURCE_DIR "/tests/fixtures/packs/tiny", folder.path(),
                        std::filesystem::copy_options::recursive);
  ServiceOptions options;
  options.core = folder.path();
  const RunningService service(options);
  const auto ask = [&] {
    auto client = service.Client();
    size_t right = 0;
    for (int i = 0; i < 100; ++i) {
      const auto result =
          client.Post("/v1/check", R"({"text": "We are sorry."})", "application/json");
      right += result && result->status == 200 &&
                       result->body.find("tiny/we-sorry") != std::string::npos
                   ? 1
                   : 0;
    }
    return right;
  };
  std::vector<std::future<size_t>> asking;
  for (int i = 0; i < 4; ++i) asking.push_back(std::async(std::launch::async, ask));
  auto client = service.Client();
  for (int i = 0; i < 20; ++i) {
    EXPECT_EQ(client.Post("/v1/reload", "", "application/json")->status, 200);
  }
  for (auto& each : asking) EXPECT_EQ(each.get(), 100u);
}

}  // namespace
}  // namespace amends::serve
