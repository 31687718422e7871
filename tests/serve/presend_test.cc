// /v1/presend as its clients see it.
#include <atomic>
#include <fstream>
#include <iterator>
#include <latch>
#include <string>
#include <thread>
#include <vector>

#include <SQLiteCpp/SQLiteCpp.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "tests/serve/running_service.h"
#include "tests/unit/pack/temporary_folder.h"

namespace amends::serve {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

constexpr const char* kHeld = "Sorry if it broke.";
constexpr const char* kReason = "They asked for exactly these words.";
constexpr const char* kConfig = AMENDS_SOURCE_DIR "/tests/fixtures/packs/tiny";

struct Reply {
  int status = 0;
  json body;
};

class Presend : public ::testing::Test {
 protected:
  Presend() : file_(folder_.path() / "overrides.db") {
    fs::copy(kConfig, folder_.path() / "core", fs::copy_options::recursive);
    Start();
  }

  void Start() {
    ServiceOptions options;
    options.core = (folder_.path() / "core").string();
    options.overrides.file = file_;
    options.overrides.patience = std::chrono::milliseconds(10);
    options.overrides.clock = [this] { return UtcTime(std::chrono::seconds(now_)); };
    options.connections.workers = 4;
    service_ = std::make_unique<RunningService>(options);
  }

  Reply Ask(const json& record) const {
    const auto result =
        service_->Client().Post("/v1/presend", record.dump(), "application/json");
    if (!result) return {};
    return {result->status, json::parse(result->body)};
  }

  std::string TokenFor(const json& record) const {
    return Ask(record).body.value("override_token", "");
  }

  Reply Override(json record, const std::string& token) const {
    record["override"] = {{"token", token}, {"reason", kReason}};
    return Ask(record);
  }

  std::vector<serve::Override> Kept() const {
    std::vector<serve::Override> all;
    OverrideStore::ToRead(file_).ForEach(
        "", [&](const serve::Override& one) { all.push_back(one); });
    return all;
  }

