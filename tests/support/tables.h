// The English tables as rules/en/text has them, for tests of the text layer alone.
#pragma once

#include <filesystem>
#include <string>

#include "amends/text/analyzer.h"
#include "amends/text/tables.h"
#include "amends/text/verbs.h"
#include "amends/text/vocabulary.h"

namespace amends::testing {

// The tables of every *.json in the folder; throws where a file is no JSON or a key
// unknown.
text::Tables LoadTables(const std::filesystem::path& folder);

// Read once.
const text::Tables& EnglishTables();
const text::Verbs& EnglishVerbs();

// An analyzer with its own vocabulary.
struct English {
  explicit English(text::Analyzer::Options options = {});

  text::Vocabulary vocabulary;
  text::Analyzer analyzer;
};

// With the usual options; shared by all tests.
const text::Analyzer& EnglishAnalyzer();

// The path of a file of the source tree.
std::filesystem::path SourcePath(const std::string& relative);

}  // namespace amends::testing
