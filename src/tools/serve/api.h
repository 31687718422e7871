// The routes of /v1, of the page and about the service itself (docs/serve.md,
// openapi.json).
#pragma once

#include <cstddef>
#include <exception>
#include <optional>

#include "tools/serve/engines.h"
#include "tools/serve/exercises.h"
#include "tools/serve/metrics.h"
#include "tools/serve/server.h"

namespace amends::serve {

inline constexpr const char* kJson = "application/json";

class Overrides;
class People;

struct DraftLimits {
  size_t text = size_t{1} << 20;  // bytes of one text
  size_t turns = 500;             // of one conversation
  size_t threads = 2;             // for one batch
};

// What the routes share; all of it outlives the server.
struct Api {
  Engines& engines;
  Exercises& exercises;
  Metrics& metrics;
  const Connections& connections;
  DraftLimits limits;
};

// Reads the packs anew, then the exercises; what is wrong with them. What is not taken
// goes on as it was.
std::optional<Failure> Reload(const Api& api);

// The same, and where progress can be neither read nor kept it says so.
Server::Handler Kept(Server::Handler handler);

void AddDraftRoutes(const Api& api, Server& server);  // check, coach, batch
void AddExerciseRoutes(const Api& api, People& people, Server& server);  // exercises
void AddPageRoutes(Server& server);                                      // the page at /
void AddPeopleRoutes(const Api& api, People& people,
                     Server& server);  // those who train
void AddPresendRoutes(const Api& api, Overrides& overrides, Server& server);  // presend
void AddRuleRoutes(const Api& api, Server& server);                           // rules
void AddServiceRoutes(const Api& api,
                      Server& server);  // health, metrics, reload, openapi
void AddLanguageToolRoutes(const Api& api, Server& server);  // LanguageTool's protocol

}  // namespace amends::serve
