// The option --input: in which format a draft is read.
#pragma once

#include <string>

#include "amends/input/source.h"

namespace CLI {
class App;
}  // namespace CLI

namespace amends {

// `word` holds the default and must outlive the parsing.
void AddInputChoice(CLI::App& command, std::string& word);

// The word has passed AddInputChoice.
input::Format InputOf(const std::string& word);

}  // namespace amends
