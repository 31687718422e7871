// What the command says when it was called in a way it does not understand.
#pragma once

#include <string>
#include <vector>

namespace CLI {
class App;
class ParseError;
class Validator;
}  // namespace CLI

namespace amends {

// Prints help to standard output where it was asked for, else what was wrong and what was
// probably meant to standard error. Returns the exit code: 0 for help, 2 otherwise.
int ExplainUsage(const CLI::App& app, const CLI::ParseError& error);

// Accepts one of the words; else names them all, and the one that was probably meant.
CLI::Validator OneOf(std::vector<std::string> words);

}  // namespace amends
