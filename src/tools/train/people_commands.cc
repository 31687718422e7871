#include "tools/train/people_commands.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <fstream>
#include <functional>
#include <iostream>
#include <iterator>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "amends/pack/problem.h"
#include "amends/report/cells.h"
#include "amends/report/counted.h"
#include "amends/training/day.h"
#include "amends/training/learner.h"
#include "amends/training/practice_days.h"
#include "amends/training/progress.h"
#include "tools/flags/exit_code.h"
#include "tools/train/progress_flags.h"
#include "tools/train/trainer_flags.h"

namespace amends {
namespace {

using training::Person;
using training::Progress;

struct PeopleFlags {
  std::string progress;
  std::optional<std::string> team;
  std::string name;
  std::string new_name;
  std::optional<std::string> new_team;
  std::string file;
  bool yes = false;
};

using PeopleCommand = std::function<int(const PeopleFlags&)>;

std::string ReadAll(std::istream& in) { return {std::istreambuf_iterator<char>(in), {}}; }

std::string Padded(const std::string& text, size_t width) {
  const std::string shown = report::OneLine(text);
  const size_t wide = report::DisplayWidth(shown);
  return shown + std::string(width > wide ? width - wide : 0, ' ');
}

std::string NameOf(const Person& person) {
  return person.team.empty() ? person.name
                             : fmt::format("{} ({})", person.name, person.team);
}

// The only person of that name, in the team if one is given.
Person TheOne(const Progress& progress, const PeopleFlags& flags) {
  std::vector<Person> persons = progress.Persons(flags.team);
  std::erase_if(persons, [&](const Person& each) { return each.name != flags.name; });
  if (persons.empty()) {
    throw std::runtime_error(
        fmt::format("There is nobody here called “{}”.", flags.name));
  }
  if (persons.size() > 1) {
    throw std::runtime_error(fmt::format(
        "There are {} called “{}”; --team says which one.", persons.size(), flags.name));
  }
  return persons.front();
}

int People(const PeopleFlags& flags) {
  const Progress progress(ProgressFileOf(flags.progress));
  const std::vector<Person> persons = progress.Persons(flags.team);
  if (persons.empty()) fmt::print("Nobody has trained here yet.\n");
  size_t width = 0;
  for (const Person& each : persons) {
    width = std::max(width, report::DisplayWidth(NameOf(each)));
  }
  for (const Person& each : persons) {
    const auto answers = progress.AnswersOf(each.id);
    const training::Learner learner = RecallOf(ReviewsOf(answers));
    const std::string last =
        answers.empty() ? ""
                        : ", the last on " +
                              training::WriteDay(training::DayOf(answers.back().at, 0));
    fmt::print("{}  {}, {} mastered{}\n", Padded(NameOf(each), width),
               report::Counted(answers.size(), "answer"),
               report::Counted(learner.CountMastered(NowOr("")), "rule"), last);
  }
  return 0;
}

int Export(const PeopleFlags& flags) {
  const std::string text = Progress(ProgressFileOf(flags.progress)).Export();
  if (flags.file.empty() || flags.file == "-") {
    fmt::print("{}", text);
    return 0;
  }
  std::ofstream file(flags.file, std::ios::binary);
  file << text << std::flush;
  if (!file) throw std::runtime_error(flags.file + ": cannot be written");
  return 0;
}

int Import(const PeopleFlags& flags) {
  const bool standard = flags.file == "-";
  std::ifstream file;
  if (!standard) {
    file.open(flags.file, std::ios::binary);
    if (!file) throw std::runtime_error(flags.file + ": cannot be read");
  }
  const std::string text = ReadAll(standard ? std::cin : file);
  Progress progress(ProgressFileOf(flags.progress));
  const training::Imported added =
      progress.Import(text, standard ? "standard input" : flags.file);
  for (const pack::Problem& problem : added.problems) {
    fmt::print(stderr, "{}", pack::Format(problem));
  }
  if (!added.problems.empty()) return kFailed;
  fmt::print("Added {}, {}, {}.\n",
             report::Counted(static_cast<size_t>(added.persons), "person"),
             report::Counted(static_cast<size_t>(added.answers), "answer"),
             report::Counted(static_cast<size_t>(added.sets), "set"));
  return 0;
}

bool IsSure(const std::string& question) {
  fmt::print("{} (y or n) ", question);
  std::fflush(stdout);
  std::string answer;
  std::getline(std::cin, answer);
  if (!std::cin) fmt::print("\n");
  return answer == "y" || answer == "yes";
}

int Forget(const PeopleFlags& flags) {
  Progress progress(ProgressFileOf(flags.progress));
  const Person person = TheOne(progress, flags);
  const size_t answers = progress.AnswersOf(person.id).size();
  if (!flags.yes &&
      !IsSure(fmt::format("Forget {} and {}? There is no way back.", NameOf(person),
                          report::Counted(answers, "answer")))) {
    fmt::print("Nothing has changed.\n");
    return kNotAsAsked;
  }
  progress.DeletePerson(person.id);
  fmt::print("{} is forgotten.\n", NameOf(person));
  return 0;
}

int Rename(const PeopleFlags& flags) {
  Progress progress(ProgressFileOf(flags.progress));
  Person person = TheOne(progress, flags);
  const std::string old = NameOf(person);
  progress.Rename(person.id, flags.new_name, flags.new_team.value_or(person.team));
  person = progress.PersonWithId(person.id).value_or(person);
  fmt::print("{} is {} now.\n", old, NameOf(person));
  return 0;
}

CLI::App* Add(CLI::App& app, const char* name, const char* about,
              const std::shared_ptr<PeopleFlags>& flags, PeopleCommand command,
              int& exit_code) {
  CLI::App* one = app.add_subcommand(name, about);
  one->group("Commands");
  AddProgressFlag(*one, flags->progress);
  one->callback(
      [flags, command = std::move(command), &exit_code] { exit_code = command(*flags); });
  return one;
}

void AddTeamFlag(CLI::App& command, PeopleFlags& flags, const char* about) {
  command.add_option("--team", flags.team, about)->type_name("TEAM");
}

}  // namespace

void AddPeopleCommands(CLI::App& app, int& exit_code) {
  auto flags = std::make_shared<PeopleFlags>();
  CLI::App* people = Add(app, "people", "Who trains here", flags, People, exit_code);
  AddTeamFlag(*people, *flags, "Only those of the team");
  CLI::App* exported =
      Add(app, "export", "Write all progress as JSON", flags, Export, exit_code);
  exported->add_option("FILE", flags->file, "Where to; else to standard output");
  CLI::App* imported =
      Add(app, "import", "Add progress from another machine", flags, Import, exit_code);
  imported->add_option("FILE", flags->file, "What was exported; - is standard input")
      ->required();
  CLI::App* forget =
      Add(app, "forget", "Delete somebody with all answers", flags, Forget, exit_code);
  forget->add_option("NAME", flags->name, "Who")->required();
  AddTeamFlag(*forget, *flags, "The team they are in");
  forget->add_flag("--yes", flags->yes, "Do not ask");
  CLI::App* rename =
      Add(app, "rename", "Give somebody another name or team", flags, Rename, exit_code);
  rename->add_option("NAME", flags->name, "Who")->required();
  rename->add_option("NEW", flags->new_name, "The new name")->required();
  AddTeamFlag(*rename, *flags, "The team they are in");
  rename->add_option("--new-team", flags->new_team, "The team they go to")
      ->type_name("TEAM");
}

}  // namespace amends
