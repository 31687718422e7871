// amends pack: makes packs.
#pragma once

namespace CLI {
class App;
}  // namespace CLI

namespace amends {

// `pack new DIR` sets exit_code when it has run: 0 written, 2 not.
void AddPackCommand(CLI::App& app, int& exit_code);

}  // namespace amends
