// `amends train`: the trainer in the terminal, and what is kept of those who train.
#pragma once

namespace CLI {
class App;
}  // namespace CLI

namespace amends {

// The exit code is set when a command runs.
void AddTrainCommands(CLI::App& app, int& exit_code);

}  // namespace amends
