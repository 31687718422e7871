#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

#include "amends/pack/entries.h"

namespace amends::pack {
namespace {

bool IsCanonical(std::string_view form) {
  return std::ranges::none_of(form, [](char c) { return c >= 'A' && c <= 'Z'; }) &&
         form.find("’") == std::string_view::npos;
}

constexpr TextForm kForm{
    .longest = 100,
    .right = IsCanonical,
    .described = "words of tables are lower case with straight quotes"};

void Append(std::vector<std::string> words, std::vector<std::string>& to) {
  to.insert(to.end(), std::make_move_iterator(words.begin()),
            std::make_move_iterator(words.end()));
}

void ReadContractions(const Cursor& cursor, text::Tables& tables) {
  for (const Cursor& item : ReadItems(cursor, "contractions")) {
    Object object(item, "contraction");
    text::Contraction read;
    read.from = object.Text("from", true, kForm);
    read.to = object.Texts("to", true, kForm);
    read.next = object.Texts("next", false, kForm);
    object.Finish();
    tables.contractions.push_back(std::move(read));
  }
}

void ReadVerbs(const Cursor& cursor, text::Tables& tables) {
  for (const Cursor& item : ReadItems(cursor, "verbs")) {
    Object object(item, "verb");
    text::IrregularVerb read;
    read.base = object.Text("base", true, kForm);
    read.s = object.Text("s", false, kForm);
    read.past = object.Texts("past", true, kForm);
    read.part = object.Texts("part", true, kForm);
    read.ing = object.Text("ing", false, kForm);
    object.Finish();
    tables.irregular_verbs.push_back(std::move(read));
  }
}

void ReadSpelling(const Cursor& cursor, text::Tables& tables) {
  Object object(cursor, "table of spellings");
  for (const auto& [from, to] : object.Members()) {
    if (auto word = ReadText(to, kForm))
      tables.spelling.emplace_back(from, std::move(*word));
  }
}

void ReadNamedLists(const Cursor& cursor,
                    std::vector<std::pair<std::string, std::vector<std::string>>>& to) {
  Object object(cursor, "table of word lists");
  for (const auto& [name, words] : object.Members()) {
    to.emplace_back(name, ReadTexts(words, kForm));
  }
}

}  // namespace

void ReadTables(Object& object, text::Tables& tables) {
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
    if (const auto found = object.Find(name)) Append(ReadTexts(*found, kForm), *list);
  }
  if (const auto found = object.Find("contractions")) ReadContractions(*found, tables);
  if (const auto found = object.Find("irregular_verbs")) ReadVerbs(*found, tables);
  if (const auto found = object.Find("spelling")) ReadSpelling(*found, tables);
  if (const auto found = object.Find("clause_words")) {
    ReadNamedLists(*found, tables.clause_words);
  }
  if (const auto found = object.Find("calendar")) {
    ReadNamedLists(*found, tables.calendar);
  }
  if (const auto found = object.Find("function_words")) {
    ReadNamedLists(*found, tables.function_words);
  }
  object.Finish();
}

}  // namespace amends::pack
