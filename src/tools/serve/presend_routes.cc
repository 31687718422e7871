#include <cstdio>
#include <memory>
#include <optional>
#include <string>
#include <variant>

#include <fmt/format.h>

#include "amends/presend/decision.h"
#include "amends/report/json.h"
#include "amends/report/json_text.h"
#include "tools/serve/api.h"
#include "tools/serve/presend_request.h"

namespace amends::serve {
namespace {

std::optional<Failure> WhyNot(Outcome outcome) {
  const auto refusal = [](std::string message) {
    return Failure{409, "override", std::move(message), "/override/token"};
  };
  switch (outcome) {
    case Outcome::kForeign:
      return refusal(
          "The draft or the rules have changed since this was decided; please ask "
          "again.");
    case Outcome::kExpired:
      return refusal("That decision is too long ago; please ask again.");
    case Outcome::kUsed:
      return refusal("This override has been used already; please ask again.");
    case Outcome::kKept:
      break;
  }
  return std::nullopt;
}

// The draft may go with its reason; why not, where it may not.
std::optional<Failure> Use(Overrides& overrides, const OverrideRequest& request,
                           const JudgedDraft& draft) {
  try {
    return WhyNot(overrides.Use(request, draft, Server::current().client));
  } catch (const StoreError& error) {
    fmt::print(stderr, "An override could not be kept: {}\n", error.what());
    return Failure{503, "store",
                   "The reason could not be kept just now, so the draft stays where it "
                   "is; please try again in a moment.",
                   "", 1};
  }
}

std::string DecisionJson(const presend::Decision& decision, const JudgedDraft& draft,
                         const std::string& token, bool overridden) {
  std::string text;
  report::JsonText json(text);
  json.BeginObject();
  if (!draft.conversation.id.empty()) json.String("id", draft.conversation.id);
  json.String("decision", presend::NameOf(decision.action));
  json.String("reason", decision.reason);
  json.String("verdict", report::NameOf(draft.result.verdict));
  json.Strings("notes", draft.result.notes);
  json.Key("findings");
  report::AppendFindings(draft.conversation, draft.result, json);
  if (!token.empty()) json.String("override_token", token);
  if (overridden) json.Bool("overridden", true);
  json.EndObject();
  return text + '\n';
}

void AnswerPresend(const Api& api, Overrides& overrides, const httplib::Request& asked,
                   httplib::Response& response) {
  const auto read = ReadPresend(asked.body, api.limits);
  if (const auto* failure = std::get_if<Failure>(&read)) return Set(*failure, response);
  const auto& request = std::get<PresendRequest>(read);
  const std::shared_ptr<const Engine> engine = api.engines.current();
  const Result result = engine->Check(request.conversation);
  api.metrics.CountDraft(result);
  presend::Decision decision = presend::Decide(*engine, request.conversation, result);
  const JudgedDraft draft{*engine, request.conversation, request.written, result,
                          decision.action};
  const bool overridden = request.override_request.has_value();
  std::string token;
  if (overridden) {
    const auto failure = Use(overrides, *request.override_request, draft);
    if (failure) return Set(*failure, response);
    decision = {presend::Action::kSend,
                "This may go out as it is; your reason has been kept."};
  } else if (decision.action != presend::Action::kSend) {
    token = overrides.TokenFor(draft);
  }
  response.set_content(DecisionJson(decision, draft, token, overridden),
                       "application/json");
}

}  // namespace

void AddPresendRoutes(const Api& api, Overrides& overrides, Server& server) {
  server.Post(
      "/v1/presend", {.name = "/v1/presend"},
      [api, &overrides](const httplib::Request& request, httplib::Response& response) {
        AnswerPresend(api, overrides, request, response);
      });
}

}  // namespace amends::serve
