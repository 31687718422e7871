// All moves and rules of a pack, compiled for one profile, as detectors: numbered so that
// each comes after all those it asks for, stands on or yields to. Immutable once
// compiled, safe from any thread.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "amends/conversation/due.h"
#include "amends/conversation/signs.h"
#include "amends/match/lexicon.h"
#include "amends/match/matcher.h"
#include "amends/pack/loader.h"
#include "amends/rules/detector.h"
#include "amends/rules/settings.h"
#include "amends/storage/archive.h"
#include "amends/text/analyzer.h"

namespace amends::rules {

class Rulebook {
 public:
  // `loaded` must outlive the rulebook. Adds what is wrong to `problems`.
  Rulebook(const pack::Loaded& loaded, const Settings& settings,
           const text::Analyzer::Options& options, std::vector<pack::Problem>& problems);
  // One that Write has written; `pack` is the pack of then and must outlive the rulebook.
  Rulebook(storage::Reader& reader, const pack::Pack& pack);
  ~Rulebook();

  void Write(storage::Writer& writer) const;

  const text::Analyzer& analyzer() const;
  const match::Lexicon& lexicon() const;
  const std::vector<Detector>& detectors() const;
  // Those that have no phrases of their own: on moves, on the reply, the situation.
  const std::vector<uint32_t>& unprompted() const;
  const std::vector<conversation::Meaning>& meanings() const;  // by detector
  const match::PhraseSet& agent_phrases() const;               // owners are detectors
  const match::PhraseSet& customer_phrases() const;
  const match::PhraseSet& unless_phrases() const;
  const match::PhraseSet& suppressor_phrases() const;
  const conversation::Calendar& calendar() const;
  // Made when it is first asked for.
  const text::Verbs& verbs() const;
  // A word too common to tell anything about a case.
  bool IsCommon(text::WordId word) const;

 private:
  struct State;
  friend class RulebookCompiler;
  std::unique_ptr<State> state_;
};

}  // namespace amends::rules
