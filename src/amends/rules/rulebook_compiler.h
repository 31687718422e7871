// Packs to a Rulebook. Internal to rules.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "amends/rules/detector_list.h"
#include "amends/rules/rulebook.h"
#include "amends/text/verbs.h"
#include "amends/text/vocabulary.h"

namespace amends::rules {

struct Rulebook::State {
  State(const text::Tables& tables, const text::Analyzer::Options& options)
      : verbs(tables),
        analyzer(tables, verbs, vocabulary, options),
        calendar(tables.calendar) {}

  explicit State(storage::Reader& reader)
      : vocabulary(ReadVocabulary(reader)),
        verbs({}),
        analyzer(reader, vocabulary),
        lexicon(std::make_unique<match::Lexicon>(analyzer, verbs, vocabulary)) {
    reader(*lexicon);
    Transfer(reader);
    ReadMeanings();
  }

  // What the ids of the detectors say of a case.
  void ReadMeanings() {
    for (const Detector& detector : detectors) {
      meanings.push_back(conversation::MeaningOf(detector.id));
    }
  }

  static text::Vocabulary ReadVocabulary(storage::Reader& reader) {
    text::Vocabulary vocabulary;
    reader(vocabulary);
    return vocabulary;
  }
  template <typename Archive>
  void Transfer(Archive& archive) {
    archive(detectors, unprompted, agent, customer, unless, suppressors, common);
  }

  text::Vocabulary vocabulary;
  text::Verbs verbs;  // none where the rulebook was read; then made late, from the tables
  const text::Tables* late_tables = nullptr;
  std::once_flag late;
  std::unique_ptr<text::Verbs> late_verbs;
  text::Analyzer analyzer;
  std::unique_ptr<match::Lexicon> lexicon;
  std::vector<Detector> detectors;
  std::vector<uint32_t> unprompted;
  std::vector<conversation::Meaning> meanings;  // of detectors, into their ids
  match::PhraseSet agent;
  match::PhraseSet customer;
  match::PhraseSet unless;
  match::PhraseSet suppressors;
  std::vector<bool> common;  // by WordId
  conversation::Calendar calendar;
};

class RulebookCompiler {
 public:
  RulebookCompiler(const pack::Loaded& loaded, const Settings& settings,
                   Rulebook::State& state, std::vector<pack::Problem>& problems)
      : loaded_(loaded), settings_(settings), state_(state), problems_(problems) {}

  void Compile();

 private:
  void CompileDetector(uint32_t number);
  void CompileClass(uint32_t number);
  void CompilePhrases(const std::vector<pack::Phrase>& phrases, uint32_t owner,
                      match::PhraseSet& set);
  void CompileUnless(const std::vector<pack::Unless>& unless, Detector& detector);
  void CheckRule(uint32_t number);
  std::optional<std::set<std::string>> CapturesOf(uint32_t number) const;
  void CompileSuppressors();

  const pack::Loaded& loaded_;
  const Settings& settings_;
  Rulebook::State& state_;
  std::vector<pack::Problem>& problems_;
  std::optional<DetectorList> list_;
  std::vector<match::LexiconProblem> phrase_problems_;
};

}  // namespace amends::rules
