// `amends exercises`: list, test, new, set, schema.
#pragma once

namespace CLI {
class App;
}  // namespace CLI

namespace amends {

// The exit code is set when a command runs.
void AddExercisesCommands(CLI::App& app, int& exit_code);

}  // namespace amends
