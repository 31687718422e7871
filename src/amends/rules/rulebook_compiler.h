// Packs to a Rulebook. Internal to rules.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "amends/rules/rulebook.h"
#include "amends/text/verbs.h"
#include "amends/text/vocabulary.h"

namespace amends::rules {

struct Rulebook::State {
  State(const text::Tables& tables, const text::Analyzer::Options& options)
      : verbs(tables), analyzer(tables, verbs, vocabulary, options) {}

  text::Vocabulary vocabulary;
  text::Verbs verbs;
  text::Analyzer analyzer;
  std::unique_ptr<match::Lexicon> lexicon;
  std::vector<Detector> detectors;
  std::vector<uint32_t> unprompted;
  std::vector<conversation::Sign> signs;
  match::PhraseSet agent;
  match::PhraseSet customer;
  match::PhraseSet unless;
  match::PhraseSet suppressors;
  std::vector<bool> common;  // by WordId
};

class RulebookCompiler {
 public:
  RulebookCompiler(const pack::Loaded& loaded, const Settings& settings,
                   Rulebook::State& state, std::vector<pack::Problem>& problems)
      : loaded_(loaded), settings_(settings), state_(state), problems_(problems) {}

  void Compile();

 private:
  void ListDetectors();
  void ListClasses(const std::vector<pack::Condition>& conditions);
  void AddClass(const std::string& id, const pack::Origin& origin);
  void SortDetectors();
  std::vector<uint32_t> NeedsOf(uint32_t detector);
  void AddNeeds(const std::vector<pack::Condition>& conditions, const Detector& of,
                std::vector<uint32_t>& needs);
  std::vector<uint32_t> Named(std::string_view id) const;
  void CompileDetector(uint32_t number);
  void CompilePhrases(const std::vector<pack::Phrase>& phrases, uint32_t owner,
                      match::PhraseSet& set);
  void CompileUnless(const std::vector<pack::Unless>& unless, Detector& detector);
  std::vector<Condition> CompileConditions(const std::vector<pack::Condition>& written,
                                           uint32_t number);
  Condition CompileCondition(const pack::Condition& written, uint32_t number);
  std::vector<bool> CompileIds(const std::vector<std::string>& ids,
                               const pack::Origin& origin, uint32_t number);
  double CompileNumber(const pack::Number& number, const Detector& detector) const;
  void CompileSuppressors();
  void ReportUnknown(const std::string& id, const pack::Origin& origin);
  void Report(const pack::Origin& origin, std::string message, std::string hint);

  const pack::Loaded& loaded_;
  const Settings& settings_;
  Rulebook::State& state_;
  std::vector<pack::Problem>& problems_;
  std::map<std::string, uint32_t, std::less<>> numbers_;
  std::vector<match::LexiconProblem> phrase_problems_;
};

}  // namespace amends::rules
