// A service in this process, on a free port of loopback, over the tiny pack.
#pragma once

#include <cstdio>
#include <memory>
#include <string>
#include <thread>

#include <httplib.h>

#include "tests/unit/pack/temporary_folder.h"
#include "tools/serve/access.h"
#include "tools/serve/api.h"
#include "tools/serve/connections.h"
#include "tools/serve/exercises.h"
#include "tools/serve/overrides.h"
#include "tools/serve/people.h"
#include "tools/serve/server.h"

namespace amends::serve {

struct ServiceOptions {
  std::string core = AMENDS_SOURCE_DIR "/tests/fixtures/packs/tiny";
  Access::Options access;
  ConnectionLimits connections;
  DraftLimits drafts;
  Overrides::Options overrides;  // no file: one that goes with the service
  std::vector<std::filesystem::path> exercises;
  People::Options people;  // no file: as above
};

class RunningService {
 public:
  // `more` may add routes of the test's own.
  explicit RunningService(const ServiceOptions& options,
                          const std::function<void(Server&)>& more = nullptr)
      : log_(std::tmpfile()),
        engines_(EngineOf(options)),
        exercises_(engines_, options.exercises),
        overrides_(OverridesOf(options)),
        access_(options.access),
        people_(access_, PeopleOf(options)),
        server_(access_, metrics_, log_),
        connections_(server_, options.connections),
        api_{engines_, exercises_, metrics_, connections_, options.drafts} {
    AddDraftRoutes(api_, server_);
    AddPresendRoutes(api_, overrides_, server_);
    AddRuleRoutes(api_, server_);
    AddExerciseRoutes(api_, people_, server_);
    AddPeopleRoutes(api_, people_, server_);
    AddServiceRoutes(api_, server_);
    AddLanguageToolRoutes(api_, server_);
    AddPageRoutes(server_);
    if (more) more(server_);
    port_ = connections_.Listen("127.0.0.1", 0);
    thread_ = std::thread([this] { connections_.Run(); });
  }
  RunningService() : RunningService(ServiceOptions{}) {}
  ~RunningService() {
    Stop();
    std::fclose(log_);
  }
  RunningService(const RunningService&) = delete;
  RunningService& operator=(const RunningService&) = delete;

  // Drains and waits until it has ended.
  void Stop() {
    connections_.Drain();
    if (thread_.joinable()) thread_.join();
  }

  uint16_t port() const { return port_; }
  Connections& connections() { return connections_; }

  httplib::Client Client() const {
    httplib::Client client("127.0.0.1", port_);
    client.set_read_timeout(60);
    return client;
  }

  // All that was logged so far.
  std::string Log() const {
    std::fflush(log_);
    std::rewind(log_);
    std::string text;
    for (int c = std::fgetc(log_); c != EOF; c = std::fgetc(log_)) {
      text += static_cast<char>(c);
    }
    return text;
  }

 private:
  static EngineOptions EngineOf(const ServiceOptions& options) {
    EngineOptions engine;
    engine.core = options.core;
    return engine;
  }

  Overrides::Options OverridesOf(const ServiceOptions& options) const {
    Overrides::Options overrides = options.overrides;
    if (overrides.file.empty()) overrides.file = folder_.path() / "overrides.db";
    return overrides;
  }

  People::Options PeopleOf(const ServiceOptions& options) const {
    People::Options people = options.people;
    if (people.file.empty()) people.file = folder_.path() / "progress.sqlite";
    return people;
  }

  pack::TemporaryFolder folder_;
  std::FILE* log_;
  Metrics metrics_;
  Engines engines_;
  Exercises exercises_;
  Overrides overrides_;
  Access access_;
  People people_;
  Server server_;
  Connections connections_;
  Api api_;
  uint16_t port_ = 0;
  std::thread thread_;
};

}  // namespace amends::serve
