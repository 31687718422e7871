#include <algorithm>
#include <charconv>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <system_error>
#include <utility>
#include <variant>
#include <vector>

#include "amends/training/progress.h"
#include "amends/training/trainer.h"
#include "tools/serve/api.h"
#include "tools/serve/exercises.h"
#include "tools/serve/people.h"
#include "tools/serve/people_json.h"
#include "tools/serve/training_requests.h"
#include "tools/serve/utc_time.h"

namespace amends::serve {
namespace {

using training::Person;
using training::Progress;

constexpr int kMostOffset = 14 * 60;  // minutes that clocks are ahead of UTC or behind

// UTC where the client says nothing that can be read.
int OffsetIn(const httplib::Request& request) {
  const std::string text = request.get_param_value("offset");
  int minutes = 0;
  const auto end = text.data() + text.size();
  const auto [read, error] = std::from_chars(text.data(), end, minutes);
  if (error != std::errc() || read != end) return 0;
  return std::clamp(minutes, -kMostOffset, kMostOffset);
}

int64_t Now() { return UtcNow().time_since_epoch().count(); }

Failure Unknown() { return {404, "person", "Nobody of that id trains here."}; }

// What is done with one person whom the client may see. To others there is nobody.
using UsePerson = std::function<void(
    const Person& person, const httplib::Request& request, httplib::Response& response)>;

Server::Handler WithPerson(People& people, UsePerson use) {
  return Kept([&people, use = std::move(use)](const httplib::Request& request,
                                              httplib::Response& response) {
    const auto person = people.progress().PersonWithId(request.matches[1]);
    if (!person || !people.MaySee(Server::current().client, person->name, person->team)) {
      return Set(Unknown(), response);
    }
    use(*person, request, response);
  });
}

void List(People& people, httplib::Response& response) {
  const std::string& client = Server::current().client;
  std::vector<Person> persons = people.progress().Persons();
  std::erase_if(persons, [&](const Person& each) {
    return !people.MaySee(client, each.name, each.team);
  });
  response.set_content(
      PeopleJson(persons, people.SeesAll(client) ? std::nullopt : std::optional(client)),
      kJson);
}

// The person of that name, who is there from now on.
Person Made(Progress& progress, const PersonRequest& asked) {
  if (auto person = progress.FindPerson(asked.name, asked.team)) return *person;
  try {
    return progress.AddPerson(asked.name, asked.team, Now());
  } catch (const training::ProgressError&) {
    // Another request may have been faster.
    if (auto person = progress.FindPerson(asked.name, asked.team)) return *person;
    throw;
  }
}

void Add(People& people, const httplib::Request& request, httplib::Response& response) {
  const auto read = ReadPerson(request.body);
  if (const auto* failure = std::get_if<Failure>(&read)) return Set(*failure, response);
  const auto& asked = std::get<PersonRequest>(read);
  const std::string& client = Server::current().client;
  if (!people.MaySee(client, asked.name, asked.team)) {
    return Set({403, "person", "With this token you train as “" + client + "”.", "/name"},
               response);
  }
  response.set_content(PersonJson(Made(people.progress(), asked)), kJson);
}

void Show(const Api& api, People& people, const Person& person,
          const httplib::Request& request, httplib::Response& response) {
  Standing standing;
  standing.person = person;
  standing.answers = people.progress().AnswersOf(person.id);
  standing.sets = people.progress().SetsOf(person.id);
  standing.now = Now();
  standing.offset_minutes = OffsetIn(request);
  response.set_content(StandingJson(standing, *api.exercises.current()), kJson);
}

// Of the set of the wish; else of those that were given, and then what the agenda says.
void Choose(const Api& api, People& people, const Person& person, const NextWish& wish,
            httplib::Response& response) {
  const auto lessons = api.exercises.current();
  const auto answers = people.progress().AnswersOf(person.id);
  const training::NextRequest request{.catalogue = lessons->catalogue,
                                      .answers = answers,
                                      .set = wish.set ? &*wish.set : nullptr,
                                      .now = Now(),
                                      .person = person.id,
                                      .ahead = wish.ahead};
  const auto given = people.progress().SetsOf(person.id);
  const auto of_given = wish.set ? std::nullopt : training::NextGiven(request, given);
  const Next next = of_given ? Next{of_given->choice, answers, of_given->set}
                             : Next{training::NextFor(request), answers, request.set};
  response.set_content(NextJson(next, *lessons), kJson);
}

// With a set that is kept here, by its id.
void ChooseByQuery(const Api& api, People& people, const Person& person,
                   const httplib::Request& request, httplib::Response& response) {
  NextWish wish;
  wish.ahead = request.get_param_value("ahead") == "1";
  const std::string id = request.get_param_value("set");
  if (!id.empty()) {
    for (training::ExerciseSet& each : people.progress().SetsOf(person.id)) {
      if (each.id == id) wish.set = std::move(each);
    }
    if (!wish.set) return Set({404, "set", "This set was not given to you."}, response);
  }
  Choose(api, people, person, wish, response);
}

}  // namespace

Server::Handler Kept(Server::Handler handler) {
  return [handler = std::move(handler)](const httplib::Request& request,
                                        httplib::Response& response) {
    try {
      handler(request, response);
    } catch (const training::ProgressError& error) {
      Set({503, "progress",
           std::string("Progress cannot be kept just now: ") + error.what(), "", 5},
          response);
    }
  };
}

void AddPeopleRoutes(const Api& api, People& people, Server& server) {
  const std::string one = "/v1/people/([A-Za-z0-9_-]{1,100})";
  server.Get("/v1/people", {.name = "/v1/people"},
             Kept([&people](const auto&, auto& response) { List(people, response); }));
  server.Post("/v1/people", {.name = "/v1/people"},
              Kept([&people](const auto& request, auto& response) {
                Add(people, request, response);
              }));
  server.Get(one, {.name = "/v1/people/{id}"},
             WithPerson(people, [api, &people](const Person& person, const auto& request,
                                               auto& response) {
               Show(api, people, person, request, response);
             }));
  server.Delete(one, {.name = "/v1/people/{id}"},
                WithPerson(people, [&people](const Person& person, const auto&,
                                             httplib::Response& response) {
                  people.progress().DeletePerson(person.id);
                  response.set_content("{\"deleted\":true}\n", kJson);
                }));
  server.Get(one + "/next", {.name = "/v1/people/{id}/next"},
             WithPerson(people, [api, &people](const Person& person, const auto& request,
                                               auto& response) {
               ChooseByQuery(api, people, person, request, response);
             }));
  server.Post(one + "/next", {.name = "/v1/people/{id}/next"},
              WithPerson(people, [api, &people](const Person& person, const auto& request,
                                                httplib::Response& response) {
                const auto read = ReadNextWish(request.body);
                if (const auto* failure = std::get_if<Failure>(&read)) {
                  return Set(*failure, response);
                }
                Choose(api, people, person, std::get<NextWish>(read), response);
              }));
}

}  // namespace amends::serve
