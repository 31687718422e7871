// Packs to a Rulebook. Internal to rules.
#pragma once

#include <array>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "amends/input/occasion.h"
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
  text::Verbs verbs;
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
  void ListDetectors();
  void ListClasses(const std::vector<pack::Condition>& conditions);
  uint32_t AddReading(Detector::Kind kind, std::string id);
  void AddClass(const std::string& id, const pack::Origin& origin);
  void SortDetectors();
  void AddMoves(bool (*tells)(std::string_view id), std::vector<uint32_t>& needs) const;
  std::vector<uint32_t> NeedsOf(uint32_t detector);
  void AddNeeds(const std::vector<pack::Condition>& conditions, const Detector& of,
                std::vector<uint32_t>& needs);
  std::vector<uint32_t> Named(std::string_view id) const;
  void CompileDetector(uint32_t number);
  void CompileClass(uint32_t number);
  void CompilePhrases(const std::vector<pack::Phrase>& phrases, uint32_t owner,
                      match::PhraseSet& set);
  void CompileUnless(const std::vector<pack::Unless>& unless, Detector& detector);
  std::vector<Condition> CompileConditions(const std::vector<pack::Condition>& written,
                                           uint32_t number);
  Condition CompileCondition(const pack::Condition& written, uint32_t number);
  std::vector<uint32_t> CompileIds(const std::vector<std::string>& ids,
                                   const std::function<pack::Origin(size_t)>& origin_of,
                                   uint32_t number, pack::Within::Where where);
  void CheckRule(uint32_t number);
  std::optional<std::set<std::string>> CapturesOf(uint32_t number) const;
  Condition ByOccasion(const pack::Condition& written, const Detector& detector,
                       Condition condition) const;
  std::array<double, 3> NumbersOf(const pack::Condition& written,
                                  const Detector& detector,
                                  input::Occasion occasion) const;
  void CompileSuppressors();
  void ReportUnknown(const std::string& id, const pack::Origin& origin);
  void ReportUnreachable(const std::string& id, const pack::Origin& origin,
                         bool customer);
  void ReportCircle(const Detector& one, const Detector& other);
  bool IsLeftOut(std::string_view id) const;
  void Report(const pack::Origin& origin, std::string message, std::string hint);

  const pack::Loaded& loaded_;
  const Settings& settings_;
  Rulebook::State& state_;
  std::vector<pack::Problem>& problems_;
  std::map<std::string, uint32_t, std::less<>> numbers_;  // of moves, rules and classes
  std::map<std::string, pack::Origin> class_origins_;  // where a condition names it first
  uint32_t failure_ = 0;                               // their numbers
  uint32_t case_ = 0;
  std::vector<match::LexiconProblem> phrase_problems_;
};

}  // namespace amends::rules
