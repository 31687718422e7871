#include "tools/train/exercise_choice.h"

#include <algorithm>
#include <stdexcept>
#include <utility>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "amends/pack/similar.h"
#include "tools/flags/usage.h"

namespace amends {

using training::Exercise;

bool ExerciseChoice::Has(const Exercise& exercise) const {
  const bool named = ids.empty() || std::ranges::any_of(ids, [&](const std::string& id) {
                       return training::IsOf(exercise.id, id);
                     });
  const bool of_kind = kind.empty() || WordFor(exercise.kind) == kind;
  return named && of_kind && (trade.empty() || exercise.trade == trade) &&
         (level == 0 || exercise.level == level);
}

void AddExerciseChoice(CLI::App& command, ExerciseChoice& which) {
  command.add_option("WHAT", which.ids, "Only these: ids or families");
  std::vector<std::string> kinds(training::kExerciseKindWords.begin(),
                                 training::kExerciseKindWords.end());
  AddChoice(command, "--kind", which.kind, std::move(kinds), "Only those of the kind");
  command.add_option("--level", which.level, "Only those of the level, 1 to 3")
      ->check(CLI::Range(1, 3).description(""))
      ->type_name("N");
  command.add_option("--trade", which.trade, "Only those of the trade")
      ->type_name("NAME");
}

std::vector<const Exercise*> Chosen(const training::Catalogue& catalogue,
                                    const ExerciseChoice& which) {
  std::vector<const Exercise*> chosen;
  for (const Exercise& each : catalogue.exercises) {
    if (which.Has(each)) chosen.push_back(&each);
  }
  if (!chosen.empty() || which.ids.empty()) return chosen;
  std::vector<std::string> known;
  for (const Exercise& each : catalogue.exercises) known.push_back(each.id);
  const std::string hint = pack::DidYouMean(which.ids.front(), known);
  throw std::runtime_error(fmt::format("There is no exercise “{}”{}", which.ids.front(),
                                       hint.empty() ? "" : ": " + hint));
}

}  // namespace amends
