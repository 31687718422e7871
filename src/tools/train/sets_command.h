// `amends train assign|sets`: sets of exercises that were given to people.
#pragma once

namespace CLI {
class App;
}  // namespace CLI

namespace amends {

// The exit code is set when a command runs.
void AddSetsCommands(CLI::App& app, int& exit_code);

}  // namespace amends
