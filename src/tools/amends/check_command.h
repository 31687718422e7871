// amends check: what customers may hear in a draft, and what to do about it.
#pragma once

namespace CLI {
class App;
}  // namespace CLI

namespace amends {

// The command sets exit_code when it has run: 0 nothing at or above --fail-on, 1
// something, 2 usage, load or input error.
void AddCheckCommand(CLI::App& app, int& exit_code);

}  // namespace amends
