#include "tools/train/trainee.h"

#include <cstdlib>
#include <stdexcept>
#include <vector>

#include <fmt/format.h>

namespace amends {
namespace {

using training::Person;
using training::Progress;

class Search {
 public:
  Search(Progress& progress, Desk& desk, const TraineeRequest& request)
      : progress_(progress), desk_(desk), request_(request) {}

  std::optional<Person> Find() {
    if (!request_.name.empty()) return Named(request_.name);
    const std::vector<Person> persons = progress_.Persons(request_.team);
    if (persons.size() == 1) return persons.front();
    if (!request_.may_ask) return Named(LoginName());
    return persons.empty() ? AskForName() : Chosen(persons);
  }

 private:
  std::optional<Person> Named(const std::string& name) {
    const auto tidy = training::TidyName(name);
    if (!tidy) throw std::runtime_error(fmt::format("“{}” is no name", name));
    const std::string team = request_.team.value_or("");
    if (auto person = progress_.FindPerson(*tidy, team)) return person;
    if (!request_.team) {
      // Somebody of that name in one of the teams, if there is only one.
      std::vector<Person> others = progress_.Persons();
      std::erase_if(others, [&](const Person& each) { return each.name != *tidy; });
      if (others.size() == 1) return others.front();
    }
    return progress_.AddPerson(*tidy, team, request_.now);
  }

  std::optional<Person> AskForName() {
    desk_.Show({});
    const std::string login = LoginName();
    std::string name;
    while (true) {
      const Reply reply = desk_.WriteLine({"What shall I call you?"}, login, name);
      if (reply != Reply::kAnswered) return std::nullopt;
      if (training::TidyName(name)) return Named(name);
      desk_.Add({{Tone::kRemark, "", "A short name, please, of letters."}});
      name.clear();
    }
  }

  std::optional<Person> Chosen(const std::vector<Person>& persons) {
    std::vector<std::string> options;
    options.reserve(persons.size() + 1);
    for (const Person& each : persons) {
      options.push_back(each.team.empty() ? each.name
                                          : fmt::format("{} ({})", each.name, each.team));
    }
    options.emplace_back("Somebody else");
    desk_.Show({});
    size_t chosen = kNoChoice;
    const Reply reply = desk_.Choose({"Who are you?"}, options, chosen);
    if (reply != Reply::kAnswered) return std::nullopt;
    if (chosen < persons.size()) return persons[chosen];
    return AskForName();
  }

  Progress& progress_;
  Desk& desk_;
  const TraineeRequest& request_;
};

}  // namespace

std::optional<Person> FindTrainee(Progress& progress, Desk& desk,
                                  const TraineeRequest& request) {
  return Search(progress, desk, request).Find();
}

std::string LoginName() {
  const char* user = std::getenv("USER");
  const auto name = training::TidyName(user == nullptr ? "" : user);
  return name.value_or("me");
}

}  // namespace amends
