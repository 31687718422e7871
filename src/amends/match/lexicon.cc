#include "amends/match/lexicon.h"

#include <algorithm>
#include <utility>

#include "amends/match/compiler.h"
#include "amends/match/outline.h"
#include "amends/match/shapes.h"

namespace amends::match {

using text::WordId;

Lexicon::Lexicon(const std::vector<pack::ClassDef>& classes,
                 const text::Analyzer& analyzer, const text::Verbs& verbs,
                 text::Vocabulary& vocabulary, const std::vector<std::string>& frequent,
                 std::vector<LexiconProblem>& problems)
    : analyzer_(analyzer),
      verbs_(verbs),
      vocabulary_(vocabulary),
      shapes_(std::make_unique<Shapes>()) {
  for (size_t rank = 0; rank < frequent.size(); ++rank) {
    WordId word = vocabulary_.Intern(frequent[rank]);
    if (word >= frequency_.size()) frequency_.resize(word + 1);
    frequency_[word] = 0.06 / static_cast<double>(rank + 1);
  }
  for (const pack::ClassDef& definition : classes) {
    if (IsReserved(definition.id)) {
      problems.push_back(
          {definition.origin,
           {0, 1, "the class “" + definition.id + "” is built in", "choose another id"}});
    } else {
      definitions_.emplace(definition.id, &definition);
    }
  }
  for (const auto& [id, definition] : definitions_) {
    try {
      Compiler(*this, problems).MeaningOf(Node{}, id, kAllForms);
    } catch (const PhraseError& error) {
      problems.push_back({definition->origin, error});
    }
  }
}

Lexicon::Lexicon(const text::Analyzer& analyzer, const text::Verbs& verbs,
                 text::Vocabulary& vocabulary)
    : analyzer_(analyzer),
      verbs_(verbs),
      vocabulary_(vocabulary),
      shapes_(std::make_unique<Shapes>()) {}

Lexicon::~Lexicon() = default;

std::vector<std::string> Lexicon::SpelledShapes() const { return shapes_->Spelled(); }

void Lexicon::SetShapes(const std::vector<std::string>& shapes) {
  for (const std::string& shape : shapes) shapes_->Add(shape);
}

double Lexicon::Frequency(WordId word) const {
  constexpr double kRare = 0.0001;
  return word < frequency_.size() && frequency_[word] > 0 ? frequency_[word] : kRare;
}

std::optional<Program> Lexicon::Compile(const pack::Phrase& phrase,
                                        std::vector<LexiconProblem>& problems) {
  try {
    auto parsed = ParsePhrase(phrase.text);
    if (auto* error = std::get_if<PhraseError>(&parsed)) throw *error;
    return Compiler(*this, problems).Compile(std::get<Node>(parsed));
  } catch (const PhraseError& error) {
    problems.push_back({phrase.origin, error});
    return std::nullopt;
  }
}

uint32_t Lexicon::InternSet(std::vector<WordId> sorted) {
  auto [entry, is_new] = set_ids_.emplace(sorted, static_cast<uint32_t>(sets_.size()));
  if (is_new) sets_.push_back(std::move(sorted));
  return entry->second;
}

void Lexicon::Freeze() {
  outlines_.clear();
  word_count_ = vocabulary_.size();
  std::vector<std::vector<uint32_t>> sets_of(word_count_);
  for (uint32_t set = 0; set < sets_.size(); ++set) {
    for (WordId word : sets_[set]) sets_of[word].push_back(set);
  }
  rows_ = BitRows(sets_of, sets_.size());
}

bool Lexicon::HasClass(std::string_view id) const { return definitions_.contains(id); }

std::vector<std::string> Lexicon::ClassIds() const {
  std::vector<std::string> ids;
  for (const auto& [id, definition] : definitions_) ids.push_back(id);
  for (const auto& [name, builtin] : kBuiltins) ids.emplace_back(name);
  return ids;
}

const Outline& Lexicon::ClassOutline(uint32_t call) const { return outlines_[call]; }

bool Lexicon::HasShape(std::string_view canonical, uint32_t shape) const {
  return shapes_->Match(shape, canonical);
}

}  // namespace amends::match
