// amends eval: how well findings agree with labels that people gave.
#pragma once

namespace CLI {
class App;
}  // namespace CLI

namespace amends {

// The command sets exit_code when it has run: 0, or 2 for usage, load or input errors.
void AddEvalCommand(CLI::App& app, int& exit_code);

}  // namespace amends
