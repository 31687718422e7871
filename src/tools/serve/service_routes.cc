#include <memory>
#include <optional>
#include <string>

#include "amends/report/json_text.h"
#include "tools/serve/api.h"
#include "tools/serve/assets.h"

namespace amends::serve {
namespace {

std::string ReadyJson(const Engine& engine, const char* status) {
  std::string text;
  report::JsonText json(text);
  json.BeginObject();
  json.String("status", status);
  json.String("version", AMENDS_VERSION);
  json.String("profile", engine.profile());
  json.String("digest", engine.pack().digest);
  json.Number("rules", static_cast<int64_t>(engine.pack().rules.size()));
  json.EndObject();
  return text + '\n';
}

}  // namespace

std::optional<Failure> Reload(const Api& api) {
  const std::optional<std::string> problems = api.engines.Reload();
  api.metrics.CountReload(!problems);
  if (problems) return Failure{422, "packs", *problems};
  if (const auto wrong = api.exercises.Reload()) {
    return Failure{422, "exercises",
                   "The packs were read anew; the exercises were not taken, and the old "
                   "ones go on being asked.\n" +
                       *wrong};
  }
  return std::nullopt;
}

void AddServiceRoutes(const Api& api, Server& server) {
  server.Get("/healthz", {.name = "/healthz", .open = true, .urgent = true},
             [](const auto&, httplib::Response& response) {
               response.set_content("{\"status\":\"ok\"}\n", "application/json");
             });
  server.Get("/readyz", {.name = "/readyz", .open = true, .urgent = true},
             [api](const auto&, httplib::Response& response) {
               const bool draining = api.connections.draining();
               response.status = draining ? 503 : 200;
               response.set_content(
                   ReadyJson(*api.engines.current(), draining ? "draining" : "ready"),
                   "application/json");
             });
  server.Get("/metrics", {.name = "/metrics", .urgent = true},
             [api](const auto&, httplib::Response& response) {
               response.set_content(
                   api.metrics.Text(api.connections.open(), api.connections.waiting(),
                                    api.engines.current()->pack().rules.size()),
                   "text/plain; version=0.0.4");
             });
  server.Get("/openapi\\.json", {.name = "/openapi.json", .open = true},
             [](const auto&, httplib::Response& response) {
               response.set_content(std::string(FindAsset("openapi.json")->bytes),
                                    "application/json");
             });
  server.Post("/v1/reload", {.name = "/v1/reload"},
              [api](const auto&, httplib::Response& response) {
                if (const auto failure = Reload(api)) return Set(*failure, response);
                response.set_content(ReadyJson(*api.engines.current(), "ready"),
                                     "application/json");
              });
}

}  // namespace amends::serve
