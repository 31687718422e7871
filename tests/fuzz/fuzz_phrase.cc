// Any bytes as phrases, one a line: each is refused, or it is found with the index where
// it is found without, and every match lies inside its sentence.
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

// The last sentence is a long one.
constexpr std::string_view kText =
    "I'm so very sorry, Ms Lee, but we lost it because it can't be so late; "
    "so so so late (or so) “so we lost SAVE10” and 5 of 7 were so far away. "
    "Ana let down Tom! So, if we lose it, so it was, so we were so sorry. "
    "We lost 5 of it and we lost 7 of it and it was so late and so far and so very far "
    "away that Ana, Tom (or Ms Lee) and we lost 6 of it, but it can't be so very late if "
    "we lose it because we were so sorry and it was so and so and so and we were so very "
    "late and so late that it was far away and we lost it and it was sorry";

void Require(bool condition) {
  if (!condition) std::abort();
}

struct Bench {
  Bench()
      : verbs(tables),
        analyzer(tables, verbs, vocabulary, {}),
        lexicon(Classes(), analyzer, verbs, vocabulary, tables.frequent, problems) {
    Require(problems.empty());
  }

  // A phrase that is refused is left out.
  void Add(std::string_view phrase) {
    problems.clear();
    std::optional<match::Program> program =
        lexicon.Compile({std::string(phrase), {}}, problems);
    Require(program.has_value() == problems.empty());
    for (const match::LexiconProblem& problem : problems) {
      Require(!problem.error.message.empty() && problem.error.length > 0);
      Require(problem.error.offset <= phrase.size());
    }
    if (!program) return;
    phrases.Add(std::move(*program), static_cast<uint32_t>(phrases.size()));
  }

  const text::Tables tables = MakeTables();
  const text::Verbs verbs;
  text::Vocabulary vocabulary;
  const text::Analyzer analyzer;
  std::vector<match::LexiconProblem> problems;
  match::Lexicon lexicon;
  match::PhraseSet phrases;
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

// Where matches are looked for.
struct Site {
  const Bench& bench;
  const match::Matcher& matcher;
  const text::Text& text;
  const text::Sentence& sentence;
  const std::vector<uint8_t>& taken;
};

// Whether a phrase is there is asked for in a third way.
void CheckPresence(const Site& site, uint32_t phrase,
                   const std::vector<match::Match>& found, match::Scratch& scratch) {
  const auto is_there = [&](match::Range starts, match::Range ends) {
    return site.matcher.Matches(site.bench.phrases, phrase, site.text, site.sentence,
                                starts, ends, site.taken, scratch);
  };
  const match::Range all = {site.sentence.begin, site.sentence.end};
  Require(is_there(all, all) == !found.empty());
  for (const match::Match& match : found) {
    const auto [begin, end] = match.words;
    Require(is_there({begin, begin + 1}, {end, end}));
    Require(begin + 1 == end || !is_there({begin, begin + 1}, {begin + 1, end - 1}));
  }
}

void CheckSentence(const Site& site, match::Scratch& scratch) {
  const match::PhraseSet& phrases = site.bench.phrases;
  std::vector<match::Match> found;
  std::vector<match::Match> alone;
  site.matcher.Find(phrases, site.text, site.sentence, site.taken, scratch, found);
  for (uint32_t phrase = 0; phrase < phrases.size(); ++phrase) {
    std::vector<match::Match> one;
    site.matcher.FindOne(phrases, phrase, site.text, site.sentence, site.taken, scratch,
                         one);
    CheckPresence(site, phrase, one, scratch);
    alone.insert(alone.end(), one.begin(), one.end());
  }
  Require(found.size() == alone.size());
  for (size_t i = 0; i < found.size(); ++i) {
    Require(found[i].owner == alone[i].owner && found[i].phrase == alone[i].phrase);
    Require(found[i].words == alone[i].words && found[i].head == alone[i].head);
    Require(found[i].captures == alone[i].captures);
    CheckMatch(found[i], site.sentence);
  }
}

void CheckPhrases(std::string_view lines) {
  Bench bench;
  for (size_t end = 0; end != std::string_view::npos;) {
    end = lines.find('\n');
    bench.Add(lines.substr(0, end));
    if (end != std::string_view::npos) lines.remove_prefix(end + 1);
  }
  if (bench.phrases.size() == 0) return;
  bench.lexicon.Freeze();
  bench.phrases.Freeze(bench.lexicon);
  const match::Matcher matcher(bench.lexicon);
  match::Scratch scratch;
  const text::Text text = bench.analyzer.Analyze(kText);
  const std::vector<uint8_t> free;
  std::vector<uint8_t> taken(text.words.size());
  for (size_t i = 0; i < taken.size(); i += 7) taken[i] = 1;
  for (const text::Sentence& sentence : text.sentences) {
    CheckSentence({bench, matcher, text, sentence, free}, scratch);
    CheckSentence({bench, matcher, text, sentence, taken}, scratch);
  }
}

}  // namespace
}  // namespace amends

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  amends::CheckPhrases({reinterpret_cast<const char*>(data), size});
  return 0;
}
