#include <memory>
#include <string>

#include "amends/report/rule_json.h"
#include "amends/report/rule_list.h"
#include "tools/serve/api.h"

namespace amends::serve {

void AddRuleRoutes(const Api& api, Server& server) {
  server.Get("/v1/rules", {.name = "/v1/rules"},
             [api](const httplib::Request& request, httplib::Response& response) {
               const auto engine = api.engines.current();
               response.set_content(
                   report::RuleListJson(*engine, request.get_param_value("family")),
                   "application/json");
             });
  server.Get(R"(/v1/rules/([a-z0-9-]+/[a-z0-9-]+))", {.name = "/v1/rules/{id}"},
             [api](const httplib::Request& request, httplib::Response& response) {
               const auto engine = api.engines.current();
               const std::string id = request.matches[1];
               const pack::Rule* rule = engine->pack().FindRule(id);
               if (!rule) {
                 return Set({404, "rule", "There is no rule “" + id + "”."}, response);
               }
               response.set_content(report::RuleJson(*engine, *rule), "application/json");
             });
}

}  // namespace amends::serve
