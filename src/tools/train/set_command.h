// `amends exercises set`: some exercises as a file to be handed out.
#pragma once

namespace CLI {
class App;
}  // namespace CLI

namespace amends {

// The exit code is set when the command runs.
void AddSetCommand(CLI::App& app, int& exit_code);

}  // namespace amends
