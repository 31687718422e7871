// Puts the simulated team, with the exercises that Amends has, into a new file of
// progress, for tests of the program and for trying: amends-simulated-team FILE WEEKS.
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <filesystem>

#include "amends/engine.h"
#include "amends/training/progress.h"
#include "tests/support/simulated_team.h"

namespace {

int Run(const char* file, int weeks) {
  const std::filesystem::path folders[] = {AMENDS_SOURCE_DIR "/corpora/exercises"};
  const amends::Engine engine = amends::Engine::Load({});
  const auto catalogue = amends::training::Load(folders, engine);
  amends::training::Progress progress(file);
  const auto imported = progress.Import(
      amends::training::ProgressJson(amends::testing::SimulatedTeam(catalogue, weeks)));
  for (const auto& problem : imported.problems) {
    std::fputs(amends::pack::Format(problem).c_str(), stderr);
  }
  return imported.problems.empty() ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) return 2;
  try {
    return Run(argv[1], std::atoi(argv[2]));
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return 2;
  }
}
