// amends coach: what is good in a draft, what it lacks, and an outline of a better one.
#pragma once

namespace CLI {
class App;
}  // namespace CLI

namespace amends {

// The command sets exit_code when it has run: 0, or 2 where the draft cannot be read.
void AddCoachCommand(CLI::App& app, int& exit_code);

}  // namespace amends
