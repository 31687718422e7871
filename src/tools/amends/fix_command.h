// amends fix: mends one draft together with its writer.
#pragma once

namespace CLI {
class App;
}  // namespace CLI

namespace amends {

// The exit code must outlive the parsing.
void AddFixCommand(CLI::App& app, int& exit_code);

}  // namespace amends
