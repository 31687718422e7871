// Commands that other programs beside this one carry out, which have the libraries that
// checking a file does not need.
#pragma once

namespace CLI {
class App;
}  // namespace CLI

namespace amends {

void AddCommandsOfOthers(CLI::App& app);

// Becomes the program that carries out what the arguments ask for; returns if this one
// does. Throws std::runtime_error if it is not there.
void BecomeOther(int argc, char** argv);

}  // namespace amends
