#include <exception>
#include <memory>
#include <string>
#include <utility>
#include <variant>

#include "amends/report/coaching.h"
#include "amends/report/format.h"
#include "amends/report/json.h"
#include "tools/drafts/draft_check.h"
#include "tools/drafts/line_batches.h"
#include "tools/drafts/ordered_work.h"
#include "tools/serve/api.h"
#include "tools/serve/record_request.h"

namespace amends::serve {
namespace {

constexpr size_t kLongestRecord = size_t{8} << 20;

// What is done with one draft: its answer.
using DraftUse = std::string (*)(const Engine& engine,
                                 const input::Conversation& conversation,
                                 const Result& result);

constexpr const char* kHtml = "text/html; charset=utf-8";

std::string CheckJson(const Engine&, const input::Conversation& conversation,
                      const Result& result) {
  std::string text;
  report::AppendJson(conversation, result, {}, text);
  return text + '\n';
}

std::string CoachJson(const Engine& engine, const input::Conversation& conversation,
                      const Result& result) {
  const coach::Coaching coaching = engine.Coach(conversation, result);
  return report::CoachingJson({"", conversation, result, coaching});
}

// The page that `amends coach --format html` writes.
std::string CoachHtml(const Engine& engine, const input::Conversation& conversation,
                      const Result& result) {
  const coach::Coaching coaching = engine.Coach(conversation, result);
  return report::CoachingHtml({"", conversation, result, coaching});
}

void AnswerWith(const Api& api, DraftUse use, const char* type,
                const httplib::Request& request, httplib::Response& response) {
  const auto read = ReadDraft(request.body, api.limits);
  if (const auto* failure = std::get_if<Failure>(&read)) return Set(*failure, response);
  const auto& conversation = std::get<input::Conversation>(read);
  const std::shared_ptr<const Engine> engine = api.engines.current();
  const Result result = engine->Check(conversation);
  api.metrics.CountDraft(result);
  response.set_content(use(*engine, conversation, result), type);
}

Server::Handler Check(const Api& api) {
  return [api](const httplib::Request& request, httplib::Response& response) {
    AnswerWith(api, CheckJson, kJson, request, response);
  };
}

Server::Handler Coach(const Api& api) {
  return [api](const httplib::Request& request, httplib::Response& response) {
    const std::string format = request.get_param_value("format");
    if (format == "html") return AnswerWith(api, CoachHtml, kHtml, request, response);
    if (format.empty() || format == "json") {
      return AnswerWith(api, CoachJson, kJson, request, response);
    }
    Set({422, "format", "The coach writes json or html."}, response);
  };
}

// Records in, results out, a line each, in the order in which they came.
void CheckBatch(const Api& api, StreamBody& body,
                const std::function<bool(std::string_view)>& send) {
  const std::shared_ptr<const Engine> engine = api.engines.current();
  CheckPlan plan;
  plan.format = report::FindFormat("jsonl");
  plan.style.many = true;
  LineBatches batches([&body](std::string& bytes) { return body.Read(bytes); }, "",
                      kLongestRecord);
  const auto next = [&]() -> std::optional<DraftJob> {
    std::optional<LineBatch> batch = batches.Next();
    if (!batch) return std::nullopt;
    DraftJob job;
    job.engine = engine.get();
    job.format = input::Format::kJsonLines;
    job.place.line = batch->first_line;
    job.bytes = std::move(batch->text);
    if (batch->too_long)
      job.failure = input::RecordError{"size", "this line is too long"};
    return job;
  };
  const auto write = [&](const DraftOutcome& outcome) {
    if (!send(outcome.report)) throw std::runtime_error("nobody takes the answer");
  };
  try {
    OrderedWork<DraftJob, DraftOutcome>::Run(
        api.limits.threads, next,
        [&](DraftJob job) { return CheckDraft(std::move(job), plan); }, write);
  } catch (const std::exception& error) {
    send(FailureJson({400, "stream", error.what()}));
  }
}

}  // namespace

void AddDraftRoutes(const Api& api, Server& server) {
  server.Post("/v1/check", {.name = "/v1/check"}, Check(api));
  server.Post("/v1/coach", {.name = "/v1/coach"}, Coach(api));
  server.PostStream(
      "/v1/batch", {.name = "/v1/batch"}, "application/x-ndjson",
      [api](StreamBody& body, const auto& send) { CheckBatch(api, body, send); });
}

}  // namespace amends::serve
