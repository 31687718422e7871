// The routes of the protocol: what is asked for by a path and its parameters, and the
// answer. Knows nothing of HTTP but paths, form parameters and status codes; whether they
// came by GET or POST is all the same.
#pragma once

#include <span>
#include <string_view>

#include "amends/engine.h"
#include "amends/languagetool/answer.h"
#include "amends/languagetool/parameters.h"
#include "amends/languagetool/server_facts.h"

namespace amends::languagetool {

// Whether a path belongs to the protocol: "/v2" or below it.
bool IsRoute(std::string_view path);

// "/v2/check". Clients whose users gave too much or too little of an address ask for
// "/v2/v2/check" and "/check", and get the same. Never fails; from any thread.
Answer Respond(const Engine& engine, const ServerFacts& facts, std::string_view path,
               std::span<const Parameter> parameters);

}  // namespace amends::languagetool
