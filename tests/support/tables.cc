#include "tests/support/tables.h"

#include <fstream>
#include <stdexcept>

#include <nlohmann/json.hpp>

namespace amends::testing {
namespace {

using nlohmann::json;

std::string StringAt(const json& object, const char* key) {
  return object.contains(key) ? object.at(key).get<std::string>() : std::string();
}

std::vector<std::string> StringsAt(const json& object, const char* key) {
  return object.contains(key) ? object.at(key).get<std::vector<std::string>>()
                              : std::vector<std::string>();
}

void Take(const std::string& key, const json& value, text::Tables& tables) {
  const std::pair<const char*, std::vector<std::string>*> lists[] = {
      {"abbreviations", &tables.abbreviations},
      {"verbs", &tables.verbs},
      {"doubling", &tables.doubling},
      {"adjectives", &tables.adjectives},
      {"titles", &tables.titles},
      {"first_names", &tables.first_names},
      {"subordinators", &tables.subordinators},
      {"joiners", &tables.joiners},
      {"prepositions", &tables.prepositions},
      {"determiners", &tables.determiners},
      {"auxiliaries", &tables.auxiliaries},
      {"frequent", &tables.frequent},
  };
  for (const auto& [name, list] : lists) {
    if (key == name) {
      *list = value.get<std::vector<std::string>>();
      return;
    }
  }
  if (key == "contractions") {
    for (const json& item : value) {
      tables.contractions.push_back(
          {StringAt(item, "from"), StringsAt(item, "to"), StringsAt(item, "next")});
    }
  } else if (key == "irregular_verbs") {
    for (const json& item : value) {
      tables.irregular_verbs.push_back({StringAt(item, "base"), StringAt(item, "s"),
                                        StringsAt(item, "past"), StringsAt(item, "part"),
                                        StringAt(item, "ing")});
    }
  } else if (key == "spelling") {
    for (const auto& [from, to] : value.items()) {
      tables.spelling.emplace_back(from, to.get<std::string>());
    }
  } else if (key == "clause_words" || key == "function_words" || key == "calendar") {
    auto& target = key == "clause_words" ? tables.clause_words
                   : key == "calendar"   ? tables.calendar
                                         : tables.function_words;
    for (const auto& [name, words] : value.items()) {
      target.emplace_back(name, words.get<std::vector<std::string>>());
    }
  } else {
    throw std::runtime_error("unknown table " + key);
  }
}

}  // namespace

text::Tables LoadTables(const std::filesystem::path& folder) {
  text::Tables tables;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() != ".json") continue;
    std::ifstream file(entry.path());
    const json tables_of_file = json::parse(file);
    for (const auto& [key, value] : tables_of_file.items()) Take(key, value, tables);
  }
  return tables;
}

const text::Tables& EnglishTables() {
  static const text::Tables tables = LoadTables(SourcePath("rules/en/text"));
  return tables;
}

const text::Verbs& EnglishVerbs() {
  static const text::Verbs verbs(EnglishTables());
  return verbs;
}

English::English(text::Analyzer::Options options)
    : analyzer(EnglishTables(), EnglishVerbs(), vocabulary, options) {}

const text::Analyzer& EnglishAnalyzer() {
  static const English english;
  return english.analyzer;
}

std::filesystem::path SourcePath(const std::string& relative) {
  return std::filesystem::path(AMENDS_SOURCE_DIR) / relative;
}

}  // namespace amends::testing