  pack::TemporaryFolder folder_;
  fs::path file_;
  std::atomic<int64_t> now_ = 1'772'446'507;  // 2026-03-02T10:15:07Z
  std::unique_ptr<RunningService> service_;
};

const json kRecord = {{"id", "quokka-7"},
                      {"text", kHeld},
                      {"channel", "email"},
                      {"now", "2026-03-02T10:00:00Z"},
                      {"context", {{{"role", "customer"}, {"text", "It broke."}}}},
                      {"facts", {{"severity", 1}, {"minutes_since_report", 5}}}};

json With(json record, const char* pointer, const json& value) {
  record[json::json_pointer(pointer)] = value;
  return record;
}

void ExpectRefused(const Reply& reply, const std::string& why) {
  EXPECT_EQ(reply.status, 409) << why << reply.body;
  if (reply.status != 409) return;
  EXPECT_EQ(reply.body.at("error").at("code"), "override") << why;
  EXPECT_EQ(reply.body.at("error").at("pointer"), "/override/token") << why;
}

TEST_F(Presend, DecidesByTheVerdict) {
  struct Row {
    const char* text;
    const char* decision;
    const char* verdict;
    const char* reason;
    size_t findings;
  };
  const Row rows[] = {
      {"I'm sorry.", "send", "pass", "Nothing stands in the way of this draft.", 0},
      {"You must call.", "confirm", "warn", "“You must” is an order.", 1},
      {kHeld, "hold", "block", "“Sorry if” leaves open whether anything happened.", 1},
  };
  for (const Row& row : rows) {
    const Reply reply = Ask({{"text", row.text}, {"override", nullptr}});
    EXPECT_EQ(reply.status, 200);
    EXPECT_EQ(reply.body.at("decision"), row.decision) << row.text;
    EXPECT_EQ(reply.body.at("verdict"), row.verdict) << row.text;
    EXPECT_EQ(reply.body.at("reason"), row.reason) << row.text;
    EXPECT_EQ(reply.body.at("findings").size(), row.findings) << row.text;
    EXPECT_EQ(reply.body.contains("override_token"), std::string("send") != row.decision);
    EXPECT_FALSE(reply.body.contains("overridden"));
    EXPECT_EQ(reply.body.at("notes"), json::array()) << row.text;
  }
}

TEST_F(Presend, SaysTheFindingsAsCheckingDoes) {
  const std::string body = kRecord.dump();
  const auto checked = service_->Client().Post("/v1/check", body, "application/json");
  EXPECT_EQ(Ask(kRecord).body.at("findings"), json::parse(checked->body).at("findings"));
}

TEST_F(Presend, LetsAHeldDraftGoOnceWithAReasonAndItsToken) {
  const std::string token = TokenFor(kRecord);
  const Reply sent = Override(kRecord, token);
  EXPECT_EQ(sent.status, 200) << sent.body;
  EXPECT_EQ(sent.body.at("decision"), "send");
  EXPECT_EQ(sent.body.at("verdict"), "block");
  EXPECT_EQ(sent.body.at("overridden"), true);
  EXPECT_FALSE(sent.body.contains("override_token"));
  EXPECT_EQ(sent.body.at("notes"), json::array());
  ExpectRefused(Override(kRecord, token), "the second time");
  const std::vector<serve::Override> kept = Kept();
  ASSERT_EQ(kept.size(), 1u);
  EXPECT_EQ(kept[0].time, "2026-03-02T10:15:07Z");
  EXPECT_EQ(kept[0].client, "127.0.0.1");
  EXPECT_EQ(kept[0].decision, "hold");
  EXPECT_EQ(kept[0].channel, "email");
  EXPECT_EQ(kept[0].profile, "default");
  EXPECT_EQ(kept[0].reason, kReason);
  EXPECT_EQ(kept[0].rules, (std::vector<OverriddenRule>{{"tiny/if", "error", 1}}));
}

TEST_F(Presend, LetsADraftThatIsToBeConfirmedGoWithAReasonToo) {
  const json record = {{"text", "You must call. You must call now."}};
  EXPECT_EQ(Override(record, TokenFor(record)).body.value("overridden", false), true);
  ASSERT_EQ(Kept().size(), 1u);
  EXPECT_EQ(Kept()[0].decision, "confirm");
  EXPECT_EQ(Kept()[0].record, "");
  EXPECT_EQ(Kept()[0].rules, (std::vector<OverriddenRule>{{"tiny/must", "warning", 2}}));
}

TEST_F(Presend, TakesATokenForTheSameDraftOnly) {
  struct Row {
    const char* pointer;
    json value;
  };
  const Row others[] = {
      {"/text", "Sorry if it broke!"},
      {"/text", "Sorry if it broke. "},
      {"/text", "sorry if it broke."},
      {"/id", "quokka-8"},
      {"/id", nullptr},
      {"/channel", "chat"},
      {"/kind", "notice"},
      {"/format", "html"},
      {"/extent", "part"},
      {"/context/0/text", "It broke!"},
      {"/context/0/role", "agent"},
      {"/context/0/at", "2026-03-02T10:00:00Z"},
      {"/context/1", {{"role", "agent"}, {"text", ""}}},
      {"/facts/severity", 2},
      {"/facts/severity", nullptr},
      {"/facts/resolved", false},
      {"/facts/handled_by", "A"},
      {"/facts/already_known", {"name"}},
  };
  const std::string token = TokenFor(kRecord);
  for (const Row& row : others) {
    ExpectRefused(Override(With(kRecord, row.pointer, row.value), token), row.pointer);
  }
  EXPECT_TRUE(Kept().empty());
  // Time passes while somebody thinks of a reason, and keys that say nothing may come.
  json later = With(kRecord, "/now", "2026-03-02T10:09:00Z");
  later = With(later, "/facts/minutes_since_report", 14);
  later["facts"]["resolved"] = nullptr;
  EXPECT_EQ(Override(later, token).status, 200);
}

TEST_F(Presend, TakesATokenForTheSameTagsOnly) {
  const json record = {{"format", "html"},
                       {"text", "<p>Sorry if it <a href=\"/a\">broke</a>.</p>"}};
  const json other =
      With(record, "/text", "<p>Sorry if it <a href=\"/b\">broke</a>.</p>");
  const std::string token = TokenFor(record);
  ExpectRefused(Override(other, token), "another link");
  EXPECT_EQ(Override(record, token).status, 200);
}

TEST_F(Presend, TakesNoTokenThatWasChanged) {
  const std::string token = TokenFor(kRecord);
  for (size_t i = 0; i < token.size(); ++i) {
    std::string changed = token;
    changed[i] = changed[i] == 'A' ? 'B' : 'A';
    ExpectRefused(Override(kRecord, changed), changed);
  }
  ExpectRefused(Override(kRecord, ""), "an empty token");
  EXPECT_TRUE(Kept().empty());
}

TEST_F(Presend, TakesATokenWhileItLasts) {
  const std::string token = TokenFor(kRecord);
  const std::string other = TokenFor(kRecord);
  now_ += 30 * 60 - 1;
  EXPECT_EQ(Override(kRecord, token).status, 200);
  now_ += 1;
  const Reply late = Override(kRecord, other);
  ExpectRefused(late, "expired");
  EXPECT_EQ(late.body.at("error").at("message"),
            "That decision is too long ago; please ask again.");
}

TEST_F(Presend, TakesATokenUnderTheSameRulesOnly) {
  const std::string token = TokenFor(kRecord);
  const auto reload = [&] {
    EXPECT_EQ(service_->Client().Post("/v1/reload", "", "application/json")->status, 200);
  };
  const fs::path manifest = folder_.path() / "core/pack.json";
  std::ifstream in(manifest);
  const std::string before((std::istreambuf_iterator<char>(in)), {});
  json changed = json::parse(before);
  changed["version"] = "1.1";
  std::ofstream(manifest) << changed.dump();
  reload();
  ExpectRefused(Override(kRecord, token), "other packs");
  std::ofstream(manifest) << before;
  reload();
  EXPECT_EQ(Override(kRecord, token).status, 200);
}

TEST_F(Presend, TakesATokenOnceFromManyAtOnce) {
  constexpr int kClients = 4;
  for (int round = 0; round < 5; ++round) {
    const std::string token = TokenFor(kRecord);
    std::atomic<int> sent = 0;
    std::atomic<int> refused = 0;
    std::latch start(kClients);
    {
      std::vector<std::jthread> clients;
      for (int i = 0; i < kClients; ++i) {
        clients.emplace_back([&] {
          start.arrive_and_wait();
          // Others may keep the file from it for longer than it waits here.
          Reply reply = Override(kRecord, token);
          while (reply.status == 503) reply = Override(kRecord, token);
          sent += reply.status == 200 ? 1 : 0;
          refused += reply.status == 409 ? 1 : 0;
        });
      }
    }
    EXPECT_EQ(sent, 1);
    EXPECT_EQ(refused, kClients - 1);
  }
  EXPECT_EQ(Kept().size(), 5u);
}

TEST_F(Presend, TakesATokenAfterAStartAnewAndRemembersWhichAreUsed) {
  const std::string used = TokenFor(kRecord);
  const std::string open = TokenFor(kRecord);
  EXPECT_EQ(Override(kRecord, used).status, 200);
  Start();
  ExpectRefused(Override(kRecord, used), "used before");
  EXPECT_EQ(Override(kRecord, open).status, 200);
}

TEST_F(Presend, AsksForAReason) {
  const std::string token = TokenFor(kRecord);
  struct Row {
    json value;
    const char* pointer;
  };
  const Row rows[] = {
      {{{"token", token}}, "/override/reason"},
      {{{"token", token}, {"reason", ""}}, "/override/reason"},
      {{{"token", token}, {"reason", " \n\t"}}, "/override/reason"},
      {{{"token", token}, {"reason", 7}}, "/override/reason"},
      {{{"token", token}, {"reason", std::string(4001, 'x')}}, "/override/reason"},
      {{{"token", "wrong"}}, "/override/reason"},
      {{{"reason", "r"}}, "/override/token"},
      {{{"token", 7}, {"reason", "r"}}, "/override/token"},
      {json::object(), "/override/token"},
      {json::array(), "/override"},
      {"yes", "/override"},
  };
  for (const Row& row : rows) {
    const Reply reply = Ask(With(kRecord, "/override", row.value));
    EXPECT_EQ(reply.status, 422) << row.value;
    EXPECT_EQ(reply.body.at("error").at("code"), "override") << row.value;
    EXPECT_EQ(reply.body.at("error").at("pointer"), row.pointer) << row.value;
  }
  EXPECT_EQ(Override(kRecord, token).status, 200);
}

TEST_F(Presend, SaysWhatIsWrongWithARecordAsCheckingDoes) {
  struct Row {
    const char* body;
    int status;
    const char* code;
  };
  const Row rows[] = {
      {"", 400, "json"},
      {"{", 400, "json"},
      {"[]", 422, "record"},
      {"{}", 422, "record"},
      {R"({"text": "", "override": {}, "override": {}})", 422, "record"},
  };
  for (const Row& row : rows) {
    const auto result =
        service_->Client().Post("/v1/presend", row.body, "application/json");
    EXPECT_EQ(result->status, row.status) << row.body;
    EXPECT_EQ(json::parse(result->body).at("error").at("code"), row.code) << row.body;
  }
  EXPECT_EQ(Ask({{"text", ""}, {"x", 1}}).body.at("notes").at(0),
            "unknown keys ignored: \"x\"");
}

TEST_F(Presend, HoldsTheDraftWhileNothingCanBeKept) {
  const std::string token = TokenFor(kRecord);
  {
    SQLite::Database other(file_.string(), SQLite::OPEN_READWRITE);
    SQLite::Transaction lock(other, SQLite::TransactionBehavior::IMMEDIATE);
    const Reply reply = Override(kRecord, token);
    EXPECT_EQ(reply.status, 503);
    EXPECT_EQ(reply.body.at("error").at("code"), "store");
    EXPECT_FALSE(reply.body.contains("decision"));
  }
  EXPECT_TRUE(Kept().empty());
  EXPECT_EQ(Override(kRecord, token).status, 200);
}

TEST_F(Presend, WritesNothingOfADraft) {
  const json record = {
      {"id", "quokka-7"},
      {"text", "Sorry if zanzibar broke. Call me at numbat@example.org."},
      {"context", {{{"role", "customer"}, {"text", "My wombat broke."}}}},
      {"facts", {{"handled_by", "axolotl"}, {"already_known", {"capybara"}}}}};
  EXPECT_EQ(Override(record, TokenFor(record)).status, 200);
  Override(record, TokenFor({{"text", kHeld}}));
  std::string bytes = service_->Log();
  EXPECT_NE(bytes.find(" POST /v1/presend 200 "), std::string::npos) << bytes;
  EXPECT_NE(bytes.find(" POST /v1/presend 409 "), std::string::npos) << bytes;
  size_t files = 0;
  const auto read = [&] {
    for (const auto& entry : fs::directory_iterator(folder_.path())) {
      if (!entry.is_regular_file()) continue;
      std::ifstream in(entry.path(), std::ios::binary);
      bytes.append((std::istreambuf_iterator<char>(in)), {});
      ++files;
    }
  };
  read();  // with the file that is written ahead
  EXPECT_EQ(files, 4u);
  service_.reset();
  read();  // and what is left of all when the service has ended
  EXPECT_NE(bytes.find(kReason), std::string::npos);
  EXPECT_NE(bytes.find("tiny/if"), std::string::npos);
  for (const char* word : {"quokka", "zanzibar", "Sorry if", "numbat", "wombat",
                           "axolotl", "capybara", "broke"}) {
    EXPECT_EQ(bytes.find(word), std::string::npos) << word;
  }
}

}  // namespace
}  // namespace amends::serve
