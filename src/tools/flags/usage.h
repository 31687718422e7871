// What the command says when it was called in a way it does not understand.
#pragma once

#include <string>
#include <vector>

namespace CLI {
class App;
class ParseError;
}  // namespace CLI

namespace amends {

// Prints help to standard output where it was asked for, else what was wrong and what was
// probably meant to standard error. Returns the exit code: 0 for help, 2 otherwise.
int ExplainUsage(const CLI::App& app, const CLI::ParseError& error);

// Help in few words, for this command and those added to it afterwards.
void UsePlainHelp(CLI::App& app);

// An option that takes one of the words; another is an error that names them all, and the
// one that was probably meant. `value` holds the default, or is empty.
void AddChoice(CLI::App& command, const std::string& flags, std::string& value,
               std::vector<std::string> words, const std::string& description);

}  // namespace amends
