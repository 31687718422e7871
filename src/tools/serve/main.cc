// The program behind `amends serve` and `amends overrides`.
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <exception>
#include <iostream>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <sodium.h>

#include "tools/flags/data_folder.h"
#include "tools/flags/engine_flags.h"
#include "tools/flags/exit_code.h"
#include "tools/flags/usage.h"
#include "tools/serve/access.h"
#include "tools/serve/api.h"
#include "tools/serve/connections.h"
#include "tools/serve/exercises.h"
#include "tools/serve/overrides.h"
#include "tools/serve/overrides_command.h"
#include "tools/serve/people.h"
#include "tools/serve/server.h"

namespace amends::serve {
namespace {

struct ServeFlags {
  std::string host = "127.0.0.1";
  uint16_t port = 8090;
  std::string tokens;
  std::vector<std::string> origins;
  std::vector<std::string> hosts;
  double rate = 0;
  unsigned workers = 0;
  size_t text_kb = 1024;
  size_t turns = 500;
  std::string overrides;
  int override_minutes = 30;
  std::vector<std::string> exercises;
  std::string progress;
  std::vector<std::string> trainers;
  bool quiet = false;
  std::string new_token;
  EngineFlags engine;
};

bool IsLoopback(const std::string& host) {
  return host == "localhost" || host == "::1" || host.starts_with("127.");
}

// What is missing to listen where others can reach it; empty if nothing is.
std::string WhyNotListen(const ServeFlags& flags) {
  if (IsLoopback(flags.host)) return "";
  if (flags.tokens.empty()) {
    return "Beyond this machine everybody could ask: --tokens FILE says who may (amends "
           "serve --new-token NAME makes the first one).";
  }
  if (flags.origins.empty()) {
    return "Beyond this machine pages of strangers could ask: --allow-origin says which "
           "may, none if there are none.";
  }
  return "";
}

Access::Options AccessOf(const ServeFlags& flags) {
  Access::Options options;
  if (!flags.tokens.empty()) options.tokens = ReadTokens(flags.tokens);
  for (const std::string& origin : flags.origins) {
    if (origin != "none") options.origins.push_back(origin);
  }
  options.hosts = flags.hosts;
  if (options.hosts.empty() && IsLoopback(flags.host)) {
    options.hosts = {"localhost", "127.0.0.1", "[::1]", flags.host};
  }
  options.per_minute = flags.rate;
  return options;
}

EngineOptions EngineOf(const ServeFlags& flags) {
  EngineOptions options;
  options.core =
      flags.engine.core.empty() ? CoreFolder() : std::filesystem::path(flags.engine.core);
  options.packs.assign(flags.engine.packs.begin(), flags.engine.packs.end());
  options.profile = flags.engine.profile;
  options.config = flags.engine.config;
  return options;
}

Overrides::Options OverridesOf(const ServeFlags& flags) {
  Overrides::Options options;
  options.file = flags.overrides.empty() ? DefaultOverridesFile()
                                         : std::filesystem::path(flags.overrides);
  options.lifetime = std::chrono::minutes(flags.override_minutes);
  if (options.file.empty()) {
    throw std::runtime_error(
        "There is no place for overrides, drafts that were sent with a reason: "
        "--overrides FILE names one.");
  }
  return options;
}

// Those of Amends, which are about the rules of its own core, where they are installed;
// then those that were named.
std::vector<std::filesystem::path> ExercisesOf(const ServeFlags& flags) {
  std::vector<std::filesystem::path> folders;
  try {
    if (flags.engine.core.empty()) folders.push_back(ExercisesFolder());
  } catch (const std::runtime_error& error) {
    fmt::print(stderr, "{}\n", error.what());
  }
  folders.insert(folders.end(), flags.exercises.begin(), flags.exercises.end());
  return folders;
}

People::Options PeopleOf(const ServeFlags& flags) {
  return {.file = flags.progress.empty() ? training::DefaultProgressFile()
                                         : std::filesystem::path(flags.progress),
          .trainers = flags.trainers};
}

size_t WorkersOf(const ServeFlags& flags) {
  return flags.workers > 0 ? flags.workers
                           : std::max(1u, std::thread::hardware_concurrency());
}

// Waits for signals until it is told to stop.
void Watch(const sigset_t& signals, const Api& api, Connections& connections) {
  while (true) {
    int signal = 0;
    if (sigwait(&signals, &signal) != 0) continue;
    if (signal == SIGUSR1) return;  // from this program itself: nothing is left to watch
    if (signal == SIGHUP) {
      const auto failure = Reload(api);
      fmt::print(stderr, "{}\n",
                 !failure ? "The packs were read anew."
                 : failure->code == "packs"
                     ? "The packs were not taken; the old ones go on "
                       "serving.\n" +
                           failure->message
                     : failure->message);
      continue;
    }
    fmt::print(stderr, "Ending what is under way.\n");
    connections.Drain();
  }
}

int Run(const ServeFlags& flags) {
  const std::string why_not = WhyNotListen(flags);
  if (!why_not.empty()) {
    fmt::print(stderr, "{}\n", why_not);
    return kFailed;
  }
  sigset_t signals;
  sigemptyset(&signals);
  for (const int each : {SIGTERM, SIGINT, SIGHUP, SIGUSR1}) sigaddset(&signals, each);
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);  // for the threads to come as well

