// Any bytes as a text: words lie in order inside it and hold something, and clauses and
// sentences cover them.
#include <cstdint>
#include <cstdlib>
#include <string_view>
#include <vector>

#include "amends/pack/core_pack.h"
#include "amends/pack/loader.h"
#include "amends/text/analyzer.h"

namespace amends {
namespace {

struct English {
  const text::Tables tables =
      pack::ReadPack(pack::CoreFiles(), "en", {.examples = false}).pack.tables;
  const text::Verbs verbs{tables};
  text::Vocabulary vocabulary;
  const text::Analyzer analyzer{tables, verbs, vocabulary, {}};
};

void Require(bool condition) {
  if (!condition) std::abort();
}

void CheckWords(const text::Text& text, size_t size) {
  for (size_t i = 0; i < text.words.size(); ++i) {
    const text::Word& word = text.words[i];
    Require(word.span.start < word.span.end && word.span.end <= size);
    Require(word.canon_length > 0);
    Require(word.canon_start + size_t{word.canon_length} <= text.canonical.size());
    if (i == 0) continue;
    const text::Span before = text.words[i - 1].span;
    Require(before == word.span || before.end <= word.span.start);
  }
}

void CheckSentences(const text::Text& text) {
  uint32_t word = 0;
  uint32_t clause = 0;
  for (const text::Sentence& sentence : text.sentences) {
    Require(sentence.begin == word && sentence.first_clause == clause);
    Require(sentence.begin < sentence.end && sentence.end - sentence.begin <= 300);
    Require(text.words[word].before == text::Boundary::kSentence);
    for (; clause < sentence.last_clause; ++clause) {
      Require(text.clauses[clause].begin == word);
      Require(word < text.clauses[clause].end);
      word = text.clauses[clause].end;
    }
    Require(word == sentence.end);
  }
  Require(word == text.words.size() && clause == text.clauses.size());
}

void CheckText(std::string_view source) {
  static const English english;
  const size_t size = source.size();
  const text::Text text = english.analyzer.Analyze(source);
  CheckWords(text, size);
  CheckSentences(text);
  const auto middle = static_cast<uint32_t>(size / 2);
  const std::vector<text::Span> halves = {{0, middle},
                                          {middle, static_cast<uint32_t>(size)}};
  const text::Text parts = english.analyzer.Analyze(source, halves);
  CheckWords(parts, size);
  CheckSentences(parts);
  for (const std::string& word : english.analyzer.Canonicalize(source)) {
    Require(!word.empty());
  }
}

}  // namespace
}  // namespace amends

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  amends::CheckText({reinterpret_cast<const char*>(data), size});
  return 0;
}
