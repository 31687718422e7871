#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <variant>

#include "amends/report/json_text.h"
#include "amends/training/judge.h"
#include "amends/training/progress.h"
#include "amends/training/role_play.h"
#include "amends/training/task.h"
#include "amends/training/trainer.h"
#include "amends/training/training_json.h"
#include "tools/serve/api.h"
#include "tools/serve/exercises.h"
#include "tools/serve/people.h"
#include "tools/serve/training_requests.h"
#include "tools/serve/utc_time.h"

namespace amends::serve {
namespace {

using training::Exercise;
using training::ExerciseKind;

// What is done with one exercise that is there.
using UseExercise =
    std::function<void(const Lessons& lessons, const Exercise& exercise,
                       const httplib::Request& request, httplib::Response& response)>;

Server::Handler WithExercise(const Api& api, UseExercise use) {
  return [api, use = std::move(use)](const httplib::Request& request,
                                     httplib::Response& response) {
    const std::shared_ptr<const Lessons> lessons = api.exercises.current();
    const std::string id = request.matches[1];
    const Exercise* exercise = lessons->catalogue.Find(id);
    if (!exercise) {
      return Set({404, "exercise", "There is no exercise “" + id + "”."}, response);
    }
    use(*lessons, *exercise, request, response);
  };
}

training::Judgement JudgementOn(const Lessons& lessons, const Exercise& exercise,
                                const JudgeRequest& asked) {
  if (exercise.kind != ExerciseKind::kRolePlay) {
    training::Judgement judgement = training::Judge(
        *lessons.engine, exercise, training::FromShown(exercise, asked.answer));
    return asked.effort.confirmed ? Confirmed(std::move(judgement), exercise.rules)
                                  : judgement;
  }
  return training::JudgementOf(
      exercise,
      training::Play(*lessons.engine, exercise, lessons.catalogue.TemperOf(exercise),
                     asked.seed, asked.answer.texts));
}

// Keeps how it was answered; why not, if the client may not.
std::optional<Failure> Keep(const Exercise& exercise, const JudgeRequest& asked,
                            const training::Judgement& judgement, People& people) {
  const auto person = people.progress().PersonWithId(asked.person);
  if (!person || !people.MaySee(Server::current().client, person->name, person->team)) {
    return Failure{404, "person", "Nobody of that id trains here.", "/person"};
  }
  training::GradedAnswer answer = training::GradeOf(exercise, judgement, asked.effort);
  answer.id = asked.attempt.empty() ? training::RandomId() : asked.attempt;
  answer.person = asked.person;
  answer.set = asked.set;
  answer.at = UtcNow().time_since_epoch().count();
  people.progress().AddAnswer(answer);
  return std::nullopt;
}

void JudgeAnswer(const Lessons& lessons, const Exercise& exercise, People& people,
                 const httplib::Request& request, httplib::Response& response) {
  const auto read = ReadJudge(request.body, exercise.kind);
  if (const auto* failure = std::get_if<Failure>(&read)) return Set(*failure, response);
  const auto& asked = std::get<JudgeRequest>(read);
  const training::Judgement judgement = JudgementOn(lessons, exercise, asked);
  // An open one is kept when the writer has said whether it is all there.
  if (!asked.person.empty() && (asked.decided || !judgement.IsOpen())) {
    if (const auto failure = Keep(exercise, asked, judgement, people)) {
      return Set(*failure, response);
    }
  }
  response.set_content(training::JudgementJson(judgement, exercise, *lessons.engine),
                       kJson);
}

void PlayTalk(const Lessons& lessons, const Exercise& exercise,
              const httplib::Request& request, httplib::Response& response) {
  if (exercise.kind != ExerciseKind::kRolePlay) {
    return Set({404, "exercise", "“" + exercise.id + "” is no talk."}, response);
  }
  const auto read = ReadPlay(request.body);
  if (const auto* failure = std::get_if<Failure>(&read)) return Set(*failure, response);
  const auto& asked = std::get<PlayRequest>(read);
  const training::Performance performance =
      training::Play(*lessons.engine, exercise, lessons.catalogue.TemperOf(exercise),
                     asked.seed, asked.replies);
  response.set_content(training::PerformanceJson(performance), kJson);
}

void ShowSolution(const Lessons& lessons, const Exercise& exercise,
                  httplib::Response& response) {
  std::string text;
  report::JsonText json(text);
  json.BeginObject();
  json.String("solution", training::SolutionOf(exercise, *lessons.engine));
  json.String("explanation", exercise.explanation);
  json.EndObject();
  response.set_content(text + "\n", kJson);
}

}  // namespace

void AddExerciseRoutes(const Api& api, People& people, Server& server) {
  const std::string one = "/v1/exercises/([a-z0-9-]+/[a-z0-9-]+)";
  server.Get("/v1/exercises", {.name = "/v1/exercises"},
             [api](const auto&, httplib::Response& response) {
               response.set_content(
                   training::CatalogueJson(api.exercises.current()->catalogue), kJson);
             });
  server.Get(one, {.name = "/v1/exercises/{id}"},
             WithExercise(api, [](const Lessons& lessons, const Exercise& exercise,
                                  const auto&, httplib::Response& response) {
               response.set_content(training::ExerciseJson(exercise, *lessons.engine),
                                    kJson);
             }));
  server.Post(
      one + "/judge", {.name = "/v1/exercises/{id}/judge"},
      Kept(WithExercise(api, [&people](const Lessons& lessons, const Exercise& exercise,
                                       const auto& request, httplib::Response& response) {
        JudgeAnswer(lessons, exercise, people, request, response);
      })));
  server.Post(one + "/play", {.name = "/v1/exercises/{id}/play"},
              WithExercise(api, PlayTalk));
  server.Post(one + "/solution", {.name = "/v1/exercises/{id}/solution"},
              WithExercise(api, [](const Lessons& lessons, const Exercise& exercise,
                                   const auto&, httplib::Response& response) {
                ShowSolution(lessons, exercise, response);
              }));
}

}  // namespace amends::serve
