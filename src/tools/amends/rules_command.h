// amends rules: what the rules are, and whether they do as their examples say.
#pragma once

namespace CLI {
class App;
}  // namespace CLI

namespace amends {

// The commands set exit_code when they have run. list, show, schema: 0, or 2 where what
// was asked for is not there. test: 0 all examples do as they say, 1 not, 2 usage or load
// error.
void AddRulesCommand(CLI::App& app, int& exit_code);

}  // namespace amends
