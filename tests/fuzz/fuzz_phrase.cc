// Any bytes as a phrase: it is refused, or it is found with the index where it is found
// without, and every match lies inside its sentence.
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "amends/match/matcher.h"

namespace amends {
namespace {

pack::ClassDef MakeClass(const char* id, const std::vector<const char*>& any,
                         const std::vector<std::string>& verbs) {
  pack::ClassDef made;
  made.id = id;
  for (const char* phrase : any) made.any.push_back({phrase, {}});
  made.verbs = verbs;
  return made;
}

const std::vector<pack::ClassDef>& Classes() {
  static const std::vector<pack::ClassDef> classes = [] {
    std::vector<pack::ClassDef> made = {
        MakeClass("so", {"so", "very", "ever so"}, {}),
        MakeClass("lose", {"let down"}, {"lose", "be"}),
        MakeClass("far", {"{gap:3} away", "/ {so} late", "{so} {so}"}, {}),
        MakeClass("name", {"{Cap}", "ms {Cap}"}, {}), MakeClass("code", {}, {})};
    made.back().shape = "[a-z]*[0-9]+";
    return made;
  }();
  return classes;
}

text::Tables MakeTables() {
  text::Tables tables;
  tables.contractions = {{"i'm", {"i", "am"}, {}}, {"can't", {"can", "not"}, {}}};
  tables.irregular_verbs = {{"lose", "loses", {"lost"}, {"lost"}, "losing"}};
  tables.subordinators = {"because", "but", "if"};
  tables.first_names = {"ana"};
  tables.frequent = {"so", "it", "we"};
  return tables;
}

constexpr std::string_view kText =
    "I'm so very sorry, Ms Lee, but we lost it because it can't be so late; "
    "so so so late (or so) “so we lost SAVE10” and 5 of 7 were so far away. "
    "Ana let down Tom! So, if we lose it, so it was, so we were so sorry";

void Require(bool condition) {
  if (!condition) std::abort();
}

struct Bench {
  explicit Bench(std::string_view phrase)
      : verbs(tables),
        analyzer(tables, verbs, vocabulary, {}),
        lexicon(Classes(), analyzer, verbs, vocabulary, tables.frequent, problems) {
    Require(problems.empty());
    program = lexicon.Compile({std::string(phrase), {}}, problems);
    Require(program.has_value() == problems.empty());
    for (const match::LexiconProblem& problem : problems) {
      Require(!problem.error.message.empty() && problem.error.length > 0);
      Require(problem.error.offset <= phrase.size());
    }
  }

  const text::Tables tables = MakeTables();
  const text::Verbs verbs;
  text::Vocabulary vocabulary;
  const text::Analyzer analyzer;
  std::vector<match::LexiconProblem> problems;
  match::Lexicon lexicon;
  std::optional<match::Program> program;
};

void CheckMatch(const match::Match& match, const text::Sentence& sentence) {
  Require(sentence.begin <= match.words.begin && match.words.end <= sentence.end);
  Require(match.words.begin <= match.head && match.head < match.words.end);
  for (const match::Range& capture : match.captures) {
    if (capture == match::Range()) continue;
    Require(match.words.begin <= capture.begin && capture.begin < capture.end);
    Require(capture.end <= match.words.end);
  }
}

void CheckPhrase(std::string_view phrase) {
  Bench bench(phrase);
  if (!bench.program) return;
  match::PhraseSet phrases;
  phrases.Add(std::move(*bench.program), 0);
  bench.lexicon.Freeze();
  phrases.Freeze(bench.lexicon);
  const match::Matcher matcher(bench.lexicon);
  match::Scratch scratch;
  const text::Text text = bench.analyzer.Analyze(kText);
  std::vector<uint8_t> taken(text.words.size());
  for (size_t i = 0; i < taken.size(); i += 7) taken[i] = 1;
  for (const text::Sentence& sentence : text.sentences) {
    for (const std::vector<uint8_t>& flags : {std::vector<uint8_t>(), taken}) {
      std::vector<match::Match> found;
      std::vector<match::Match> one;
      matcher.Find(phrases, text, sentence, flags, scratch, found);
      matcher.FindOne(phrases, 0, text, sentence, flags, scratch, one);
      Require(found.size() == one.size());
      for (size_t i = 0; i < found.size(); ++i) {
        Require(found[i].words == one[i].words && found[i].head == one[i].head);
        CheckMatch(found[i], sentence);
      }
    }
  }
}

}  // namespace
}  // namespace amends

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  amends::CheckPhrase({reinterpret_cast<const char*>(data), size});
  return 0;
}
