// The program as it is started, told by signals, and stopped.
#include <array>
#include <csignal>
#include <cstdio>
#include <string>
#include <vector>

#include <fcntl.h>
#include <gtest/gtest.h>
#include <httplib.h>
#include <nlohmann/json.hpp>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/unit/pack/temporary_folder.h"

namespace amends::serve {
namespace {

// A child process, stopped by its own pid at the latest when this goes.
class Program {
 public:
  explicit Program(std::vector<std::string> arguments,
                   const std::string& command = "serve") {
    std::array<int, 2> out{};
    std::array<int, 2> err{};
    if (pipe2(out.data(), O_CLOEXEC) != 0 || pipe2(err.data(), O_CLOEXEC) != 0) return;
    arguments.insert(arguments.begin(), {AMENDS_COMMAND, command});
    pid_ = fork();
    if (pid_ == 0) {
      setenv("XDG_STATE_HOME", state_.path().c_str(), 1);
      setenv("XDG_DATA_HOME", state_.path().c_str(), 1);
      dup2(out[1], STDOUT_FILENO);
      dup2(err[1], STDERR_FILENO);
      std::vector<char*> pointers;
      for (std::string& each : arguments) pointers.push_back(each.data());
      pointers.push_back(nullptr);
      execv(AMENDS_COMMAND, pointers.data());
      _exit(127);
    }
    close(out[1]);
    close(err[1]);
    out_ = fdopen(out[0], "r");
    err_ = fdopen(err[0], "r");
  }
  ~Program() {
    if (pid_ > 0) kill(pid_, SIGKILL);
    Wait();
    std::fclose(out_);
    std::fclose(err_);
  }
  Program(const Program&) = delete;
  Program& operator=(const Program&) = delete;

  std::string Line() { return LineOf(out_); }
  std::string ErrorLine() { return LineOf(err_); }
  void Signal(int signal) const { kill(pid_, signal); }
  int Wait() {
    if (pid_ <= 0) return code_;
    int status = 0;
    waitpid(std::exchange(pid_, -1), &status, 0);
    return code_ = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  }

 private:
  static std::string LineOf(std::FILE* stream) {
    std::string line;
    for (int c = std::fgetc(stream); c != EOF && c != '\n'; c = std::fgetc(stream)) {
      line += static_cast<char>(c);
    }
    return line;
  }