  Engines engines(EngineOf(flags));
  Exercises exercises(engines, ExercisesOf(flags));
  if (!exercises.problems().empty()) {
    fmt::print(stderr, "Exercises that cannot be read are left out.\n{}",
               exercises.problems());
  }
  Overrides overrides(OverridesOf(flags));
  Metrics metrics;
  Access access(AccessOf(flags));
  People people(access, PeopleOf(flags));
  if (!flags.progress.empty()) people.progress();  // a wrong file is told of at once
  Server server(access, metrics, flags.quiet ? nullptr : stderr);
  ConnectionLimits limits;
  limits.workers = WorkersOf(flags);
  Connections connections(server, limits);
  DraftLimits drafts;
  drafts.text = flags.text_kb << 10;
  drafts.turns = flags.turns;
  drafts.threads = limits.workers;
  const Api api{engines, exercises, metrics, connections, drafts};
  AddDraftRoutes(api, server);
  AddPresendRoutes(api, overrides, server);
  AddRuleRoutes(api, server);
  AddExerciseRoutes(api, people, server);
  AddPeopleRoutes(api, people, server);
  AddServiceRoutes(api, server);
  AddLanguageToolRoutes(api, server);
  AddPageRoutes(server);
  const uint16_t port = connections.Listen(flags.host, flags.port);
  std::jthread watch([&] { Watch(signals, api, connections); });
  fmt::print("Amends listens on http://{}:{}/\n", flags.host, port);
  std::fflush(stdout);
  connections.Run();
  pthread_kill(watch.native_handle(), SIGUSR1);
  return 0;
}

int MakeToken(const std::string& name) {
  if (name.find_first_of(" \t#") != std::string::npos) {
    fmt::print(stderr, "A name is one word.\n");
    return kFailed;
  }
  const std::string secret = NewSecret();
  fmt::print("{} {}\n", name, HashOf(secret));
  fmt::print(stderr,
             "The token of {}, which is shown this once: {}\n"
             "The line on standard output goes into the file for --tokens.\n",
             name, secret);
  return 0;
}

void AddFlags(CLI::App& app, ServeFlags& flags) {
  app.add_option("--host", flags.host, "Listen on this address; 127.0.0.1 if not given")
      ->type_name("ADDRESS");
  app.add_option("--port", flags.port, "Listen on this port, 0 for any free one; 8090")
      ->type_name("PORT");
  app.add_option("--tokens", flags.tokens, "Clients and the hashes of their tokens")
      ->type_name("FILE")
      ->group("Who may ask");
  app.add_option("--allow-origin", flags.origins, "Pages of this origin may ask; or none")
      ->type_name("ORIGIN")
      ->expected(1)
      ->take_all()
      ->group("Who may ask");
  app.add_option("--allow-host", flags.hosts, "This host also goes by this name")
      ->type_name("NAME")
      ->expected(1)
      ->take_all()
      ->group("Who may ask");
  app.add_option("--new-token", flags.new_token, "Make a token for a client and stop")
      ->type_name("NAME")
      ->group("Who may ask");
  app.add_option("--rate", flags.rate, "Requests a minute of one client; 0 is any number")
      ->check(CLI::Range(0.0, 1e6).description(""))
      ->type_name("N")
      ->group("Limits");
  app.add_option("--workers", flags.workers, "Threads that check; all cores if not given")
      ->check(CLI::Range(1, 256).description(""))
      ->type_name("N")
      ->group("Limits");
  app.add_option("--largest-text", flags.text_kb, "The largest text, in KB; 1024")
      ->check(CLI::Range(1, 8192).description(""))
      ->type_name("KB")
      ->group("Limits");
  app.add_option("--most-turns", flags.turns, "The most turns of a conversation; 500")
      ->check(CLI::Range(1, 100000).description(""))
      ->type_name("N")
      ->group("Limits");
  app.add_option("--overrides", flags.overrides,
                 "Keep here who sent what was held, and why")
      ->type_name("FILE")
      ->group("Before sending");
  app.add_option("--override-minutes", flags.override_minutes,
                 "How long such a token holds; 30")
      ->check(CLI::Range(1, 7 * 24 * 60).description(""))
      ->type_name("N")
      ->group("Before sending");
  app.add_option("--exercises", flags.exercises,
                 "Exercises of your own, beside those here")
      ->type_name("DIR")
      ->expected(1)
      ->take_all()
      ->group("Training");
  app.add_option("--progress", flags.progress, "Keep here how people answer exercises")
      ->type_name("FILE")
      ->group("Training");
  app.add_option("--trainer", flags.trainers,
                 "Who comes with the token of this name may see everybody who trains")
      ->type_name("NAME")
      ->expected(1)
      ->take_all()
      ->group("Training");
  app.add_flag("--quiet", flags.quiet, "Log no requests");
  AddEngineFlags(app, flags.engine, UnnamedConfig::kNone);
}

}  // namespace
}  // namespace amends::serve

int main(int argc, char** argv) {
  using amends::serve::ServeFlags;
  if (sodium_init() < 0) return amends::kFailed;
  if (argc > 1 && std::strcmp(argv[1], "overrides") == 0) {
    return amends::serve::RunOverrides(argc - 1, argv + 1);
  }
  CLI::App app("Answer over HTTP: the API, LanguageTool's protocol and the page.",
               "amends serve");
  amends::UsePlainHelp(app);
  ServeFlags flags;
  amends::serve::AddFlags(app, flags);
  try {
    app.parse(argc, argv);
    return flags.new_token.empty() ? amends::serve::Run(flags)
                                   : amends::serve::MakeToken(flags.new_token);
  } catch (const CLI::ParseError& error) {
    return amends::ExplainUsage(app, error);
  } catch (const std::exception& error) {
    fmt::print(stderr, "{}\n", error.what());
    return amends::kFailed;
  }
}
