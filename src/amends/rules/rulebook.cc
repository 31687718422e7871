#include "amends/rules/rulebook.h"

#include <algorithm>

#include "amends/rules/rulebook_compiler.h"

namespace amends::rules {

Rulebook::Rulebook(const pack::Loaded& loaded, const Settings& settings,
                   const text::Analyzer::Options& options,
                   std::vector<pack::Problem>& problems)
    : state_(std::make_unique<State>(loaded.pack.tables, options)) {
  RulebookCompiler(loaded, settings, *state_, problems).Compile();
}

Rulebook::Rulebook(storage::Reader& reader, const pack::Pack& pack)
    : state_(std::make_unique<State>(reader)) {
  state_->calendar = conversation::Calendar(pack.tables.calendar);
  state_->late_tables = &pack.tables;
  for (Detector& detector : state_->detectors) {
    if (detector.kind != Detector::Kind::kRule) continue;
    detector.rule =
        &*std::ranges::lower_bound(pack.rules, detector.id, {}, &pack::Rule::id);
  }
}

Rulebook::~Rulebook() = default;

void Rulebook::Write(storage::Writer& writer) const {
  writer(state_->vocabulary);
  state_->analyzer.Write(writer);
  writer(*state_->lexicon);
  state_->Transfer(writer);
}

const text::Analyzer& Rulebook::analyzer() const { return state_->analyzer; }
const match::Lexicon& Rulebook::lexicon() const { return *state_->lexicon; }
const std::vector<Detector>& Rulebook::detectors() const { return state_->detectors; }
const std::vector<uint32_t>& Rulebook::unprompted() const { return state_->unprompted; }
const std::vector<conversation::Meaning>& Rulebook::meanings() const {
  return state_->meanings;
}
const match::PhraseSet& Rulebook::agent_phrases() const { return state_->agent; }
const match::PhraseSet& Rulebook::customer_phrases() const { return state_->customer; }
const match::PhraseSet& Rulebook::unless_phrases() const { return state_->unless; }
const match::PhraseSet& Rulebook::suppressor_phrases() const {
  return state_->suppressors;
}

const conversation::Calendar& Rulebook::calendar() const { return state_->calendar; }

const text::Verbs& Rulebook::verbs() const {
  if (state_->late_tables == nullptr) return state_->verbs;
  std::call_once(state_->late, [this] {
    state_->late_verbs = std::make_unique<text::Verbs>(*state_->late_tables);
  });
  return *state_->late_verbs;
}

bool Rulebook::IsCommon(text::WordId word) const {
  return word < state_->common.size() && state_->common[word];
}

}  // namespace amends::rules