  pack::TemporaryFolder state_;  // where it keeps what nobody names a place for
  pid_t pid_ = -1;
  int code_ = -1;
  std::FILE* out_ = nullptr;
  std::FILE* err_ = nullptr;
};

// "Amends listens on http://127.0.0.1:8090/" gives 8090.
int PortIn(const std::string& line) {
  return std::atoi(line.substr(line.rfind(':') + 1).c_str());
}

TEST(Program, ServesReloadsAndEnds) {
  const pack::TemporaryFolder folder;
  std::filesystem::copy(AMENDS_SOURCE_DIR "/tests/fixtures/packs/tiny", folder.path(),
                        std::filesystem::copy_options::recursive);
  Program program({"--port", "0", "--quiet", "--core", folder.path().string()});
  httplib::Client client("127.0.0.1", PortIn(program.Line()));
  const auto asked =
      client.Post("/v1/check", R"({"text": "You must."})", "application/json");
  ASSERT_TRUE(asked);
  EXPECT_NE(asked->body.find("tiny/must"), std::string::npos);
  program.Signal(SIGHUP);
  EXPECT_EQ(program.ErrorLine(), "The packs were read anew.");
  folder.Write("rules/tiny.json", "{");
  program.Signal(SIGHUP);
  EXPECT_EQ(program.ErrorLine(), "The packs were not taken; the old ones go on serving.");
  EXPECT_EQ(client.Get("/healthz")->status, 200);
  program.Signal(SIGTERM);
  EXPECT_EQ(program.Wait(), 0);
}

TEST(Program, DoesNotListenBeyondThisMachineWithoutTokensAndOrigins) {
  const pack::TemporaryFolder folder;
  folder.Write("tokens", "desk " + std::string(64, 'a') + "\n");
  const std::string tokens = (folder.path() / "tokens").string();
  struct Row {
    std::vector<std::string> arguments;
    const char* told;
  };
  const Row rows[] = {
      {{"--host", "0.0.0.0"}, "everybody could ask"},
      {{"--host", "0.0.0.0", "--tokens", tokens}, "pages of strangers could ask"},
      {{"--host", "::", "--allow-origin", "none"}, "everybody could ask"},
      {{"--host", "0.0.0.0", "--tokens", "/none", "--allow-origin", "none"}, "/none"},
      {{"--core", "/none"}, "/none"},
      {{"--prot", "1"}, "--port"},
  };
  for (const Row& row : rows) {
    Program program(row.arguments);
    EXPECT_NE(program.ErrorLine().find(row.told), std::string::npos) << row.told;
    EXPECT_EQ(program.Wait(), 2) << row.told;
  }
  Program program({"--host", "0.0.0.0", "--port", "0", "--tokens", tokens,
                   "--allow-origin", "none", "--core",
                   AMENDS_SOURCE_DIR "/tests/fixtures/packs/tiny"});
  httplib::Client client("127.0.0.1", PortIn(program.Line()));
  EXPECT_EQ(client.Get("/v1/rules")->status, 401);
}

constexpr const char* kTiny = AMENDS_SOURCE_DIR "/tests/fixtures/packs/tiny";

TEST(Program, SharesItsOverridesWithAnotherAndListsThem) {
  const pack::TemporaryFolder folder;
  const std::string file = (folder.path() / "state/overrides.db").string();
  const std::vector<std::string> arguments = {
      "--port", "0", "--quiet", "--core", kTiny, "--overrides", file};
  Program one(arguments);
  Program other(arguments);
  httplib::Client first("127.0.0.1", PortIn(one.Line()));
  httplib::Client second("127.0.0.1", PortIn(other.Line()));
  nlohmann::json record = {{"text", "Sorry if it broke."}};
  const auto ask = [&](httplib::Client& client) {
    return client.Post("/v1/presend", record.dump(), "application/json");
  };
  const auto held = ask(first);
  ASSERT_TRUE(held);
  const auto token = nlohmann::json::parse(held->body).at("override_token");
  record["override"] = {{"token", token}, {"reason", "They asked for it."}};
  EXPECT_EQ(ask(second)->status, 200);
  EXPECT_EQ(ask(first)->status, 409);
  Program list({"--file", file}, "overrides");
  EXPECT_NE(list.Line().find(" UTC  127.0.0.1  was held, email"), std::string::npos);
  EXPECT_EQ(list.Line(), "  error    tiny/if");
  EXPECT_EQ(list.Line(), "  “They asked for it.”");
  EXPECT_EQ(list.Line(), "");
  EXPECT_EQ(list.Wait(), 0);
}

TEST(Program, DoesNotStartWithoutAPlaceForOverrides) {
  const pack::TemporaryFolder folder;
  folder.Write("a", "");
  Program program({"--core", kTiny, "--overrides", (folder.path() / "a/b").string()});
  EXPECT_NE(program.ErrorLine().find("--overrides FILE names another place"),
            std::string::npos);
  EXPECT_EQ(program.Wait(), 2);
}

TEST(Program, ListsNoOverridesWhereThereAreNone) {
  struct Row {
    std::vector<std::string> arguments;
    int code;
    const char* out;
    const char* err;
  };
  const Row rows[] = {
      {{}, 0, "Nothing has been sent against advice.", ""},
      {{"--format", "jsonl"}, 0, "", ""},
      {{"--file", "/none"}, 2, "", "/none: the overrides cannot be read"},
      {{"--since", "2026-02-30"}, 2, "", "is no day such as 2026-03-02"},
      {{"--since", "2026-02-03T10:00Z"}, 2, "", "is no day such as 2026-03-02"},
      {{"more"}, 2, "", "one argument too many"},
  };
  for (const Row& row : rows) {
    Program list(row.arguments, "overrides");
    EXPECT_EQ(list.Line(), row.out);
    EXPECT_NE(list.ErrorLine().find(row.err), std::string::npos) << row.err;
    EXPECT_EQ(list.Wait(), row.code) << row.err;
  }
}

}  // namespace
}  // namespace amends::serve
