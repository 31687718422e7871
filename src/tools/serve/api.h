// The routes of /v1, of the page and about the service itself (docs/serve.md,
// openapi.json).
#pragma once

#include <cstddef>

#include "tools/serve/engines.h"
#include "tools/serve/metrics.h"
#include "tools/serve/server.h"

namespace amends::serve {

class Overrides;

struct DraftLimits {
  size_t text = size_t{1} << 20;  // bytes of one text
  size_t turns = 500;             // of one conversation
  size_t threads = 2;             // for one batch
};

// What the routes share; all of it outlives the server.
struct Api {
  Engines& engines;
  Metrics& metrics;
  const Connections& connections;
  DraftLimits limits;
};

void AddDraftRoutes(const Api& api, Server& server);  // check, coach, batch
void AddPageRoutes(Server& server);                   // the page at /
void AddPresendRoutes(const Api& api, Overrides& overrides, Server& server);  // presend
void AddRuleRoutes(const Api& api, Server& server);                           // rules
void AddServiceRoutes(const Api& api,
                      Server& server);  // health, metrics, reload, openapi
void AddLanguageToolRoutes(const Api& api, Server& server);  // LanguageTool's protocol

}  // namespace amends::serve
