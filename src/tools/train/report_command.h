// `amends train report`.
#pragma once

namespace CLI {
class App;
}  // namespace CLI

namespace amends {

// The exit code is set when the command runs.
void AddReportCommand(CLI::App& app, int& exit_code);

}  // namespace amends
