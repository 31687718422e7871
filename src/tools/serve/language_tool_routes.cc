#include <string>
#include <utility>
#include <vector>

#include "amends/languagetool/service.h"
#include "tools/serve/api.h"

namespace amends::serve {
namespace {

std::vector<languagetool::Parameter> ParametersOf(const httplib::Request& request) {
  std::vector<languagetool::Parameter> parameters;
  for (const auto& [name, value] : request.params) parameters.push_back({name, value});
  return parameters;
}

}  // namespace

void AddLanguageToolRoutes(const Api& api, Server& server) {
  const auto respond = [api](const httplib::Request& request,
                             httplib::Response& response) {
    languagetool::ServerFacts facts;
    facts.version = AMENDS_VERSION;
    facts.longest_text = static_cast<uint32_t>(api.limits.text);
    const auto engine = api.engines.current();
    const languagetool::Answer answer =
        languagetool::Respond(*engine, facts, request.path, ParametersOf(request));
    response.status = answer.status;
    response.set_content(answer.body, std::string(answer.type));
  };
  // Clients look here before they ask anything, so it says little and needs no token.
  const Server::Route health = {
      .name = "/v2/healthcheck", .open = true, .urgent = true, .json_errors = false};
  server.Get("/v2/healthcheck", health, respond);
  const Server::Route all = {.name = "/v2", .json_errors = false};
  for (const char* pattern : {"/v2(/.*)?", "/check"}) {
    server.Get(pattern, all, respond);
    server.Post(pattern, all, respond);
  }
}

}  // namespace amends::serve
