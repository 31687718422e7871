// amends incident: what happened, from a conversation, as a record for the house.
#pragma once

namespace CLI {
class App;
}  // namespace CLI

namespace amends {

// The command sets exit_code when it has run: 0 the record is written, 2 it could not be.
void AddIncidentCommand(CLI::App& app, int& exit_code);

}  // namespace amends
