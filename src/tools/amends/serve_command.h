// amends serve and amends overrides: become the program amends-serve, which has the
// libraries that checking a file does not need.
#pragma once

namespace CLI {
class App;
}  // namespace CLI

namespace amends {

void AddServeCommands(CLI::App& app);

// Becomes amends-serve if that is what the arguments of the program ask for; returns if
// it is not. Throws std::runtime_error if it is not there.
void BecomeServer(int argc, char** argv);

}  // namespace amends
