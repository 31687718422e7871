#include "tools/train/set_command.h"

#include <algorithm>
#include <cstdio>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "amends/engine.h"
#include "amends/training/day.h"
#include "amends/training/exercise_set_file.h"
#include "tools/train/exercise_choice.h"
#include "tools/train/exercise_flags.h"
#include "tools/train/trainer_flags.h"

namespace amends {
namespace {

using training::Exercise;
using training::ExerciseSet;

struct SetFlags {
  ExerciseFlags from;
  ExerciseChoice which;
  std::vector<std::string> rules;
  std::string name;
  std::string due;
  std::string out;
  std::string link;
  size_t count = 0;  // 0: all
};

// By the place at which ids were named, the easier ones first.
void Order(std::vector<const Exercise*>& chosen, const std::vector<std::string>& named) {
  const auto place = [&](const Exercise* each) {
    const auto found = std::ranges::find_if(
        named, [&](const std::string& id) { return training::IsOf(each->id, id); });
    return std::pair(found - named.begin(), each->level);
  };
  std::ranges::stable_sort(chosen, {}, place);
}

// Each of the names must lead to an exercise, so that none is missed by a slip.
void CheckNames(const training::Catalogue& catalogue, const SetFlags& flags) {
  for (const std::string& id : flags.which.ids) {
    Chosen(catalogue, {.ids = {id}, .kind = {}, .trade = {}});
  }
  for (const std::string& rule : flags.rules) {
    if (std::ranges::any_of(catalogue.exercises, [&](const Exercise& each) {
          return std::ranges::any_of(each.rules, [&](const std::string& trained) {
            return training::IsOf(trained, rule);
          });
        })) {
      continue;
    }
    throw std::runtime_error(fmt::format("No exercise trains “{}”.", rule));
  }
}

// Takes from each family in turn, so that a short set is no set of one family alone.
std::vector<const Exercise*> Few(const std::vector<const Exercise*>& chosen,
                                 size_t count) {
  std::vector<std::pair<std::string, std::vector<const Exercise*>>> families;
  for (const Exercise* each : chosen) {
    const std::string family = each->family();
    auto place = std::ranges::find(
        families, family, [](const auto& one) -> const auto& { return one.first; });
    if (place == families.end()) {
      families.push_back({family, {}});
      place = std::prev(families.end());
    }
    place->second.push_back(each);
  }
  std::vector<const Exercise*> few;
  for (size_t turn = 0; few.size() < count; ++turn) {
    for (const auto& [family, exercises] : families) {
      if (turn < exercises.size() && few.size() < count) few.push_back(exercises[turn]);
    }
  }
  return few;
}

ExerciseSet Make(const SetFlags& flags) {
  const Engine engine = Engine::Load(OptionsNear(flags.from.engine, "."));
  const auto catalogue = training::Load(FoldersOf(flags.from), engine);
  CheckNames(catalogue, flags);
  std::vector<const Exercise*> chosen = Chosen(catalogue, flags.which);
  std::erase_if(chosen, [&](const Exercise* each) {
    return !flags.rules.empty() &&
           std::ranges::none_of(each->rules, [&](const std::string& rule) {
             return training::IsOfAny(rule, flags.rules);
           });
  });
  Order(chosen, flags.which.ids);
  if (flags.count > 0 && flags.count < chosen.size()) chosen = Few(chosen, flags.count);
  ExerciseSet set;
  const auto name = training::TidyName(flags.name);
  if (!name) {
    throw std::runtime_error("A set needs a name, of 200 bytes at most, on one line.");
  }
  set.name = *name;
  for (const Exercise* each : chosen) set.exercises.push_back(each->id);
  if (set.exercises.empty()) throw std::runtime_error("No exercise is like that.");
  if (const auto problem = training::ProblemWithExercises(set.exercises);
      !problem.empty()) {
    throw std::runtime_error(problem + "; --count takes fewer.");
  }
  if (const auto due = DayFrom(flags.due)) set.due = training::EndOfDay(*due);
  set.id = IdOf(set);
  return set;
}

int Run(const SetFlags& flags) {
  const ExerciseSet set = Make(flags);
  if (!flags.out.empty() || flags.link.empty()) WriteOut(flags.out, SetText(set));
  if (!flags.link.empty()) fmt::print("{}\n", SetAddress(set, flags.link));
  fmt::print(stderr, "A set of {} exercise{}.\n", set.exercises.size(),
             set.exercises.size() == 1 ? "" : "s");
  return 0;
}

}  // namespace

void AddSetCommand(CLI::App& app, int& exit_code) {
  auto flags = std::make_shared<SetFlags>();
  CLI::App* one =
      app.add_subcommand("set", "Put exercises together, to be handed out as a file");
  AddExerciseChoice(*one, flags->which);
  one->add_option("--rules", flags->rules,
                  "Only those that train these rules, or families")
      ->type_name("RULE");
  one->add_option("--name", flags->name, "What the set is called")
      ->required()
      ->type_name("NAME");
  one->add_option("--count", flags->count, "So many at most, from each family in turn")
      ->check(CLI::Range(1, 1000).description(""))
      ->type_name("N");
  one->add_option("--due", flags->due, "To be done by the end of this day")
      ->type_name("DAY");
  one->add_option("--out", flags->out, "Write it to this new file")->type_name("FILE");
  one->add_option("--link", flags->link,
                  "Print the address that opens it on the page at this one")
      ->type_name("URL");
  AddExerciseFlags(*one, flags->from);
  one->footer(
      "Example:\n  amends exercises set fake-apology --name \"First week\" --count 5 "
      "--out week-1.json");
  one->callback([flags, &exit_code] { exit_code = Run(*flags); });
}

}  // namespace amends
