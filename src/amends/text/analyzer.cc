#include "amends/text/analyzer.h"

#include <algorithm>
#include <mutex>
#include <optional>

#include "amends/text/boundaries.h"
#include "amends/text/canonical.h"
#include "amends/text/clauses.h"
#include "amends/text/quotation.h"
#include "amends/text/scanner.h"
#include "amends/text/sentences.h"
#include "amends/text/word_table.h"

namespace amends::text {

struct Analyzer::State {
  State(const Tables& tables, const Verbs& verbs, Vocabulary& words, Options chosen)
      : vocabulary(words), options(chosen), base(tables, verbs, words) {}
  State(storage::Reader& reader, Vocabulary& words)
      : vocabulary(words), base(words), full(words) {
    reader(*full);
    std::call_once(once, [] {});
  }

  // The table with every word of the vocabulary, made at the first need.
  const WordTable& Table() {
    std::call_once(once, [&] {
      full = base;
      full->AddVocabulary(vocabulary);
    });
    return *full;
  }

  Vocabulary& vocabulary;
  Options options;
  WordTable base;
  std::once_flag once;
  std::optional<WordTable> full;
};

namespace {

void WriteWords(const WordTable& table, std::string_view source, Span region, bool fast,
                bool in_context, Draft& draft) {
  Scanner scanner(source, region, fast);
  WordWriter writer(table, source.substr(0, region.end), in_context, draft);
  Token token;
  while (scanner.Next(token)) writer.Write(token);
  if (!draft.layout.empty()) draft.layout.back() |= kBlankAfter;
  draft.text.bytes_replaced |= scanner.bytes_replaced();
}

// Takes a switched-off grade for the one that stands next to it.
void Degrade(const Analyzer::Options& options, Text& text) {
  if (options.weak_boundaries && options.clause_boundaries) return;
  for (Word& word : text.words) {
    if (word.before == Boundary::kClause && !options.clause_boundaries) {
      word.before = Boundary::kWeak;
    } else if (word.before == Boundary::kWeak && !options.weak_boundaries) {
      word.before = Boundary::kClause;
    }
  }
}

}  // namespace

Analyzer::Analyzer(const Tables& tables, const Verbs& verbs, Vocabulary& vocabulary,
                   Options options)
    : state_(std::make_unique<State>(tables, verbs, vocabulary, options)) {}
Analyzer::Analyzer(storage::Reader& reader, Vocabulary& vocabulary)
    : state_(std::make_unique<State>(reader, vocabulary)) {}
void Analyzer::Write(storage::Writer& writer) const { writer(state_->Table()); }
Analyzer::~Analyzer() = default;
Analyzer::Analyzer(Analyzer&&) noexcept = default;
Analyzer& Analyzer::operator=(Analyzer&&) noexcept = default;

Text Analyzer::Analyze(std::string_view source, std::span<const Span> regions) const {
  const WordTable& table = state_->Table();
  const Options& options = state_->options;
  Draft draft;
  constexpr size_t kMostReserved = 1 << 20;
  draft.text.canonical.resize(
      std::min(source.size() + source.size() / 8 + 16, kMostReserved));
  draft.text.words.reserve(std::min(source.size() / 4 + 8, kMostReserved));
  draft.layout.reserve(std::min(source.size() / 4 + 8, kMostReserved));
  for (const Span& region : regions) {
    const uint32_t first_word = static_cast<uint32_t>(draft.text.words.size());
    const size_t first_sentence = draft.text.sentences.size();
    WriteWords(table, source, region, options.ascii_fast_path, true, draft);
    ReadSentences(table, draft, first_word, options.sentence_boundaries);
    MarkBoundaries(table, draft, first_sentence);
    CutLongSentences(draft, first_sentence);
  }
  draft.Finish();
  MarkQuotations(draft);
  Degrade(options, draft.text);
  ReadClauses(table, draft);
  return std::move(draft.text);
}

Text Analyzer::Analyze(std::string_view source) const {
  const Span whole{0, static_cast<uint32_t>(source.size())};
  return Analyze(source, std::span(&whole, 1));
}

std::vector<std::string> Analyzer::Canonicalize(std::string_view phrase) const {
  Draft draft;
  const Span whole{0, static_cast<uint32_t>(phrase.size())};
  WriteWords(state_->base, phrase, whole, state_->options.ascii_fast_path, false, draft);
  draft.Finish();
  std::vector<std::string> words;
  words.reserve(draft.text.words.size());
  for (const Word& word : draft.text.words) words.emplace_back(draft.text.Canon(word));
  return words;
}

}  // namespace amends::text
