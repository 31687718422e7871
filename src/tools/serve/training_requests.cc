#include "tools/serve/training_requests.h"

#include <utility>

#include <fmt/format.h>

#include "amends/pack/json_value.h"
#include "amends/pack/reader.h"
#include "amends/training/training_json.h"

namespace amends::serve {
namespace {

using pack::Cursor;
using pack::Object;
using training::ExerciseKind;

constexpr double kLargestSeed = 9e15;  // what a number in JavaScript holds exactly
constexpr pack::TextForm kId = {.longest = training::kLongestId, .may_be_empty = true};
constexpr pack::TextForm kName = {.longest = training::kLongestName,
                                  .may_be_empty = true};
constexpr pack::TextForm kReply = {.longest = kLongestReply, .may_be_empty = true};

Failure Wrong(std::string message, std::string pointer = "") {
  return {422, "request", std::move(message), std::move(pointer)};
}

// The request as an object; `read` takes from it what it knows and may say what is wrong.
template <typename Request, typename Read>
std::variant<Request, Failure> ReadBody(std::string_view body, const Read& read) {
  if (body.size() > kLargestAnswer) {
    return Failure{413, "too-large", "This is too large for an answer."};
  }
  pack::FileReport report("request", body);
  const pack::ParsedJson parsed = pack::ParseJson(body);
  if (parsed.fault) return Failure{400, "json", parsed.fault->message};
  Request request;
  Object object(Cursor{&*parsed.value, "", &report}, "request");
  const std::optional<Failure> failure = read(object, request);
  object.Finish();
  if (failure) return *failure;
  const std::vector<pack::Problem> problems = report.Problems();
  if (!problems.empty()) return Wrong(problems.front().message, report.FirstPointer());
  return request;
}

double NumberOf(Object& object, const char* key, double most) {
  const auto found = object.Find(key);
  return found ? pack::ReadNumber(*found, 0, most).value_or(0) : 0;
}

std::string IdOf(Object& object, const char* key) {
  std::string id = object.Text(key, false, kId);
  if (!id.empty() && !training::IsEntryId(id)) {
    object.cursor().Report(
        fmt::format("“{}” may hold letters, digits, hyphens and underscores", key));
  }
  return id;
}

std::optional<Failure> TooLong(const std::vector<std::string>& replies) {
  if (replies.size() > kMostReplies) {
    return Wrong(fmt::format("A talk has at most {} replies.", kMostReplies));
  }
  for (const std::string& reply : replies) {
    if (pack::CountCodePoints(reply) > kLongestReply) {
      return Wrong(
          fmt::format("A reply of a talk has at most {} characters.", kLongestReply));
    }
  }
  return std::nullopt;
}

}  // namespace

std::variant<JudgeRequest, Failure> ReadJudge(std::string_view body, ExerciseKind kind) {
  return ReadBody<JudgeRequest>(
      body, [kind](Object& object, JudgeRequest& request) -> std::optional<Failure> {
        request.person = IdOf(object, "person");
        request.attempt = IdOf(object, "attempt");
        request.set = IdOf(object, "set");
        request.effort.hints =
            static_cast<int>(NumberOf(object, "hints", training::kMostHints));
        request.effort.seconds =
            static_cast<int>(NumberOf(object, "seconds", training::kMostSeconds));
        request.effort.shown = object.Flag("shown", false);
        request.decided = object.Find("confirmed").has_value();
        request.effort.confirmed = object.Flag("confirmed", false);
        request.seed = static_cast<uint64_t>(NumberOf(object, "seed", kLargestSeed));
        const auto answer = object.Need("answer");
        if (!answer) return std::nullopt;
        request.answer = training::ReadAnswer(*answer);
        if (kind != ExerciseKind::kRolePlay) return std::nullopt;
        return TooLong(request.answer.texts);
      });
}

std::variant<PlayRequest, Failure> ReadPlay(std::string_view body) {
  return ReadBody<PlayRequest>(
      body, [](Object& object, PlayRequest& request) -> std::optional<Failure> {
        request.seed = static_cast<uint64_t>(NumberOf(object, "seed", kLargestSeed));
        request.replies = object.Texts("replies", true, kReply, {0, kMostReplies});
        return std::nullopt;
      });
}

std::variant<PersonRequest, Failure> ReadPerson(std::string_view body) {
  return ReadBody<PersonRequest>(
      body, [](Object& object, PersonRequest& request) -> std::optional<Failure> {
        const auto name = training::TidyName(object.Text("name", true, kName));
        const std::string team = object.Text("team", false, kName);
        const auto tidy_team = team.empty() ? team : training::TidyName(team);
        if (!name || !tidy_team) {
          return Wrong("A name is some letters on one line, and not too many.",
                       name ? "/team" : "/name");
        }
        request = {*name, *tidy_team};
        return std::nullopt;
      });
}

std::variant<NextWish, Failure> ReadNextWish(std::string_view body) {
  return ReadBody<NextWish>(
      body, [](Object& object, NextWish& wish) -> std::optional<Failure> {
        wish.ahead = object.Flag("ahead", false);
        const auto found = object.Find("set");
        if (!found) return std::nullopt;
        Object set(*found, "set");
        wish.set.emplace();
        wish.set->id = IdOf(set, "id");
        wish.set->name = set.Text("name", false, kName);
        wish.set->exercises =
            set.Texts("exercises", true, {.longest = 200}, {1, training::kMostExercises});
        set.Finish();
        if (wish.set->id.empty()) return Wrong("A set needs an id.", "/set/id");
        return std::nullopt;
      });
}

}  // namespace amends::serve
